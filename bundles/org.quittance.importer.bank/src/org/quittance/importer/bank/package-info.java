/**
 * Reads statements of bank accounts: camt.052, 053 and 054, MT940, CFONB 120 and OFX. Files stream through with bounded memory;
 * a statement is taken whole or the file is refused with line and element, because a statement with a hole would claim that
 * what is missing never happened.
 *
 * <p>Nothing here accepts or returns {@code null}.
 */
@NonNullByDefault
package org.quittance.importer.bank;

import org.eclipse.jdt.annotation.NonNullByDefault;
