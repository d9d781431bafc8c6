package org.quittance.importer.csv;

import static org.quittance.importer.csv.JsonPlace.member;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quittance.api.importer.ImportException;

/** Reads and checks a mapping file as a whole. Every complaint names the file, the line and the key. */
final class MappingReader {

    private static final Set<String> KEYS = Set.of(
            "description",
            "delimiter",
            "quote",
            "encoding",
            "header",
            "skipLines",
            "dates",
            "decimal",
            "grouping",
            "currency",
            "records",
            "ignoreRows",
            "paymentsKnownUntil");
    private static final Map<String, Optional<Character>> DELIMITERS = Map.of(
            "auto", Optional.empty(),
            ",", Optional.of(','),
            ";", Optional.of(';'),
            "|", Optional.of('|'),
            "tab", Optional.of('\t'),
            "\t", Optional.of('\t'));
    private static final Map<String, Character> QUOTES = Map.of("\"", '"', "'", '\'', "none", Mapping.Layout.NO_QUOTE);
    private static final Map<String, Charset> ENCODINGS = Map.of(
            "UTF-8", StandardCharsets.UTF_8,
            "windows-1252", Charset.forName("windows-1252"),
            "ISO-8859-1", StandardCharsets.ISO_8859_1);
    private static final Map<String, Character> DECIMALS = Map.of(".", '.', ",", ',');
    private static final Map<String, Character> GROUPINGS =
            Map.of("none", '\0', "space", ' ', ".", '.', ",", ',', "'", '\'');
    private static final int SKIP_LINES_MAX = 1000;
    private static final String LAST_PAYMENT = "last payment";

    private MappingReader() {}

    static Mapping read(Path file) throws ImportException {
        Map<String, JsonPlace> root = JsonPlaces.read(file).object(KEYS);
        boolean header = header(root);
        SourceReader sources = new SourceReader(header);
        JsonPlace records = member(root, "records")
                .orElseThrow(() -> new ImportException(
                        "mapping " + file.getFileName() + " lacks «records»: which records a row gives"));
        return new Mapping(
                layout(root, header),
                amounts(root),
                dates(root),
                records(records, member(root, "currency"), sources),
                condition(root, "ignoreRows", sources),
                knownUntil(root));
    }

    private static boolean header(Map<String, JsonPlace> root) throws ImportException {
        Optional<JsonPlace> header = member(root, "header");
        return header.isEmpty() || header.get().bool();
    }

    private static Mapping.Layout layout(Map<String, JsonPlace> root, boolean header) throws ImportException {
        Optional<JsonPlace> skipLines = member(root, "skipLines");
        return new Mapping.Layout(
                choice(root, "encoding", ENCODINGS, StandardCharsets.UTF_8),
                choice(root, "delimiter", DELIMITERS, Optional.empty()),
                choice(root, "quote", QUOTES, '"'),
                header,
                skipLines.isPresent() ? skipLines.get().integer(0, SKIP_LINES_MAX) : 0);
    }

    private static AmountFormat amounts(Map<String, JsonPlace> root) throws ImportException {
        char decimal = choice(root, "decimal", DECIMALS, '.');
        char grouping = choice(root, "grouping", GROUPINGS, '\0');
        if (decimal == grouping) {
            throw root.get("grouping").fail("grouping.same");
        }
        return new AmountFormat(decimal, grouping);
    }

    private static List<DatePattern> dates(Map<String, JsonPlace> root) throws ImportException {
        Optional<JsonPlace> place = member(root, "dates");
        if (place.isEmpty()) {
            return List.of(DatePattern.of("yyyy-MM-dd"));
        }
        List<DatePattern> patterns = new ArrayList<>();
        for (JsonPlace element : place.get().elements()) {
            DatePattern pattern = datePattern(element);
            for (DatePattern earlier : patterns) {
                if (earlier.isConfusedWith(pattern)) {
                    throw element.fail("pattern.confused", pattern, earlier);
                }
            }
            patterns.add(pattern);
        }
        if (patterns.isEmpty()) {
            throw place.get().fail("pattern.empty");
        }
        return patterns;
    }

    private static DatePattern datePattern(JsonPlace place) throws ImportException {
        String text = place.filledText();
        try {
            return DatePattern.of(text);
        } catch (IllegalArgumentException problem) {
            throw place.fail("pattern.none", text, problem);
        }
    }

    private static Map<RecordKind, Mapping.Rule> records(
            JsonPlace place, Optional<JsonPlace> currency, SourceReader sources) throws ImportException {
        Map<RecordKind, Mapping.Rule> rules = new EnumMap<>(RecordKind.class);
        List<String> keys =
                List.of(RecordKind.values()).stream().map(RecordKind::key).toList();
        Map<String, JsonPlace> members = place.object(keys);
        for (RecordKind kind : RecordKind.values()) {
            if (members.containsKey(kind.key())) {
                rules.put(kind, RuleReader.read(kind, members.get(kind.key()), currency, sources));
            }
        }
        if (rules.isEmpty()) {
            throw place.fail("records.empty", keys);
        }
        Mapping.Rule invoice = rules.getOrDefault(RecordKind.INVOICE, RuleReader.NONE);
        if (invoice.repeatedRows()
                && !Set.of(RecordKind.DEBTOR, RecordKind.INVOICE).containsAll(rules.keySet())) {
            throw place.fail("records.repeated");
        }
        if (rules.containsKey(RecordKind.ENTRY) && rules.size() > 1) {
            throw place.fail("records.entry-alone");
        }
        return rules;
    }

    static Optional<Source.Condition> condition(Map<String, JsonPlace> members, String key, SourceReader sources)
            throws ImportException {
        Optional<JsonPlace> place = member(members, key);
        return place.isEmpty() ? Optional.empty() : Optional.of(sources.condition(place.get()));
    }

    private static Mapping.KnownUntil knownUntil(Map<String, JsonPlace> root) throws ImportException {
        Optional<JsonPlace> place = member(root, "paymentsKnownUntil");
        if (place.isEmpty()) {
            return Mapping.KnownUntil.NOT_STATED;
        }
        String text = place.get().text();
        if (text.equals(LAST_PAYMENT)) {
            return new Mapping.KnownUntil(Optional.empty(), true);
        }
        try {
            return new Mapping.KnownUntil(Optional.of(LocalDate.parse(text)), false);
        } catch (DateTimeException problem) {
            throw place.get().fail("known-until.none", text, LAST_PAYMENT);
        }
    }

    private static <T> T choice(Map<String, JsonPlace> root, String key, Map<String, T> choices, T otherwise)
            throws ImportException {
        Optional<JsonPlace> place = member(root, key);
        return place.isEmpty() ? otherwise : place.get().oneOf(choices);
    }
}
