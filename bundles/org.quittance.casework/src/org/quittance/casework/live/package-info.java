/**
 * The services that come and go while work is done, as live lists ordered by ranking, and the turns that runs of one
 * creditor take. Nothing here holds on to a service that went away.
 *
 * <p>Nothing here accepts or returns {@code null}.
 */
@NonNullByDefault
package org.quittance.casework.live;

import org.eclipse.jdt.annotation.NonNullByDefault;
