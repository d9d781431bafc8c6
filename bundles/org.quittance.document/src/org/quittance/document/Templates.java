package org.quittance.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The words that ship with the suite: every template of the shipped policies in every shipped language. Immutable. */
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
            "thank-you");

    private final Map<String, Template> templates;

    private Templates(Map<String, Template> templates) {
        this.templates = Map.copyOf(templates);
    }

    static Templates shipped() {
        Map<String, Template> templates = new HashMap<>();
        for (Locale language : LANGUAGES) {
            for (String name : NAMES) {
                templates.put(key(name, language), Template.parse(name, language, source(name, language)));
            }
        }
        return new Templates(templates);
    }

    Optional<Template> find(String name, Locale language) {
        return Optional.ofNullable(templates.get(key(name, language)));
    }

    private static String key(String name, Locale language) {
        return language.getLanguage() + "/" + name;
    }

    private static String source(String name, Locale language) {
        String resource = "templates/" + key(name, language) + ".mustache";
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
