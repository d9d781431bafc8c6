/**
 * The law of late payment in Switzerland: a fixed rate, which needs no table.
 *
 * <p>Nothing here accepts or returns {@code null}.
 */
@NonNullByDefault
package org.quittance.interest.ch;

import org.eclipse.jdt.annotation.NonNullByDefault;
