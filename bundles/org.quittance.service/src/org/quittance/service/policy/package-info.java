/**
 * Dunning policies: the ladder of steps as data, and the library that reads and checks them. Values here are made by the suite
 * and read by callers.
 *
 * <p>Nothing here accepts or returns {@code null}.
 */
@Export
@NonNullByDefault
@Version("1.0.0")
package org.quittance.service.policy;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
