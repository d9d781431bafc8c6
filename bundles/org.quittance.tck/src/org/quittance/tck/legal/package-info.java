/**
 * What every provider of legal escalation must hold, and a provider without jurisdiction to test callers with. Extend the
 * contract in your own tests.
 *
 * <p>Nothing here accepts or returns {@code null}.
 */
@Export
@NonNullByDefault
@Version("1.0.0")
package org.quittance.tck.legal;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
