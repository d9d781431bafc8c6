package org.quittance.api.document;

import static java.util.Objects.requireNonNull;

/**
 * One message in every form a channel may need.
 *
 * @param subject one line of plain text
 * @param text the message as plain text
 * @param html the same as a complete HTML document without external resources
 * @param letter the same as a PDF, ready to print
 */
public record RenderedMessage(String subject, String text, String html, DocumentFile letter) {

    public RenderedMessage {
        requireNonNull(subject, "subject");
        requireNonNull(text, "text");
        requireNonNull(html, "html");
        requireNonNull(letter, "letter");
    }
}
