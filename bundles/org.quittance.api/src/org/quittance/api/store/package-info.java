/**
 * The ledger of a vendor as the suite sees it: open items streamed per debtor, re-checked by token, and optional services
 * that know debtors and documents. The ledger is the truth about invoices and payments; nothing here writes to it.
 *
 * <p>Nothing here accepts or returns {@code null}.
 */
@Export
@NonNullByDefault
@Version("1.0.0")
package org.quittance.api.store;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
