/**
 * Heads of the journal, signed with the installation's own key, written where the workspace cannot reach them, and the check
 * against them.
 *
 * <p>Nothing here accepts or returns {@code null}.
 */
@NonNullByDefault
package org.quittance.proof.journal;

import org.eclipse.jdt.annotation.NonNullByDefault;
