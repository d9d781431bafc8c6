/**
 * Sentences that are told to people in their own language, wherever they were thought of. What refuses something says which
 * sentence applies; what shows it chooses the language.
 *
 * <p>Nothing here accepts or returns {@code null}.
 */
@Export
@NonNullByDefault
@Version("1.0.0")
package org.quittance.api.text;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
