package org.quittance.document;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * Whether a contact is a person or a department. A department is neither greeted by its name nor somebody's attention: its name
 * stands in the address as it is.
 */
final class Contact {

    private static final Set<String> TITLES = Set.of(
            "m",
            "mm",
            "mme",
            "mlle",
            "me",
            "monsieur",
            "madame",
            "maître",
            "mr",
            "mrs",
            "ms",
            "miss",
            "dr",
            "herr",
            "frau");

    private static final Set<String> DEPARTMENTS = Set.of(
            "service",
            "comptabilité",
            "comptable",
            "comptables",
            "facturation",
            "trésorerie",
            "direction",
            "département",
            "secrétariat",
            "achats",
            "accounts",
            "accounting",
            "accountancy",
            "payable",
            "payables",
            "billing",
            "department",
            "finance",
            "office",
            "purchasing",
            "team",
            "treasury",
            "abteilung",
            "buchhaltung",
            "kreditorenbuchhaltung",
            "einkauf",
            "rechnungswesen",
            "sekretariat");

    private Contact() {}

    static boolean isDepartment(String name) {
        String[] words = name.toLowerCase(Locale.ROOT).split("[\\s.,’']+");
        return Arrays.stream(words).noneMatch(TITLES::contains)
                && Arrays.stream(words).anyMatch(DEPARTMENTS::contains);
    }
}
