/**
 * Receivables given up as lost: out of dunning at once, and the file with which the VAT on them is recovered. What was written off, undone
 * and issued is read from the journal, which is where it is written.
 *
 * <p>Nothing here accepts or returns {@code null}.
 */
@NonNullByDefault
package org.quittance.proof.writeoff;

import org.eclipse.jdt.annotation.NonNullByDefault;
