/**
 * The open invoices of one creditor in primitive arrays, found by number, amount, debtor and the names and accounts of payers. Pure:
 * it is filled from streams and knows neither files nor services.
 *
 * <p>Nothing here accepts or returns {@code null}.
 */
@NonNullByDefault
package org.quittance.matching.index;

import org.eclipse.jdt.annotation.NonNullByDefault;
