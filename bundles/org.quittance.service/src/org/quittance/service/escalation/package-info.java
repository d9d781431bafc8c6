/**
 * What follows when letters do not help: cases given to collection agencies and taken back, and the ways to a court. The suite
 * shows and proposes, a person decides.
 *
 * <p>Nothing here accepts or returns {@code null}.
 */
@Export
@NonNullByDefault
@Version("1.0.0")
package org.quittance.service.escalation;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
