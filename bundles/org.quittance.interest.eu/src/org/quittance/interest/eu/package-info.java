/**
 * The law of late payment in the countries of directive 2011/7/EU besides France: terms and national rates as dated files, one
 * service per regime. What is owed is computed elsewhere, from these.
 *
 * <p>Nothing here accepts or returns {@code null}.
 */
@NonNullByDefault
package org.quittance.interest.eu;

import org.eclipse.jdt.annotation.NonNullByDefault;
