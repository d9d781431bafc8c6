/**
 * Business days per country: weekends and public holidays of the whole country, from one file of rules each. What only a region
 * keeps is a business day here.
 *
 * <p>Nothing here accepts or returns {@code null}.
 */
@NonNullByDefault
package org.quittance.calendar;

import org.eclipse.jdt.annotation.NonNullByDefault;
