package org.quittance.importer.csv;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.quittance.api.importer.MappingAssistant.Finding;
import org.quittance.api.importer.MappingAssistant.Proposal;
import org.quittance.api.text.Sentence;

/**
 * Puts a proposal together. What a person must decide is written as «?», which no reader of mappings takes, so that a mapping that is
 * not complete is never used by mistake. For one table and one thread.
 */
final class MappingDraft {

    static final String UNDECIDED = "?";

    private static final ObjectMapper JSON = new ObjectMapper();
    /** In a table of credit notes such a heading names the invoice that is corrected. */
    private static final Pattern OF_INVOICE = Pattern.compile("facture|invoice|rechnung");

    private static final int SHAPE_CONFIRMS = 4;
    private static final int SHAPE_ALONE = 50;

    private final TableScan table;
    private final CellWords cellWords;
    private final TableKind.Verdict verdict;
    private final List<Optional<HeadingWords.Meaning>> meanings;
    private final Map<Integer, Finding> findings = new TreeMap<>();
    private final List<Sentence> open = new ArrayList<>();
    private final List<Sentence> notices = new ArrayList<>();
    /** Column by field, for each record. */
    private final Map<RecordKind, Map<String, Integer>> fields = new LinkedHashMap<>();

    MappingDraft(TableScan table, List<Optional<HeadingWords.Meaning>> meanings, CellWords cellWords) {
        this.table = table;
        this.meanings = meanings;
        this.cellWords = cellWords;
        Set<String> concepts = new LinkedHashSet<>();
        meanings.forEach(meaning -> meaning.ifPresent(known -> concepts.add(known.concept())));
        long numbers = meanings.stream()
                .filter(meaning -> meaning.filter(known -> known.concept().equals("number"))
                        .isPresent())
                .count();
        verdict = TableKind.of(concepts, numbers > 1);
    }

    Proposal proposal() {
        assign();
        ObjectNode root = JSON.createObjectNode();
        layout(root);
        conventions(root);
        records(root);
        told();
        try {
            return new Proposal(
                    JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n",
                    List.copyOf(findings.values()),
                    open,
                    notices);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    private void assign() {
        boolean creditNotes = verdict.kind() == TableKind.CREDIT_NOTES;
        for (int index : surestFirst()) {
            Optional<HeadingWords.Meaning> meaning = meanings.get(index);
            if (meaning.isEmpty()) {
                left(index, 0, "propose.unknown");
                continue;
            }
            String concept = meaning.get().concept();
            RecordKind record = verdict.kind().record;
            String field = verdict.kind().field(concept);
            if (creditNotes && concept.equals("number")) {
                field = OF_INVOICE
                                .matcher(HeadingWords.folded(table.headings().get(index)))
                                .find()
                        ? "corrects"
                        : "number";
            }
            if (field.isEmpty() && verdict.kind() == TableKind.INVOICES) {
                boolean ofDebtor = concept.equals("name") || TableKind.OF_DEBTOR.contains(concept);
                record = ofDebtor ? RecordKind.DEBTOR : RecordKind.PAYMENT;
                field = ofDebtor || concept.equals("bookedOn") ? concept : "";
            }
            place(index, record, field, meaning.get());
        }
    }

    /** So that «PaperlessDate» does not take the place of «InvoiceDate». */
    private List<Integer> surestFirst() {
        return IntStream.range(0, table.headings().size())
                .boxed()
                .sorted(Comparator.comparingInt(index ->
                        -meanings.get(index).map(HeadingWords.Meaning::sure).orElse(0)))
                .toList();
    }

    private Map<String, Integer> of(RecordKind record) {
        return fields.computeIfAbsent(record, kind -> new LinkedHashMap<>());
    }

    private void place(int index, RecordKind record, String field, HeadingWords.Meaning meaning) {
        ColumnProfile profile = table.profiles().get(index);
        boolean date = isDate(field);
        boolean amount = field.startsWith("amount");
        if (field.isEmpty()) {
            left(index, meaning.sure() / 2, "propose.no-place");
        } else if (of(record).containsKey(field)) {
            left(
                    index,
                    SHAPE_ALONE,
                    "propose.twice",
                    meaning.word(),
                    table.headings().get(of(record).get(field)));
        } else if (profile.filled() > 0 && (date && !profile.isOfDates() || amount && !profile.isOfAmounts())) {
            left(index, SHAPE_ALONE, date ? "propose.no-dates" : "propose.no-amounts", meaning.word());
        } else if (CellWords.isClosed(field) && !isUnderstood(record, field, profile)) {
            left(index, SHAPE_ALONE, "propose.no-vocabulary", meaning.word());
        } else {
            boolean confirmed = profile.filled() > 0 && (date || amount);
            of(record).put(field, index);
            findings.put(
                    index,
                    new Finding(
                            table.headings().get(index),
                            Optional.of(record.key() + "." + field),
                            Math.min(99, meaning.sure() + (confirmed ? SHAPE_CONFIRMS : 0)),
                            Sentence.of(
                                    MappingDraft.class,
                                    confirmed
                                            ? date ? "propose.word-and-dates" : "propose.word-and-amounts"
                                            : "propose.word",
                                    meaning.word())));
        }
    }

    private static boolean isDate(String field) {
        return field.startsWith("due")
                || Set.of("issueDate", "bookedOn", "valueDate", "sentOn").contains(field);
    }

    private boolean isUnderstood(RecordKind record, String field, ColumnProfile profile) {
        return profile.filled() == 0
                || profile.vocabulary().stream()
                        .anyMatch(
                                value -> cellWords.meaning(record, field, value).isPresent());
    }

    private void left(int index, int sure, String why, Object... values) {
        findings.put(
                index,
                new Finding(
                        table.headings().get(index),
                        Optional.empty(),
                        sure,
                        Sentence.of(MappingDraft.class, why, values)));
    }

    private void layout(ObjectNode root) {
        root.put("delimiter", table.delimiter() == '\t' ? "tab" : String.valueOf(table.delimiter()));
        root.put(
                "encoding",
                table.encoding().equals(StandardCharsets.UTF_8)
                        ? "UTF-8"
                        : table.encoding().name());
        if (table.skipLines() > 0) {
            root.put("skipLines", table.skipLines());
        }
    }

    private void conventions(ObjectNode root) {
        if (table.rows() == 0) {
            root.put("dates", UNDECIDED);
            open.add(sentence("propose.no-rows"));
            return;
        }
        WritingConventions conventions = new WritingConventions(open, notices);
        conventions.dates(root, columns(true));
        Map<String, Integer> record = fields.getOrDefault(verdict.kind().record, Map.of());
        boolean hasAmount = record.keySet().stream().anyMatch(field -> field.startsWith("amount"));
        conventions.amounts(root, columns(false), hasAmount && !record.containsKey("currency"));
    }

    private List<ColumnProfile> columns(boolean dates) {
        List<ColumnProfile> found = new ArrayList<>();
        fields.values()
                .forEach(ofRecord -> ofRecord.forEach((field, index) -> {
                    ColumnProfile profile = table.profiles().get(index);
                    if (profile.filled() > 0 && (dates ? isDate(field) : field.startsWith("amount"))) {
                        found.add(profile);
                    }
                }));
        return found;
    }

    private void records(ObjectNode root) {
        ObjectNode records = root.putObject("records");
        RecordKind kind = verdict.kind().record;
        boolean describesDebtors =
                kind == RecordKind.INVOICE && of(RecordKind.DEBTOR).containsKey("name");
        if (describesDebtors) {
            debtorOfInvoices(records);
        } else if (kind == RecordKind.INVOICE) {
            fields.remove(RecordKind.DEBTOR);
        }
        ObjectNode record = records.putObject(kind.key());
        write(record, kind);
        for (String needed : kind.required()) {
            if (!record.has(needed)) {
                record.put(needed, UNDECIDED);
                open.add(sentence("propose.field-missing", kind.key() + "." + needed));
            }
        }
        if (kind == RecordKind.INVOICE && !record.has("due")) {
            notices.add(sentence("propose.due-by-terms"));
        }
        boolean settles = kind == RecordKind.INVOICE && of(RecordKind.PAYMENT).containsKey("bookedOn");
        if (settles) {
            settled(records, record);
        }
        if (kind == RecordKind.PAYMENT && !record.has("invoice") && !record.has("debtor")) {
            record.put("debtor", UNDECIDED);
            open.add(sentence("propose.field-missing", "payment.debtor"));
        }
        boolean isDoubtful = verdict.sure() < 60;
        if (isDoubtful) {
            open.add(sentence("propose.kind-doubtful", kind.key(), verdict.sure()));
            records.put(UNDECIDED, UNDECIDED);
        } else {
            notices.add(sentence("propose.kind", kind.key(), verdict.sure()));
        }
    }

    /** The rows of invoices say who their debtors are. */
    private void debtorOfInvoices(ObjectNode records) {
        Map<String, Integer> invoice = of(RecordKind.INVOICE);
        Map<String, Integer> debtor = of(RecordKind.DEBTOR);
        ObjectNode record = records.putObject(RecordKind.DEBTOR.key());
        int key = invoice.getOrDefault("debtor", debtor.get("name"));
        record.set("id", column(key));
        write(record, RecordKind.DEBTOR);
        if (!invoice.containsKey("debtor")) {
            invoice.put("debtor", key);
            notices.add(sentence("propose.name-as-key", table.headings().get(key)));
        }
    }

    /** A day on which the invoice of the row was paid, as a whole. */
    private void settled(ObjectNode records, ObjectNode invoice) {
        int paid = of(RecordKind.PAYMENT).get("bookedOn");
        String day = table.headings().get(paid);
        ObjectNode payment = records.putObject(RecordKind.PAYMENT.key());
        payment.set("when", column(paid));
        if (invoice.path("number").isTextual()) {
            payment.putObject("key")
                    .put("template", "settled-{" + invoice.path("number").asText() + "}");
        } else {
            payment.put("key", UNDECIDED);
            open.add(sentence("propose.field-missing", RecordKind.PAYMENT.key() + ".key"));
        }
        payment.set("invoice", invoice.get("number"));
        payment.set("amount", invoice.get("amount"));
        payment.set("bookedOn", column(paid));
        notices.add(sentence("propose.settled", day));
    }

    private void write(ObjectNode record, RecordKind kind) {
        of(kind).forEach((field, index) -> {
            ColumnProfile profile = table.profiles().get(index);
            if (CellWords.isClosed(field) && !isPlain(kind, field, profile)) {
                ObjectNode source = record.putObject(field);
                source.set("column", column(index));
                translated(source, kind, field, profile);
            } else {
                record.set(field, column(index));
            }
        });
    }

    /** By its heading where that names it, else by its position. */
    private JsonNode column(int index) {
        List<String> headings = table.headings();
        String heading = headings.get(index);
        boolean names = !heading.isBlank() && headings.indexOf(heading) == headings.lastIndexOf(heading);
        return names ? TextNode.valueOf(heading) : IntNode.valueOf(index + 1);
    }

    private boolean isPlain(RecordKind kind, String field, ColumnProfile profile) {
        boolean blanksCount = field.equals("disputed") && profile.filled() < table.rows();
        return !blanksCount
                && profile.vocabulary().stream()
                        .allMatch(value -> cellWords
                                .meaning(kind, field, value)
                                .filter(value::equals)
                                .isPresent());
    }

    private void translated(ObjectNode source, RecordKind kind, String field, ColumnProfile profile) {
        ObjectNode values = source.putObject("values");
        boolean isTruth = field.equals("disputed");
        for (String value : profile.vocabulary()) {
            Optional<String> meaning = cellWords.meaning(kind, field, value);
            if (isTruth && meaning.isPresent()) {
                values.put(value, isTrue(meaning.get()));
            } else {
                values.put(value, meaning.orElse(UNDECIDED));
            }
            if (meaning.isEmpty()) {
                open.add(sentence("propose.value-unknown", kind.key() + "." + field, value));
            }
        }
        if (profile.filled() < table.rows()) {
            if (isTruth) {
                source.put("whenBlank", false);
            } else if (field.equals("kind")) {
                source.put("whenBlank", "unknown");
            }
        }
    }

    private static boolean isTrue(String word) {
        try {
            return Words.truth(word, "");
        } catch (RowProblem notAWord) {
            throw new IllegalStateException(word, notAWord);
        }
    }

    private void told() {
        if (table.skewed() > 0) {
            notices.add(
                    sentence("propose.skewed", table.skewed(), table.headings().size()));
        }
        if (verdict.kind() == TableKind.INVOICES) {
            notices.add(sentence("propose.no-evidence"));
        }
        if (verdict.kind() == TableKind.INVOICES && !fields.containsKey(RecordKind.DEBTOR)) {
            notices.add(sentence("propose.debtors-apart"));
        }
        if (fields.containsKey(RecordKind.PAYMENT)) {
            notices.add(sentence("propose.known-until"));
        }
    }

    static Sentence sentence(String code, Object... values) {
        return Sentence.of(MappingDraft.class, code, values);
    }
}
