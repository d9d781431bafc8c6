package org.quittance.service.template;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The form a template's words are for; its word is the ending of the file's name. */
public enum TemplateForm {
    /** A printed page, also for colleagues. */
    LETTER,
    /** An e-mail; without words of its own it uses those of the letter. */
    EMAIL,
    /** A short message of one or two segments that a third person may read. */
    SMS,
    /** A script for a call, made into a call sheet. */
    PHONE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<TemplateForm> of(String word) {
        return Arrays.stream(values()).filter(form -> form.word().equals(word)).findFirst();
    }

    @Override
    public String toString() {
        return word();
    }
}
