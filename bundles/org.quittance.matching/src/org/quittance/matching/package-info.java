/**
 * The shell around the judge: reads entries and open items, books through the intake, journals, and answers what waits for a person.
 * Books in the embedded ledger only.
 *
 * <p>Nothing here accepts or returns {@code null}.
 */
@NonNullByDefault
package org.quittance.matching;

import org.eclipse.jdt.annotation.NonNullByDefault;
