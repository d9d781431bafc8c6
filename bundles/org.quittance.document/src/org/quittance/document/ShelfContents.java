package org.quittance.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quittance.api.document.TemplateText;
import org.quittance.service.template.TemplateForm;
import org.quittance.service.template.TemplateKey;
import org.quittance.service.template.TemplateProblem;

/** The templates in force at one moment. Does not change; safe for any thread. */
final class ShelfContents {

    static final String SHIPPED = "shipped";

    private static final Pattern FILE_NAME =
            Pattern.compile("([a-z][a-z0-9]*(?:-[a-z0-9]+)*)\\.([a-z]{2,3})\\.([a-z]+)");
    /** Read once: they come with the bundle. */
    private static final Map<TemplateKey, String> SUITE = Templates.shipped();

    private record Text(String origin, String source) {}

    private final List<TemplateText> own;
    private final Map<TemplateKey, Text> texts = new TreeMap<>();
    private final List<TemplateProblem> misfits = new ArrayList<>();
    private final Optional<String> failure;
    private final Map<TemplateKey, Template> parsed = new ConcurrentHashMap<>();

    private ShelfContents(List<TemplateText> own, Optional<String> failure) {
        this.own = List.copyOf(own);
        this.failure = failure;
        SUITE.forEach((key, source) -> texts.put(key, new Text(SHIPPED, source)));
        for (TemplateText text : own) {
            Optional<TemplateKey> key = key(text.fileName());
            if (key.isPresent()) {
                texts.put(key.get(), new Text(text.origin(), text.text()));
            } else {
                misfits.add(misfit(text.fileName(), text.origin()));
            }
        }
        failure.ifPresent(why -> misfits.add(new TemplateProblem("templates", 0, "unreadable", true, "", "", why)));
    }

    static ShelfContents of(List<TemplateText> own, Optional<String> failure) {
        return new ShelfContents(own, failure);
    }

    boolean isOf(List<TemplateText> others) {
        return failure.isEmpty() && own.equals(others);
    }

    static Optional<String> shipped(TemplateKey key) {
        return Optional.ofNullable(SUITE.get(key));
    }

    /** What the name of a file says; empty where it says nothing. */
    static Optional<TemplateKey> key(String fileName) {
        Matcher parts = FILE_NAME.matcher(fileName);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Locale language = Locale.forLanguageTag(parts.group(2));
        return Templates.LANGUAGES.contains(language)
                ? TemplateForm.of(parts.group(3)).map(form -> new TemplateKey(parts.group(1), language, form))
                : Optional.empty();
    }

    static TemplateProblem misfit(String fileName, String origin) {
        return new TemplateProblem(
                origin,
                0,
                "file-name",
                true,
                fileName,
                "",
                "«" + fileName
                        + "» does not say which template it is; name it <template>.<fr|en|de>.<letter|email|sms|phone>,"
                        + " such as courteous.fr.email, or take it out of the folder");
    }

    /** Why the firm's own templates are not known. */
    Optional<String> failure() {
        return failure;
    }

    /** Files that are nothing. */
    List<TemplateProblem> misfits() {
        return misfits;
    }

    Set<TemplateKey> keys() {
        return texts.keySet();
    }

    Set<String> names() {
        Set<String> names = new TreeSet<>();
        texts.keySet().forEach(key -> names.add(key.name()));
        return names;
    }

    boolean has(TemplateKey key) {
        return texts.containsKey(key);
    }

    boolean isShipped(TemplateKey key) {
        return text(key).origin().equals(SHIPPED);
    }

    /** The file, or for a shipped one its name and that it is shipped. */
    String origin(TemplateKey key) {
        return isShipped(key) ? SHIPPED + " " + key.fileName() : text(key).origin();
    }

    String source(TemplateKey key) {
        return text(key).source();
    }

    /** The script of every call in that language. */
    String base(TemplateKey key) {
        TemplateKey base = new TemplateKey(PhoneScript.BASE, key.language(), TemplateForm.PHONE);
        return key.form() == TemplateForm.PHONE ? text(base).source() : "";
    }

    private Text text(TemplateKey key) {
        return Optional.ofNullable(texts.get(key))
                .orElseThrow(() -> new IllegalArgumentException("there is no template " + key.fileName()));
    }

    /** What goes on paper under this name: a letter, or else the script of a call. */
    Optional<TemplateKey> main(String name, Locale language) {
        TemplateKey letter = new TemplateKey(name, language, TemplateForm.LETTER);
        TemplateKey phone = new TemplateKey(name, language, TemplateForm.PHONE);
        return has(letter) ? Optional.of(letter) : has(phone) ? Optional.of(phone) : Optional.empty();
    }

    Template parsed(TemplateKey key, Words words) {
        return parsed.computeIfAbsent(key, wanted -> Template.parse(wanted, source(wanted), base(wanted), words));
    }
}
