package org.quittance.importer.fec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.quittance.api.importer.ImportException;
import org.quittance.api.interest.TermMethod;
import org.quittance.api.text.Sentence;

/**
 * What the file itself cannot tell: after how many days customers have to pay, and until when its payments are complete.
 *
 * @param term for every debtor without one of its own
 * @param terms by debtor
 * @param knownUntil a day up to which the payments of the file are complete
 * @param lastPayment whether that day is the last one with an entry in a bank journal
 * @param bankSince from this day on the bank's statements are imported too, and they tell the payments
 */
record FecOptions(
        Optional<Term> term,
        Map<String, Term> terms,
        Optional<LocalDate> knownUntil,
        boolean lastPayment,
        Optional<LocalDate> bankSince) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final long SIZE_MAX_BYTES = 8L << 20;
    private static final int DAYS_MAX = 366;
    private static final String LAST_PAYMENT = "last payment";
    private static final String BANK_SINCE = "bankStatementsSince";
    private static final String KNOWN_UNTIL = "paymentsKnownUntil";
    private static final Set<String> KEYS = Set.of("description", "term", "terms", KNOWN_UNTIL, BANK_SINCE);

    /** Terms are asked of the register. */
    private static final FecOptions NONE =
            new FecOptions(Optional.empty(), Map.of(), Optional.empty(), false, Optional.empty());

    /** A payment term, counted from the date of the invoice. */
    record Term(int days, TermMethod method) {

        LocalDate due(LocalDate issued) {
            return method.due(issued, days);
        }
    }

    static FecOptions read(Optional<Path> file) throws ImportException {
        if (file.isEmpty()) {
            return NONE;
        }
        String name = String.valueOf(file.get().getFileName());
        try {
            if (Files.size(file.get()) > SIZE_MAX_BYTES) {
                throw wrong(name, "", "mapping.too-large");
            }
            return new Reader(name).options(JSON.readTree(Files.readAllBytes(file.get())));
        } catch (JsonProcessingException problem) {
            int line = problem.getLocation() == null ? 0 : problem.getLocation().getLineNr();
            throw new ImportException(
                    Sentence.of(FecOptions.class, "mapping.no-json", name, line, problem.getOriginalMessage()),
                    0,
                    "",
                    problem);
        } catch (IOException problem) {
            throw FecText.unreadable(file.get(), problem);
        }
    }

    /** Whether the statements of the bank tell of what was booked on a day. */
    boolean isOfBank(LocalDate booked) {
        return bankSince.isPresent() && !booked.isBefore(bankSince.get());
    }

    Optional<Term> termOf(String debtor) {
        return Optional.ofNullable(terms.get(debtor)).or(() -> term);
    }

    private static ImportException wrong(String file, String key, String code, Object... values) {
        return new ImportException(
                Sentence.of(FecOptions.class, "mapping.wrong", file, key, Sentence.of(FecOptions.class, code, values)),
                0,
                key,
                null);
    }

    private record Reader(String name) {

        FecOptions options(JsonNode root) throws ImportException {
            requireObject(root, "");
            requireKeys(root, "", KEYS);
            Optional<Term> term = root.has("term") ? Optional.of(term(root.get("term"), "term")) : Optional.empty();
            Map<String, Term> terms = new HashMap<>();
            if (root.has("terms")) {
                requireObject(root.get("terms"), "terms");
                for (Map.Entry<String, JsonNode> entry : root.get("terms").properties()) {
                    terms.put(entry.getKey(), term(entry.getValue(), "terms." + entry.getKey()));
                }
            }
            String until = root.path(KNOWN_UNTIL).asText("");
            boolean last = until.equals(LAST_PAYMENT);
            String since = root.path(BANK_SINCE).asText("");
            if (!since.isEmpty() && !until.isEmpty()) {
                throw wrong(name, KNOWN_UNTIL, "mapping.known-by-bank", BANK_SINCE);
            }
            return new FecOptions(
                    term,
                    terms,
                    until.isEmpty() || last
                            ? Optional.empty()
                            : Optional.of(day(until, KNOWN_UNTIL, "mapping.day", LAST_PAYMENT)),
                    last,
                    since.isEmpty() ? Optional.empty() : Optional.of(day(since, BANK_SINCE, "mapping.since", "")));
        }

        private LocalDate day(String text, String key, String code, String other) throws ImportException {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException none) {
                throw wrong(name, key, code, text, other);
            }
        }

        private Term term(JsonNode node, String key) throws ImportException {
            if (node.isObject()) {
                requireKeys(node, key, Set.of("days", "method"));
                return new Term(days(node.path("days"), key), method(node.path("method"), key));
            }
            return new Term(days(node, key), TermMethod.DAYS);
        }

        private int days(JsonNode node, String key) throws ImportException {
            if (!node.isInt() || node.intValue() < 0 || node.intValue() > DAYS_MAX) {
                throw wrong(name, key, "mapping.days", node, DAYS_MAX);
            }
            return node.intValue();
        }

        private TermMethod method(JsonNode node, String key) throws ImportException {
            Map<String, TermMethod> methods = new TreeMap<>();
            for (TermMethod method : TermMethod.values()) {
                methods.put(method.name().toLowerCase(Locale.ROOT), method);
            }
            if (node.isMissingNode()) {
                return TermMethod.DAYS;
            }
            String word = node.asText().toLowerCase(Locale.ROOT).replace('-', '_');
            if (!methods.containsKey(word)) {
                throw wrong(name, key, "mapping.method", node, String.join(", ", methods.keySet()));
            }
            return methods.get(word);
        }

        private void requireObject(JsonNode node, String key) throws ImportException {
            if (!node.isObject()) {
                throw wrong(name, key, "mapping.object");
            }
        }

        private void requireKeys(JsonNode node, String place, Set<String> known) throws ImportException {
            for (Map.Entry<String, JsonNode> entry : node.properties()) {
                if (!known.contains(entry.getKey())) {
                    throw wrong(
                            name,
                            place.isEmpty() ? entry.getKey() : place + "." + entry.getKey(),
                            "mapping.key",
                            String.join(", ", new TreeSet<>(known)));
                }
            }
        }
    }
}
