/**
 * Reads pages back as their readers see them. Test code: stands apart because it extends classes of PDFBox, which know no
 * null rules.
 */
package org.quittance.document.reading;
