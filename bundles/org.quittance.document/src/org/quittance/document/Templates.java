package org.quittance.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.quittance.service.template.TemplateForm;
import org.quittance.service.template.TemplateKey;

/** The words that ship with the suite: every template of the shipped policies in every form and shipped language. */
final class Templates {

    static final List<Locale> LANGUAGES = List.of(Locale.FRENCH, Locale.ENGLISH, Locale.GERMAN);
    static final List<String> NAMES = List.of(
            "courtesy-note",
            "courteous",
            "firm",
            "call",
            "last",
            "formal-notice",
            "handover",
            "service-warning",
            "late-fee",
            "service-suspension",
            "plan-offer",
            "broken-promise",
            "broken-plan",
            "thank-you");

    /** A formal notice goes in writing and whole: no short message and no call stands in for it. */
    private static final Map<String, Set<TemplateForm>> FEWER_FORMS = Map.of(
            "call", Set.of(TemplateForm.PHONE),
            "handover", Set.of(TemplateForm.LETTER),
            "formal-notice", Set.of(TemplateForm.LETTER),
            "thank-you", Set.of(TemplateForm.LETTER, TemplateForm.EMAIL, TemplateForm.SMS));

    private Templates() {}

    /** The text of every shipped template. */
    static Map<TemplateKey, String> shipped() {
        Map<TemplateKey, String> texts = new TreeMap<>();
        for (String name : NAMES) {
            for (TemplateForm form : FEWER_FORMS.getOrDefault(name, Set.of(TemplateForm.values()))) {
                for (Locale language : LANGUAGES) {
                    TemplateKey key = new TemplateKey(name, language, form);
                    texts.put(key, source(key));
                }
            }
        }
        return texts;
    }

    private static String source(TemplateKey key) {
        String resource = "templates/" + key.fileName();
        try (InputStream in = Templates.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the bundle lacks " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }
}
