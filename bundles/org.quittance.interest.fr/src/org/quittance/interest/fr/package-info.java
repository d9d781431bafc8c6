/**
 * Late interest under French law: one regime each for business, public and consumer debtors of a creditor in France. Rates and
 * amounts are dated data beside the classes, each with source, day of checking and two flags; nothing is extrapolated.
 *
 * <p>Nothing here accepts or returns {@code null}.
 */
@NonNullByDefault
package org.quittance.interest.fr;

import org.eclipse.jdt.annotation.NonNullByDefault;
