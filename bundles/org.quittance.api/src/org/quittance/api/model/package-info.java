/**
 * The vocabulary every provider shares: money, typed identifiers, creditors, debtors and open items. Values only, immutable
 * and safe for any thread; what will grow is built by a builder, what is closed is a record.
 *
 * <p>Nothing here accepts or returns {@code null}.
 */
@Export
@NonNullByDefault
@Version("1.0.0")
package org.quittance.api.model;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
