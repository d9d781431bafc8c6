package org.quittance.service.template;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.Locale;

/**
 * Names one template.
 *
 * @param name the policy's name for the words, such as {@code courteous}
 * @param language only its language part counts
 */
public record TemplateKey(String name, Locale language, TemplateForm form) implements Comparable<TemplateKey> {

    private static final Comparator<TemplateKey> ORDER = Comparator.comparing(TemplateKey::name)
            .thenComparing(key -> key.language().getLanguage())
            .thenComparing(TemplateKey::form);

    public TemplateKey {
        requireNonNull(name, "name");
        language = Locale.forLanguageTag(requireNonNull(language, "language").getLanguage());
        requireNonNull(form, "form");
    }

    /** Such as {@code courteous.fr.email}. */
    public String fileName() {
        return name + "." + language.getLanguage() + "." + form.word();
    }

    @Override
    public int compareTo(TemplateKey other) {
        return ORDER.compare(this, other);
    }
}
