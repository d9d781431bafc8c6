package org.quittance.document;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.document.DocumentException;
import org.quittance.api.document.DocumentKind;
import org.quittance.document.letter.Passage;

/**
 * The words of one kind of message in one language: a head ({@code kind}, {@code subject}, maybe {@code title}) and the
 * parts {@code opening}, {@code body} and {@code closing}, each begun by {@code --- name}. A blank line ends a paragraph;
 * {@code # }, {@code - }, {@code [] } and {@code | left | right} begin a heading, an item, a box to tick and a pair.
 * Values are put in as they are: the forms of a message escape, not the words. Immutable, safe for any thread.
 */
final class Template {

    private static final Mustache.Compiler STRICT =
            Mustache.compiler().escapeHTML(false).strictSections(true);

    private final String name;
    private final DocumentKind kind;
    private final com.samskivert.mustache.Template subject;
    private final com.samskivert.mustache.Template title;
    private final com.samskivert.mustache.Template opening;
    private final com.samskivert.mustache.Template body;
    private final com.samskivert.mustache.Template closing;

    private Template(String name, Locale language, Map<String, String> parts) {
        this.name = name + " (" + language.getLanguage() + ")";
        this.kind = DocumentKind.valueOf(part(parts, "kind"));
        this.subject = compiled(part(parts, "subject"), language);
        this.title = compiled(parts.getOrDefault("title", ""), language);
        this.opening = compiled(part(parts, "opening"), language);
        this.body = compiled(part(parts, "body"), language);
        this.closing = compiled(part(parts, "closing"), language);
    }

    /** @throws IllegalArgumentException where a part is missing or a tag is not closed */
    static Template parse(String name, Locale language, String source) {
        try {
            return new Template(name, language, TemplateParts.of(source));
        } catch (MustacheException e) {
            throw new IllegalArgumentException("template " + name + ": " + e.getMessage(), e);
        }
    }

    DocumentKind kind() {
        return kind;
    }

    String subject(Map<String, Object> facts) throws DocumentException {
        return filled(subject, facts).strip();
    }

    String title(Map<String, Object> facts) throws DocumentException {
        return filled(title, facts).strip();
    }

    List<Passage> opening(Map<String, Object> facts) throws DocumentException {
        return passages(filled(opening, facts));
    }

    List<Passage> body(Map<String, Object> facts) throws DocumentException {
        return passages(filled(body, facts));
    }

    List<Passage> closing(Map<String, Object> facts) throws DocumentException {
        return passages(filled(closing, facts));
    }

    private String filled(com.samskivert.mustache.Template part, Map<String, Object> facts) throws DocumentException {
        try {
            return part.execute(facts);
        } catch (MustacheException e) {
            throw new DocumentException("template " + name + ": " + e.getMessage(), e);
        }
    }

    private static com.samskivert.mustache.Template compiled(String source, Locale language) {
        return STRICT.compile(Typography.set(source, language));
    }

    private static String part(Map<String, String> parts, String name) {
        return Optional.ofNullable(parts.get(name))
                .orElseThrow(() -> new IllegalArgumentException("«" + name + "» is missing"));
    }

    private static List<Passage> passages(String text) {
        List<Passage> passages = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        for (String line : text.split("\n")) {
            Passage special = special(line.strip());
            if (line.isBlank() || special != null) {
                end(paragraph, passages);
            }
            if (special != null) {
                passages.add(special);
            } else if (!line.isBlank()) {
                paragraph.append(paragraph.length() == 0 ? "" : " ").append(line.strip());
            }
        }
        end(paragraph, passages);
        return passages;
    }

    private static void end(StringBuilder paragraph, List<Passage> passages) {
        if (paragraph.length() > 0) {
            passages.add(Passage.paragraph(paragraph.toString()));
            paragraph.setLength(0);
        }
    }

    private static @Nullable Passage special(String line) {
        if (line.startsWith("# ")) {
            return Passage.of(Passage.Style.HEADING, line.substring(2));
        }
        if (line.startsWith("- ")) {
            return Passage.of(Passage.Style.BULLET, line.substring(2));
        }
        if (line.startsWith("[] ")) {
            return Passage.of(Passage.Style.CHECKBOX, line.substring(3));
        }
        if (line.startsWith("| ")) {
            String[] sides = line.substring(2).split(" \\| ", 2);
            return new Passage(Passage.Style.PAIR, sides[0], sides.length > 1 ? sides[1] : "");
        }
        return null;
    }
}
