/**
 * Preparing a run: takes in what changed in the ledger, streams open items, lets the engine decide and commits what
 * it decided. Reading and deciding run ahead on threads of their own; writing stays on the caller’s.
 *
 * <p>Nothing here accepts or returns {@code null}.
 */
@NonNullByDefault
package org.quittance.casework.run;

import org.eclipse.jdt.annotation.NonNullByDefault;
