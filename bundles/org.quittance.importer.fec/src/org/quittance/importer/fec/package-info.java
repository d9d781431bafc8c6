/**
 * Reads the accounting file that French law makes every accounting software export (FEC, article A47 A-1 of the LPF): the lines of the
 * customers' accounts become invoices, credit notes and payments, matched as the accountant has lettered them.
 *
 * <p>Nothing here accepts or returns {@code null}.
 */
@NonNullByDefault
package org.quittance.importer.fec;

import org.eclipse.jdt.annotation.NonNullByDefault;
