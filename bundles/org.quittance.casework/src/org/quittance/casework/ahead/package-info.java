/**
 * Producing on a thread of its own, a bounded number of parts ahead of whoever takes them. Runs and imports work so.
 *
 * <p>Nothing here accepts or returns {@code null}.
 */
@NonNullByDefault
package org.quittance.casework.ahead;

import org.eclipse.jdt.annotation.NonNullByDefault;
