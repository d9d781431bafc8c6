/**
 * Judges what an entry of a bank statement pays: collects what it says, weighs every explanation, and books only what is sure and
 * has no rival. Pure; the figures are in {@link org.quittance.matching.judge.Weights}.
 *
 * <p>Nothing here accepts or returns {@code null}.
 */
@NonNullByDefault
package org.quittance.matching.judge;

import org.eclipse.jdt.annotation.NonNullByDefault;
