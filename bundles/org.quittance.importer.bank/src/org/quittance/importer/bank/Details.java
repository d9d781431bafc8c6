package org.quittance.importer.bank;

import java.util.Optional;
import org.quittance.api.importer.StatementEntry;

/** What a bank tells about a movement besides day and amount, while it is being read. Empty text stands for what is not told. */
final class Details {

    private static final int TEXT_MAX = 64 * 1024;
    private static final int OTHER_REFERENCES_MAX = 1_000;

    private final StringBuilder text = new StringBuilder();
    private String counterparty = "";
    private String counterpartyIban = "";
    private String ultimateCounterparty = "";
    private String structuredReference = "";
    private String endToEndId = "";
    private String mandate = "";
    private String returnReason = "";
    private String otherReferences = "";
    private boolean takenBack;

    void counterparty(String value) {
        counterparty = value.strip();
    }

    void counterpartyIban(String value) {
        counterpartyIban = BankText.account(value);
    }

    void ultimateCounterparty(String value) {
        ultimateCounterparty = value.strip();
    }

    void structuredReference(String value) {
        structuredReference = BankText.reference(value).replace(" ", "");
    }

    void endToEndId(String value) {
        endToEndId = BankText.reference(value);
    }

    void mandate(String value) {
        mandate = BankText.reference(value);
    }

    void returnReason(String value) {
        returnReason = value.strip();
    }

    /** It takes back an earlier movement, for whatever reason. */
    void takenBack() {
        takenBack = true;
    }

    boolean isTakenBack() {
        return takenBack || !returnReason.isEmpty();
    }

    /** References that tell movements apart but mean nothing to the suite. */
    void otherReference(String value) {
        if (otherReferences.length() < OTHER_REFERENCES_MAX) {
            otherReferences = otherReferences + "|" + value;
        }
    }

    void line(String value) throws BadValue {
        String line = value.strip();
        if (line.isEmpty()) {
            return;
        }
        if (text.length() + line.length() > TEXT_MAX) {
            throw new BadValue("the texts of one movement are longer than " + TEXT_MAX + " characters");
        }
        if (!text.isEmpty()) {
            text.append('\n');
        }
        text.append(line);
    }

    int textLength() {
        return text.length();
    }

    boolean hasText() {
        return !text.isEmpty();
    }

    String text() {
        return text.toString();
    }

    String counterparty() {
        return counterparty;
    }

    String counterpartyIban() {
        return counterpartyIban;
    }

    String endToEndId() {
        return endToEndId;
    }

    String structuredReference() {
        return structuredReference;
    }

    String otherReferences() {
        return otherReferences;
    }

    StatementEntry.Builder onto(StatementEntry.Builder entry) {
        return entry.counterparty(optional(counterparty))
                .counterpartyIban(optional(counterpartyIban))
                .ultimateCounterparty(optional(ultimateCounterparty))
                .structuredReference(optional(structuredReference))
                .endToEndId(optional(endToEndId))
                .mandate(optional(mandate))
                .returnReason(optional(returnReason))
                .text(text());
    }

    private static Optional<String> optional(String value) {
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }
}
