/**
 * A message in words but not yet in any form: what the text, the HTML and the page all show, said once.
 * Every string is final, formatted for its language and not escaped for any form.
 */
@NonNullByDefault
package org.quittance.document.letter;

import org.eclipse.jdt.annotation.NonNullByDefault;
