/**
 * What the embedded ledger keeps of bank accounts: entries of statements, what they were matched with, and until when each account is
 * known. Only stores of the suite implement it and only the suite calls it.
 *
 * <p>Nothing here accepts or returns {@code null}.
 */
@Export
@NonNullByDefault
@Version("1.0.0")
package org.quittance.api.bank;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
