package org.quittance.document.letter;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A whole message in words.
 *
 * @param internal a sheet for a person of the creditor, without address window and signature
 * @param title printed large above the subject; empty for most
 * @param subjectLine the subject as a letter prints it, with its label
 * @param recipient the address block, one line each
 * @param references our reference, customer number and the like
 * @param opening from the salutation to the table
 * @param body between the table and the payment block
 * @param payment empty where nothing is to be paid or no account is configured
 * @param legal paragraphs that are printed word for word before the closing
 * @param privacy the pointer to the rights of the person written to
 * @param pageLabel of a page number, with {@code %1$d} and {@code %2$d}
 */
public record Letter(
        Locale language,
        LocalDate date,
        boolean internal,
        String title,
        String subject,
        String subjectLine,
        Sender sender,
        List<String> recipient,
        List<Entry> references,
        String placeAndDate,
        List<Passage> opening,
        Statement statement,
        List<Passage> body,
        Optional<Payment> payment,
        String contactTitle,
        List<Entry> contact,
        List<String> legal,
        List<Passage> closing,
        String privacy,
        String pageLabel) {

    public Letter {
        requireNonNull(language, "language");
        requireNonNull(date, "date");
        requireNonNull(title, "title");
        requireNonNull(subject, "subject");
        requireNonNull(subjectLine, "subjectLine");
        requireNonNull(sender, "sender");
        recipient = List.copyOf(recipient);
        references = List.copyOf(references);
        requireNonNull(placeAndDate, "placeAndDate");
        opening = List.copyOf(opening);
        requireNonNull(statement, "statement");
        body = List.copyOf(body);
        requireNonNull(payment, "payment");
        requireNonNull(contactTitle, "contactTitle");
        contact = List.copyOf(contact);
        legal = List.copyOf(legal);
        closing = List.copyOf(closing);
        requireNonNull(privacy, "privacy");
        requireNonNull(pageLabel, "pageLabel");
    }
}
