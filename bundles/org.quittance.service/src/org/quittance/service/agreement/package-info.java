/**
 * What debtors say and what is agreed with them, recorded: reasons, calls and notes, disputes, promises, plans, settlements,
 * goodwill, holds. Each recording is journalled, raises the case's revision and so withdraws what was decided without it.
 *
 * <p>Nothing here accepts or returns {@code null}.
 */
@Export
@NonNullByDefault
@Version("1.0.0")
package org.quittance.service.agreement;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
