/**
 * The writing side of the embedded ledger. Only stores of the suite implement it and only the suite calls it: the ledger
 * of a vendor is written by the vendor.
 *
 * <p>Nothing here accepts or returns {@code null}.
 */
@Export
@NonNullByDefault
@Version("1.0.0")
package org.quittance.api.intake;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
