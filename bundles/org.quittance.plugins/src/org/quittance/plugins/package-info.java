/**
 * Installs bundles nobody here has written into the open workspace: looks at who signed them, keeps their files and a record of them
 * in {@code plugins/}, and has the framework run them while the workspace is open.
 *
 * <p>Nothing here accepts or returns {@code null}.
 */
@NonNullByDefault
package org.quittance.plugins;

import org.eclipse.jdt.annotation.NonNullByDefault;
