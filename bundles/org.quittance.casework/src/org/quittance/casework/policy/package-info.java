/**
 * Policies of the workspace and the shipped ones, and what only this installation can find wrong with them. A file
 * of the workspace wins over a shipped policy of the same name.
 *
 * <p>Nothing here accepts or returns {@code null}.
 */
@NonNullByDefault
package org.quittance.casework.policy;

import org.eclipse.jdt.annotation.NonNullByDefault;
