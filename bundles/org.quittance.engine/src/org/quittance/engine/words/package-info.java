/**
 * Sentences for people, in French and English, from the resource bundles beside the classes. Amounts and dates are written as
 * the language writes them; nothing depends on the machine's own locale.
 */
@NonNullByDefault
package org.quittance.engine.words;

import org.eclipse.jdt.annotation.NonNullByDefault;
