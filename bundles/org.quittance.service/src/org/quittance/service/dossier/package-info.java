/**
 * Documents about one debtor's case for people who were not there: the evidence file, the statement of account, the sheet
 * before a telephone call. They are made from what the ledger and the journal hold on the day they are asked for.
 *
 * <p>Nothing here accepts or returns {@code null}.
 */
@Export
@NonNullByDefault
@Version("1.0.0")
package org.quittance.service.dossier;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
