package org.quittance.matching;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Random;
import org.quittance.api.model.CreditorReference;

/** How payers and banks write names and numbers. */
final class Handwriting {

    private static final String[] EMPTY = {
        "", "VIREMENT", "VIR SEPA RECU", "REGLEMENT FACTURE", "ref 2026-11-18", "Merci"
    };

    private final Random random;

    Handwriting(Random random) {
        this.random = random;
    }

    /** A name as the bank writes it. */
    String shown(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT);
        return switch (random.nextInt(8)) {
            case 0 -> plain.length() > 18 ? plain.substring(0, 18) : plain;
            case 1 -> plain.replaceAll(" (SARL|SAS|SA|EURL|GMBH)$", "");
            case 2 -> "STE " + plain;
            case 3 -> plain.substring(plain.indexOf(' ') + 1);
            case 4 -> name;
            default -> plain;
        };
    }

    String reference(String number) {
        CreditorReference reference = CreditorReference.of(number);
        return random.nextBoolean() ? reference.value() : reference.forPeople();
    }

    String phrase(String number) {
        return switch (random.nextInt(7)) {
            case 0 -> "FACTURE " + number;
            case 1 -> "Règlement facture n° " + number + " du 15/10/2026";
            case 2 -> "VIR SEPA " + number;
            case 3 -> number + " CLIENT 411" + (1_000 + random.nextInt(9_000));
            case 4 -> "/INV/" + number;
            case 5 -> "Fact." + number + " cde 4500" + (10_000 + random.nextInt(90_000));
            default -> number;
        };
    }

    String empty() {
        return EMPTY[random.nextInt(EMPTY.length)];
    }

    /** A number as people write it. */
    String written(String number) {
        return switch (random.nextInt(8)) {
            case 0 -> number.replace('-', ' ').replace('/', ' ');
            case 1 -> number.replaceAll("[-/ ]", "");
            case 2 -> number.toLowerCase(Locale.ROOT);
            case 3 -> number.replaceAll("([-/])0+", "$1");
            case 4 -> number.replaceAll("^[A-Z]+[- ]?", "");
            case 5 -> number.replaceAll("(?<=[0-9])0(?=[0-9])", "O");
            default -> number;
        };
    }

    /** A number with a slip of the pen among its last digits. */
    String misspelt(String number) {
        int at = number.length() - 1 - random.nextInt(3);
        char[] letters = number.toCharArray();
        switch (random.nextInt(3)) {
            case 0 -> {
                char last = letters[at];
                letters[at] = letters[at - 1];
                letters[at - 1] = last;
                return new String(letters);
            }
            case 1 -> {
                letters[at] = (char) ('0' + random.nextInt(10));
                return new String(letters);
            }
            default -> {
                return number.substring(0, at) + number.substring(at + 1);
            }
        }
    }
}
