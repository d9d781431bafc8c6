/**
 * Lays a message out on A4 pages: address window, tables that break, payment block with its QR code, fonts prepared once.
 * The same message gives the same bytes; the code counts in points from the top left corner, millimetres where a norm does.
 */
@NonNullByDefault
package org.quittance.document.pdf;

import org.eclipse.jdt.annotation.NonNullByDefault;
