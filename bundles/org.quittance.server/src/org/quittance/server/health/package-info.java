/**
 * Checks of what every installation has, and the one that asks them all.
 *
 * <p>Nothing here accepts or returns {@code null}.
 */
@NonNullByDefault
package org.quittance.server.health;

import org.eclipse.jdt.annotation.NonNullByDefault;
