package org.quittance.service.template;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A template filled with facts, as plain text.
 *
 * @param subject empty for a short message
 * @param sms the length, for a short message only
 */
public record WrittenMessage(String subject, String text, Optional<SmsLength> sms) {

    public WrittenMessage {
        requireNonNull(subject, "subject");
        requireNonNull(text, "text");
        requireNonNull(sms, "sms");
    }
}
