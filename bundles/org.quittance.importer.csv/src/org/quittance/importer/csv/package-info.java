/**
 * Reads ledgers from delimited text, driven by a mapping file or by well-known column names. Rows stream through with
 * bounded memory; what is wrong with one row is reported with its line and column, and the rows after it are read.
 *
 * <p>Nothing here accepts or returns {@code null}.
 */
@NonNullByDefault
package org.quittance.importer.csv;

import org.eclipse.jdt.annotation.NonNullByDefault;
