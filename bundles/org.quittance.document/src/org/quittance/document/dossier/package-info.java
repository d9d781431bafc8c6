/**
 * Evidence file, statement of account and call sheet: what ledger and journal hold about one debtor, put into documents for
 * people who were not there. Nothing is invented; what is missing is listed as missing.
 */
@NonNullByDefault
package org.quittance.document.dossier;

import org.eclipse.jdt.annotation.NonNullByDefault;
