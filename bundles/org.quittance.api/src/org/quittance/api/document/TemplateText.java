package org.quittance.api.document;

import static java.util.Objects.requireNonNull;

/**
 * A template as its source has it.
 *
 * @param fileName {@code <name>.<language>.<form>}, such as {@code courteous.fr.email}
 * @param origin where a person finds it, such as the path of a file; shown in errors
 * @param text in the syntax of the manual
 */
public record TemplateText(String fileName, String origin, String text) {

    public TemplateText {
        requireNonNull(fileName, "fileName");
        requireNonNull(origin, "origin");
        requireNonNull(text, "text");
    }
}
