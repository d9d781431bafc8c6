/**
 * What every ledger behind the suite must hold to: a contract test that an author fills with invoices and payments of its
 * own ledger, and ledgers in memory that misbehave as real ones do.
 *
 * <p>Nothing here accepts or returns {@code null}.
 */
@Export
@NonNullByDefault
@Version("1.0.0")
package org.quittance.tck.store;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
