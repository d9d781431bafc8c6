/**
 * What an author of a reminder channel runs against the own connector, and a channel that records and fails on demand for
 * tests of what calls channels. Contract tests are abstract classes with final tests.
 *
 * <p>Nothing here accepts or returns {@code null}.
 */
@Export
@NonNullByDefault
@Version("1.0.0")
package org.quittance.tck.channel;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
