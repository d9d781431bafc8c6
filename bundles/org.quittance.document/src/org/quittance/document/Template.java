package org.quittance.document;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.document.DocumentException;
import org.quittance.api.document.DocumentKind;
import org.quittance.api.text.Sentence;
import org.quittance.document.letter.Passage;
import org.quittance.service.template.TemplateForm;
import org.quittance.service.template.TemplateKey;

/**
 * The words of one kind of message in one language and form: a head ({@code kind}, {@code tone}, {@code subject}, maybe
 * {@code title}) and parts, each begun by {@code --- name}: {@code opening}, {@code body} and {@code closing} of a letter or an
 * e-mail, {@code text} of a short message, the steps of a {@link PhoneScript}. A blank line ends a paragraph; {@code # },
 * {@code - }, {@code [] }, {@code | left | right} and {@code > reference | version | words} begin a heading, an item, a box to
 * tick, a pair and a quoted law. Values are put in as they are: the forms of a message escape, not the words. Immutable, safe
 * for any thread.
 */
final class Template {

    private static final Mustache.Compiler STRICT =
            Mustache.compiler().escapeHTML(false).strictSections(true);

    private final String name;
    private final Words words;
    private final DocumentKind kind;
    private final com.samskivert.mustache.Template subject;
    private final com.samskivert.mustache.Template title;
    private final com.samskivert.mustache.Template opening;
    private final com.samskivert.mustache.Template body;
    private final com.samskivert.mustache.Template closing;

    /** @param base the script of every call; looked at for {@link TemplateForm#PHONE} only */
    private Template(TemplateKey key, TemplateParts parts, TemplateParts base, Words words) {
        this.name = key.fileName();
        this.words = words;
        boolean phone = key.form() == TemplateForm.PHONE;
        PhoneScript script = new PhoneScript(parts, base);
        this.kind = DocumentKind.valueOf(parts.head("kind"));
        this.subject = compiled(phone ? script.head("subject") : parts.head("subject"), words.language());
        this.title = compiled(phone ? script.head("title") : parts.head("title"), words.language());
        this.opening = compiled(phone ? script.opening() : parts.part("opening"), words.language());
        this.body = key.form() == TemplateForm.SMS
                ? STRICT.compile(parts.part("text"))
                : compiled(phone ? script.body(words) : parts.part("body"), words.language());
        this.closing = compiled(parts.part("closing"), words.language());
    }

    /** @throws IllegalArgumentException where the source is none of a template; {@link TemplateCheck} says why by line */
    static Template parse(TemplateKey key, String source, String base, Words words) {
        try {
            return new Template(key, TemplateParts.of(source), TemplateParts.of(base), words);
        } catch (MustacheException e) {
            throw new IllegalArgumentException("template " + key.fileName() + ": " + e.getMessage(), e);
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

    /** The text of a short message, in characters a short message has. */
    String sms(Map<String, Object> facts) throws DocumentException {
        return SmsText.of(filled(body, facts));
    }

    private String filled(com.samskivert.mustache.Template part, Map<String, Object> facts) throws DocumentException {
        try {
            return part.execute(facts);
        } catch (MustacheException e) {
            throw new DocumentException(Sentence.of(Template.class, "template.unfilled", name, e), e);
        }
    }

    private static com.samskivert.mustache.Template compiled(String source, Locale language) {
        return STRICT.compile(Typography.set(source, language));
    }

    private List<Passage> passages(String text) {
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

    private @Nullable Passage special(String line) {
        if (line.startsWith("# ")) {
            return Passage.of(Passage.Style.HEADING, line.substring(2));
        }
        if (line.startsWith("- ")) {
            return Passage.of(Passage.Style.BULLET, line.substring(2));
        }
        if (line.startsWith("[] ")) {
            return Passage.of(Passage.Style.CHECKBOX, line.substring(3));
        }
        if (line.startsWith("> ")) {
            String[] parts = line.substring(2).split(" \\| ", 3);
            return Passage.paragraph(words.text(
                    "quotation", parts[2].strip(), parts[0].strip(), words.date(LocalDate.parse(parts[1].strip()))));
        }
        if (line.startsWith("| ")) {
            String[] sides = line.substring(2).split(" \\| ", 2);
            return new Passage(Passage.Style.PAIR, sides[0], sides.length > 1 ? sides[1] : "");
        }
        return null;
    }
}
