/**
 * The folder of an embedded installation: its lock, its layout, its clock and its configuration files. Opening it makes the
 * services of the suite appear, closing it takes them away.
 */
@NonNullByDefault
package org.quittance.workspace;

import org.eclipse.jdt.annotation.NonNullByDefault;
