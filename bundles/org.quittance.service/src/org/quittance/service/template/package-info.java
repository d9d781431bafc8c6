/**
 * Templates: the words of every message by name, language and form, shipped ones and a firm's own. Values here are made by the
 * suite and read by callers.
 *
 * <p>Nothing here accepts or returns {@code null}.
 */
@Export
@NonNullByDefault
@Version("1.0.0")
package org.quittance.service.template;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
