package org.quittance.document.letter;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * How to pay.
 *
 * @param entries holder, IBAN, BIC, reference and amount
 * @param qrPayload what the EPC QR code says; empty where the code does not exist for the currency or amount
 * @param qrCaption one line below the code
 */
public record Payment(String title, List<Entry> entries, Optional<String> qrPayload, String qrCaption) {

    public Payment {
        requireNonNull(title, "title");
        entries = List.copyOf(entries);
        requireNonNull(qrPayload, "qrPayload");
        requireNonNull(qrCaption, "qrCaption");
    }
}
