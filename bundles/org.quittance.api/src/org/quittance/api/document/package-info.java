/**
 * Documents: what a message says, as facts, and the service that turns facts into text and PDF. Channels and legal
 * providers never lay out a page themselves.
 *
 * <p>Nothing here accepts or returns {@code null}.
 */
@Export
@NonNullByDefault
@Version("1.0.0")
package org.quittance.api.document;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
