/**
 * What keeps invoices from becoming late: agreed payment terms, deposits of risky or new debtors, and what was delivered or
 * invoiced and never sent.
 *
 * <p>Nothing here accepts or returns {@code null}.
 */
@Export
@NonNullByDefault
@Version("1.0.0")
package org.quittance.service.prevention;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
