/**
 * How the suite speaks to people: words that may never leave, and vocabulary that waits for its step. Every template and every
 * typed message is looked at here before it may leave.
 *
 * <p>Nothing here accepts or returns {@code null}.
 */
@Export
@NonNullByDefault
@Version("1.0.0")
package org.quittance.service.tone;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
