/**
 * A document that is no letter, in words but not yet on pages: a heading, a few facts, then paragraphs, tables and figures.
 * Every string is final and formatted for its language.
 */
@NonNullByDefault
package org.quittance.document.report;

import org.eclipse.jdt.annotation.NonNullByDefault;
