/**
 * Turns the facts of a message into its words: subject, plain text, HTML and a PDF letter, in the debtor's language.
 * Words are templates and bundles beside the classes; nothing here knows the clock, a file system or a network.
 */
@NonNullByDefault
package org.quittance.document;

import org.eclipse.jdt.annotation.NonNullByDefault;
