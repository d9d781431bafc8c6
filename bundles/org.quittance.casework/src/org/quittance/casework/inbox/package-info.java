/**
 * The folder into which files are dropped to be imported. A file leaves it only after what it says is in the ledger, so a crash loses
 * nothing, and importing it again changes nothing.
 *
 * <p>Nothing here accepts or returns {@code null}.
 */
@NonNullByDefault
package org.quittance.casework.inbox;

import org.eclipse.jdt.annotation.NonNullByDefault;
