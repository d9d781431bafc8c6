/**
 * The shell around the engine: runs, messages, explanations, cases and imports, each as a service that a user interface or an
 * embedding program calls. Every call that changes something names its actor.
 *
 * <p>Nothing here accepts or returns {@code null}.
 */
@Export
@NonNullByDefault
@Version("1.0.0")
package org.quittance.service.casework;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
