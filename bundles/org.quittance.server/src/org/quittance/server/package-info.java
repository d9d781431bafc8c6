/**
 * The server of a workspace: its calendar of work, and the local socket on which commands of other processes come in.
 *
 * <p>Nothing here accepts or returns {@code null}.
 */
@NonNullByDefault
package org.quittance.server;

import org.eclipse.jdt.annotation.NonNullByDefault;
