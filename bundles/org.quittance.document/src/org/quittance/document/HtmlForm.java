package org.quittance.document;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.quittance.document.letter.Entry;
import org.quittance.document.letter.Letter;
import org.quittance.document.letter.Passage;
import org.quittance.document.letter.Statement;
import org.quittance.document.letter.Table;

/**
 * A message as a complete HTML document: styles inline, nothing fetched from anywhere. Every word is escaped when it is put
 * in. Immutable, safe for any thread.
 */
final class HtmlForm {

    private static final Mustache.Compiler ESCAPING =
            Mustache.compiler().escapeHTML(true).strictSections(true);

    private final Template message;
    private final Template passages;
    private final Template table;

    private HtmlForm(Template message, Template passages, Template table) {
        this.message = message;
        this.passages = passages;
        this.table = table;
    }

    static HtmlForm shipped() {
        return new HtmlForm(compiled("message"), compiled("passages"), compiled("table"));
    }

    String of(Letter letter) {
        Map<String, Object> values = new HashMap<>();
        values.put("language", letter.language().getLanguage());
        values.put("colon", letter.language().getLanguage().equals("fr") ? "\u00a0: " : ": ");
        values.put("subject", letter.subject());
        values.put("subjectLine", letter.subjectLine());
        values.put("titled", !letter.title().isEmpty());
        values.put("title", letter.title());
        parties(letter, values);
        values.put("opening", html(passages(letter.opening())));
        values.put("body", html(passages(letter.body())));
        values.put("closing", html(passages(letter.closing())));
        values.put("legal", letter.legal());
        values.put("boxes", boxes(letter));
        statement(letter.statement(), values);
        return message.execute(values);
    }

    private void parties(Letter letter, Map<String, Object> values) {
        List<String> senderLines = new ArrayList<>(letter.sender().addressLines());
        senderLines.addAll(letter.sender().contactLines());
        values.put("sender", letter.sender().name());
        values.put("senderLines", senderLines);
        values.put("signed", !letter.internal());
        values.put("signatory", letter.sender().signatory().map(List::of).orElse(List.of()));
        values.put("mentions", letter.sender().legalMentions());
        values.put("recipient", letter.internal() ? List.of() : letter.recipient());
        values.put("references", entries(letter.references()));
        values.put("placeAndDate", letter.placeAndDate());
        values.put("privacy", letter.privacy());
    }

    private void statement(Statement statement, Map<String, Object> values) {
        values.put("items", statement.items().map(items -> html(table(items))).orElse(List.of()));
        values.put("hasSums", !statement.parts().isEmpty() || statement.total().isPresent());
        values.put("parts", entries(statement.parts()));
        values.put(
                "total", statement.total().map(total -> entries(List.of(total))).orElse(List.of()));
        values.put("annex", statement.interest().map(this::annex).orElse(List.of()));
    }

    private List<Map<String, String>> annex(Statement.Annex annex) {
        Map<String, String> values = new HashMap<>(entry(annex.sum()));
        values.put("title", annex.title());
        values.put("html", table(annex.table()));
        return List.of(values);
    }

    private static List<Map<String, Object>> boxes(Letter letter) {
        List<Map<String, Object>> boxes = new ArrayList<>();
        letter.payment()
                .ifPresent(
                        payment -> boxes.add(Map.of("title", payment.title(), "entries", entries(payment.entries()))));
        boxes.add(Map.of("title", letter.contactTitle(), "entries", entries(letter.contact())));
        return boxes;
    }

    private static List<Map<String, String>> entries(List<Entry> entries) {
        return entries.stream().map(HtmlForm::entry).toList();
    }

    private static Map<String, String> entry(Entry entry) {
        return Map.of("label", entry.label(), "value", entry.value());
    }

    private static List<Map<String, String>> html(String html) {
        return List.of(Map.of("html", html));
    }

    private String passages(List<Passage> all) {
        List<Map<String, Object>> values = new ArrayList<>();
        for (Passage passage : all) {
            Map<String, Object> value = new HashMap<>();
            for (Passage.Style style : Passage.Style.values()) {
                value.put(style.name().toLowerCase(Locale.ROOT), style == passage.style());
            }
            value.put("text", passage.text());
            value.put("second", passage.second());
            values.add(value);
        }
        return passages.execute(Map.of("passages", values));
    }

    private String table(Table table) {
        List<Map<String, String>> columns = table.columns().stream()
                .map(column -> Map.of("heading", column.heading(), "align", align(column)))
                .toList();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            List<Map<String, String>> cells = new ArrayList<>();
            for (int i = 0; i < row.cells().size(); i++) {
                Table.Column column = table.columns().get(i);
                cells.add(Map.of(
                        "text", row.cells().get(i),
                        "align", align(column),
                        "nowrap", column.numeric() ? ";white-space:nowrap" : ""));
            }
            rows.add(Map.of("cells", cells));
        }
        return this.table.execute(Map.of("columns", columns, "rows", rows, "notes", table.notes()));
    }

    private static String align(Table.Column column) {
        return column.numeric() ? "right" : "left";
    }

    private static Template compiled(String name) {
        String resource = "html/" + name + ".mustache";
        Optional<String> source = Optional.empty();
        try (InputStream in = HtmlForm.class.getResourceAsStream(resource)) {
            if (in != null) {
                source = Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
        return ESCAPING.compile(source.orElseThrow(() -> new IllegalStateException("the bundle lacks " + resource)));
    }
}
