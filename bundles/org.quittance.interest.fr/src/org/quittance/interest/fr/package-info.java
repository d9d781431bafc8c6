/**
 * The French law of late payment: terms and legal rates as dated files beside the classes, each figure with source, day of
 * checking and two flags, one service per regime. What is owed is computed elsewhere, from these.
 *
 * <p>Nothing here accepts or returns {@code null}.
 */
@NonNullByDefault
package org.quittance.interest.fr;

import org.eclipse.jdt.annotation.NonNullByDefault;
