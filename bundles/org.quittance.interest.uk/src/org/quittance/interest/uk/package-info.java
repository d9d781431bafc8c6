/**
 * The law of late payment in the United Kingdom: its terms and the Bank Rate as dated files. Apart from the Union’s, since it
 * follows neither its directive nor its central bank.
 *
 * <p>Nothing here accepts or returns {@code null}.
 */
@NonNullByDefault
package org.quittance.interest.uk;

import org.eclipse.jdt.annotation.NonNullByDefault;
