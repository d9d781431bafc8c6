package org.quittance.importer.csv;

import static org.quittance.importer.csv.JsonPlace.member;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quittance.api.importer.ImportException;

/** Reads how one kind of record comes out of a row. */
final class RuleReader {

    static final Mapping.Rule NONE = new Mapping.Rule(Map.of(), Optional.empty(), false);

    private static final String EVIDENCE = "evidence";

    private RuleReader() {}

    /** @param currency the currency of the whole mapping, for records of money that state none of their own */
    static Mapping.Rule read(RecordKind kind, JsonPlace place, Optional<JsonPlace> currency, SourceReader sources)
            throws ImportException {
        Map<String, JsonPlace> members = place.object(keys(kind));
        Map<String, Source> fields = new HashMap<>();
        for (String field : kind.fields()) {
            Optional<JsonPlace> source = field.startsWith(EVIDENCE + ".") ? Optional.empty() : member(members, field);
            if (source.isPresent()) {
                fields.put(field, sources.source(kind, field, source.get()));
            }
        }
        if (kind.hasMoney() && !fields.containsKey("currency")) {
            JsonPlace source = currency.orElseThrow(() -> place.fail("rule.no-currency"));
            fields.put("currency", sources.source(kind, "currency", source));
        }
        if (kind == RecordKind.INVOICE && members.containsKey(EVIDENCE)) {
            evidence(members.get(EVIDENCE), fields, sources);
        }
        requireComplete(kind, place, fields);
        Optional<JsonPlace> repeated = member(members, "repeatedRows");
        return new Mapping.Rule(
                fields,
                MappingReader.condition(members, "when", sources),
                repeated.isPresent() && repeated.get().bool());
    }

    private static Set<String> keys(RecordKind kind) {
        Set<String> keys = new LinkedHashSet<>();
        for (String field : kind.fields()) {
            keys.add(field.startsWith(EVIDENCE + ".") ? EVIDENCE : field);
        }
        keys.add("when");
        if (kind == RecordKind.INVOICE) {
            keys.add("repeatedRows");
        }
        return keys;
    }

    private static void evidence(JsonPlace place, Map<String, Source> fields, SourceReader sources)
            throws ImportException {
        Map<String, JsonPlace> members = place.object(Set.of("grade", "sentOn", "source"));
        for (String part : new String[] {"grade", "sentOn", "source"}) {
            JsonPlace source = member(members, part).orElseThrow(() -> place.fail("rule.no-evidence", part));
            fields.put("evidence." + part, sources.source(RecordKind.INVOICE, "evidence." + part, source));
        }
    }

    private static void requireComplete(RecordKind kind, JsonPlace place, Map<String, Source> fields)
            throws ImportException {
        for (String field : kind.required()) {
            if (!fields.containsKey(field)) {
                throw place.fail("rule.no-field", field, kind.key(), kind.required());
            }
        }
        if (kind == RecordKind.PAYMENT && !fields.containsKey("debtor") && !fields.containsKey("invoice")) {
            throw place.fail("rule.payment-of-nobody");
        }
        boolean sides = fields.containsKey("debit") && fields.containsKey("credit");
        boolean side = fields.containsKey("debit") || fields.containsKey("credit");
        if (kind == RecordKind.ENTRY && (fields.containsKey("amount") ? side : !sides)) {
            throw place.fail("rule.entry-amount");
        }
        for (int i = 2; i <= RecordKind.INSTALMENTS_MAX; i++) {
            if (fields.containsKey("due" + i) && !fields.containsKey("due")) {
                throw place.fail("rule.no-field", "due", kind.key(), "due, amount");
            }
            if (fields.containsKey("due" + i) != fields.containsKey("amount" + i)) {
                throw place.fail("rule.half-instalment", i);
            }
        }
    }
}
