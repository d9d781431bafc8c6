package org.quittance.importer.csv;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a table gives, judged by what its headings may mean together. */
enum TableKind {
    REMINDERS(RecordKind.REMINDER, Map.of("number", "invoice", "date", "sentOn", "sentOn", "sentOn", "step", "step")),
    EVIDENCE(
            RecordKind.EVIDENCE,
            Map.of("number", "invoice", "date", "sentOn", "sentOn", "sentOn", "grade", "grade", "source", "source")),
    INVOICES(
            RecordKind.INVOICE,
            Map.of(
                    "number", "number",
                    "key", "number",
                    "debtor", "debtor",
                    "code", "debtor",
                    "date", "issueDate",
                    "issueDate", "issueDate",
                    "due", "due",
                    "amount", "amount",
                    "currency", "currency",
                    "disputed", "disputed")),
    CREDIT_NOTES(
            RecordKind.CREDIT_NOTE,
            Map.of(
                    "creditNote", "number",
                    "debtor", "debtor",
                    "date", "issueDate",
                    "issueDate", "issueDate",
                    "amount", "amount",
                    "currency", "currency",
                    "corrects", "corrects")),
    PAYMENTS(
            RecordKind.PAYMENT,
            Map.of(
                    "key", "key",
                    "number", "invoice",
                    "debtor", "debtor",
                    "date", "bookedOn",
                    "bookedOn", "bookedOn",
                    "valueDate", "valueDate",
                    "amount", "amount",
                    "currency", "currency")),
    DEBTORS(RecordKind.DEBTOR, Map.of("code", "id", "debtor", "id", "name", "name"));

    /** What a debtor has beside its key and its name, whatever table says so. */
    static final List<String> OF_DEBTOR = List.of(
            "kind",
            "language",
            "country",
            "street",
            "street2",
            "postalCode",
            "town",
            "contact",
            "email",
            "phone",
            "legalId",
            "policy",
            "preferredMedia",
            "optOuts");

    final RecordKind record;
    private final Map<String, String> fieldByConcept;

    TableKind(RecordKind record, Map<String, String> fieldByConcept) {
        this.record = record;
        this.fieldByConcept = fieldByConcept;
    }

    /** A verdict and how sure it is, in percent. */
    record Verdict(TableKind kind, int sure) {}

    /** @param twoNumbers whether one column is the number of a document and another names an invoice */
    static Verdict of(Set<String> concepts, boolean twoNumbers) {
        if (concepts.contains("step")) {
            return new Verdict(REMINDERS, 90);
        }
        if (concepts.contains("grade")) {
            return new Verdict(EVIDENCE, 90);
        }
        if (concepts.contains("due")) {
            return new Verdict(INVOICES, 95);
        }
        if (concepts.contains("creditNote")) {
            return new Verdict(CREDIT_NOTES, 90);
        }
        if (concepts.contains("bookedOn") && !concepts.contains("issueDate")) {
            return new Verdict(PAYMENTS, 90);
        }
        if (!concepts.contains("amount")) {
            return new Verdict(DEBTORS, concepts.contains("name") ? 90 : 20);
        }
        if (concepts.contains("issueDate")) {
            return new Verdict(INVOICES, 80);
        }
        if (concepts.contains("key") && (concepts.contains("number") || concepts.contains("debtor"))) {
            return new Verdict(PAYMENTS, 65);
        }
        return twoNumbers ? new Verdict(CREDIT_NOTES, 60) : new Verdict(INVOICES, 50);
    }

    /** The field of this table's record that a concept is; empty text for none. */
    String field(String concept) {
        boolean instalment = this == INVOICES && concept.matches("(due|amount)[0-9]{1,2}");
        if (instalment || this == DEBTORS && OF_DEBTOR.contains(concept)) {
            return concept;
        }
        return fieldByConcept.getOrDefault(concept, "");
    }
}
