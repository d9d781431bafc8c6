/**
 * Hands cases to a collection agency through a folder both sides see: packages out, acknowledgements and reports in. Everything
 * appears complete or not at all.
 *
 * <p>Nothing here accepts or returns {@code null}.
 */
@NonNullByDefault
package org.quittance.agency.file;

import org.eclipse.jdt.annotation.NonNullByDefault;
