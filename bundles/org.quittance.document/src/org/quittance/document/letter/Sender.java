package org.quittance.document.letter;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * Who writes.
 *
 * @param addressLines without the name
 * @param contactLines telephone and e-mail
 * @param legalMentions what the law wants on every business letter
 * @param country ISO 3166-1 alpha-2: decides on which side the envelope has its window
 */
public record Sender(
        String name,
        List<String> addressLines,
        List<String> contactLines,
        List<String> legalMentions,
        Optional<String> signatory,
        String country) {

    public Sender {
        requireNonNull(name, "name");
        addressLines = List.copyOf(addressLines);
        contactLines = List.copyOf(contactLines);
        legalMentions = List.copyOf(legalMentions);
        requireNonNull(signatory, "signatory");
        requireNonNull(country, "country");
    }
}
