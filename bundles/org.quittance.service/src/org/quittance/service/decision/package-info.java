/**
 * The engine: what is to be done about every open item on one day, and why. Pure functions of their arguments: no clock, no
 * input or output, no randomness.
 *
 * <p>Nothing here accepts or returns {@code null}.
 */
@Export
@NonNullByDefault
@Version("1.0.0")
package org.quittance.service.decision;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
