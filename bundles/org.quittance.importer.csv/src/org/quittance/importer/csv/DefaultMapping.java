package org.quittance.importer.csv;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.quittance.api.importer.ImportException;
import org.quittance.api.text.Sentence;

/**
 * The mapping for files that come without one: what a file is about is told by its column names alone. English names
 * mean dates like 2026-11-20 and a decimal point, French ones also dates like 20/11/2026 and a decimal comma. Nothing
 * else is guessed, neither a currency nor evidence of sending nor how far payments are known.
 */
final class DefaultMapping {

    static final Mapping.Layout LAYOUT = new Mapping.Layout(StandardCharsets.UTF_8, Optional.empty(), '"', true, 0);

    private static final Mapping.Rule NONE = RuleReader.NONE;

    private DefaultMapping() {}

    static Mapping of(List<String> header, CanonicalColumns canonical) throws ImportException {
        Map<String, Source.ColumnName> found = new HashMap<>();
        for (String column : header) {
            Optional<String> field = canonical.field(column);
            if (field.isPresent() && found.containsKey(field.get())) {
                throw new ImportException(
                        Sentence.of(
                                DefaultMapping.class,
                                "column.same-meaning",
                                found.get(field.get()).name(),
                                column),
                        1,
                        column,
                        null);
            }
            field.ifPresent(name -> found.put(
                    name, Source.ColumnName.of(column, Sentence.of(DefaultMapping.class, "mapping.default"))));
        }
        boolean french = canonical.isFrench(header);
        return new Mapping(
                LAYOUT,
                french ? new AmountFormat(',', ' ') : AmountFormat.ungrouped('.'),
                french
                        ? List.of(DatePattern.of("dd/MM/yyyy"), DatePattern.of("yyyy-MM-dd"))
                        : List.of(DatePattern.of("yyyy-MM-dd")),
                records(header, found),
                Optional.empty(),
                Mapping.KnownUntil.NOT_STATED);
    }

    private static Map<RecordKind, Mapping.Rule> records(List<String> header, Map<String, Source.ColumnName> found)
            throws ImportException {
        RecordKind kind = kind(header, found);
        Map<RecordKind, Mapping.Rule> rules = new EnumMap<>(RecordKind.class);
        rules.put(kind, rule(kind, found));
        if (kind == RecordKind.INVOICE && found.containsKey("name")) {
            rules.put(RecordKind.DEBTOR, rule(RecordKind.DEBTOR, found));
        }
        return rules;
    }

    private static RecordKind kind(List<String> header, Map<String, Source.ColumnName> found) throws ImportException {
        if (found.containsKey("step")) {
            return RecordKind.REMINDER;
        }
        if (found.containsKey("creditNote")) {
            return RecordKind.CREDIT_NOTE;
        }
        if (found.containsKey("bookedOn")) {
            return RecordKind.PAYMENT;
        }
        if (found.containsKey("due")) {
            return RecordKind.INVOICE;
        }
        if (found.containsKey("grade")) {
            return RecordKind.EVIDENCE;
        }
        if (found.containsKey("debtor") && found.containsKey("name")) {
            return RecordKind.DEBTOR;
        }
        throw new ImportException(
                Sentence.of(DefaultMapping.class, "file.about-nothing", String.join("», «", header)), 1, "", null);
    }

    private static Mapping.Rule rule(RecordKind kind, Map<String, Source.ColumnName> found) throws ImportException {
        Map<String, Source> fields = kind.fields().stream()
                .filter(field -> found.containsKey(column(kind, field)))
                .collect(Collectors.toMap(field -> field, field -> new Source.Column(found.get(column(kind, field)))));
        if (!fields.keySet().containsAll(List.of("evidence.grade", "evidence.sentOn", "evidence.source"))) {
            fields.keySet().removeIf(field -> field.startsWith("evidence."));
        }
        for (String field : kind.required()) {
            require(kind, field, fields);
        }
        if (kind.hasMoney()) {
            require(kind, "currency", fields);
        }
        if (kind == RecordKind.PAYMENT && !fields.containsKey("invoice")) {
            require(kind, "debtor", fields);
        }
        return new Mapping.Rule(fields, NONE.when(), false);
    }

    private static void require(RecordKind kind, String field, Map<String, Source> fields) throws ImportException {
        if (!fields.containsKey(field)) {
            throw new ImportException(
                    Sentence.of(DefaultMapping.class, "file.field-missing", kind.key(), field), 1, field, null);
        }
    }

    /** The field of {@code canonical-columns.properties} that a field of this kind of record is read from. */
    private static String column(RecordKind kind, String field) {
        if (field.startsWith("evidence.")) {
            return field.substring("evidence.".length());
        }
        return switch (kind) {
            case DEBTOR -> field.equals("id") ? "debtor" : field;
            case INVOICE -> field.equals("number") ? "invoice" : field;
            case CREDIT_NOTE -> field.equals("number") ? "creditNote" : creditNoteColumn(field);
            default -> field;
        };
    }

    private static String creditNoteColumn(String field) {
        return field.equals("corrects") ? "corrects" : field;
    }
}
