/**
 * Escalation under French law: what a formal notice must contain, and which routes to a title are open. Figures are data with
 * source and day of checking; conditions are shown, a person decides.
 *
 * <p>Nothing here accepts or returns {@code null}.
 */
@NonNullByDefault
package org.quittance.legal.fr;

import org.eclipse.jdt.annotation.NonNullByDefault;
