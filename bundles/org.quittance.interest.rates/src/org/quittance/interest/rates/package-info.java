/**
 * Reference rates that several countries’ laws refer to, and those an administrator adds in a configuration file. Apart from the
 * regimes, because rates come twice a year and laws once in ten.
 *
 * <p>Nothing here accepts or returns {@code null}.
 */
@NonNullByDefault
package org.quittance.interest.rates;

import org.eclipse.jdt.annotation.NonNullByDefault;
