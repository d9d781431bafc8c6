package org.quittance.importer.csv;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Kinds of record a row can give, in the order in which they are pushed: what is referred to comes first. */
enum RecordKind {
    DEBTOR(
            "debtor",
            List.of("id", "name"),
            List.of(
                    "kind",
                    "language",
                    "country",
                    "street",
                    "street2",
                    "street3",
                    "postalCode",
                    "town",
                    "contact",
                    "email",
                    "phone",
                    "legalId",
                    "policy",
                    "preferredMedia",
                    "optOuts")),
    INVOICE(
            "invoice",
            List.of("number", "debtor", "issueDate", "amount"),
            List.of("due", "currency", "disputed", "evidence.grade", "evidence.sentOn", "evidence.source")),
    CREDIT_NOTE("creditNote", List.of("number", "debtor", "issueDate", "amount"), List.of("currency", "corrects")),
    EVIDENCE("evidence", List.of("invoice", "grade", "sentOn", "source"), List.of()),
    PAYMENT("payment", List.of("amount", "bookedOn"), List.of("currency", "key", "debtor", "invoice", "valueDate")),
    REMINDER("reminder", List.of("invoice", "step", "sentOn"), List.of()),
    ENTRY(
            "entry",
            List.of("account", "bookedOn"),
            List.of(
                    "currency",
                    "amount",
                    "debit",
                    "credit",
                    "valueDate",
                    "key",
                    "counterparty",
                    "counterpartyIban",
                    "reference",
                    "endToEndId",
                    "text"));

    static final int INSTALMENTS_MAX = 24;

    private final String key;
    private final List<String> required;
    private final Set<String> fields;

    RecordKind(String key, List<String> required, List<String> optional) {
        this.key = key;
        this.required = required;
        this.fields = new LinkedHashSet<>(required);
        this.fields.addAll(optional);
        if (key.equals("invoice")) {
            for (int i = 2; i <= INSTALMENTS_MAX; i++) {
                this.fields.add("due" + i);
                this.fields.add("amount" + i);
            }
        }
    }

    /** As mapping files write it. */
    String key() {
        return key;
    }

    List<String> required() {
        return required;
    }

    /** Every field, the required ones first. A name with a point stands in an object of its own. */
    Set<String> fields() {
        return fields;
    }

    boolean hasMoney() {
        return fields.contains("currency");
    }

    static Optional<RecordKind> of(String key) {
        for (RecordKind kind : values()) {
            if (kind.key.equals(key)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
