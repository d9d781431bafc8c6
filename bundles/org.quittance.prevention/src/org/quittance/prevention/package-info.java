/**
 * What is done before anything is late: the register of agreed terms, deposits, and the watch over what was delivered and never
 * invoiced, or invoiced and never sent.
 *
 * <p>Nothing here accepts or returns {@code null}.
 */
@NonNullByDefault
package org.quittance.prevention;

import org.eclipse.jdt.annotation.NonNullByDefault;
