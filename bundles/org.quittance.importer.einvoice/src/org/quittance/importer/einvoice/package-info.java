/**
 * E-invoices of EN 16931 and its relatives: UN/CEFACT CII, UBL, and PDF files that carry one of them. Input is hostile until
 * proven otherwise: what it may cost is limited before it is read.
 *
 * <p>Nothing here accepts or returns {@code null}.
 */
@NonNullByDefault
package org.quittance.importer.einvoice;

import org.eclipse.jdt.annotation.NonNullByDefault;
