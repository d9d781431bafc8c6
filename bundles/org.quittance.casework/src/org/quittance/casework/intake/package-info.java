/**
 * Files into the embedded ledger: the records of importers, taken in one transaction, and what they tell about the
 * past written to the case ledger.
 *
 * <p>Nothing here accepts or returns {@code null}.
 */
@NonNullByDefault
package org.quittance.casework.intake;

import org.eclipse.jdt.annotation.NonNullByDefault;
