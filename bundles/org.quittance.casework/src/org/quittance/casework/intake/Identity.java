package org.quittance.casework.intake;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.quittance.api.importer.Party;
import org.quittance.api.importer.Party.Identifier;

/**
 * By what a firm is known again: numbers in capital letters and digits, of which one in common is enough. French numbers are reduced to
 * the SIREN, which is in the SIRET of each establishment and in the VAT number.
 */
final class Identity {

    /** ISO 6523 codes of SIREN, of SIRET, and of the electronic addresses of French firms, which begin with the SIREN. */
    private static final Set<String> FRENCH_SCHEMES = Set.of("0002", "0009", "0225");

    /** No register gives longer ones. */
    private static final int NUMBER_CHARS_MAX = 50;

    private static final int SIREN_DIGITS = 9;
    private static final int SIRET_DIGITS = 14;

    private Identity() {}

    /** The most telling number first. */
    static Set<String> of(Party party) {
        Set<String> numbers = new LinkedHashSet<>();
        party.legalId().ifPresent(id -> numbers.add(register(id, isFrench(party))));
        for (Identifier id : party.identifiers()) {
            if (FRENCH_SCHEMES.contains(id.scheme())) {
                numbers.add(register(id, true));
            }
        }
        party.vatNumber().ifPresent(number -> addVat(numbers, number));
        numbers.removeIf(number -> number.isEmpty() || number.length() > NUMBER_CHARS_MAX);
        return numbers;
    }

    /** As configuration and directory give them. */
    static Set<String> of(Optional<String> legalId, Optional<String> vatNumber, String country) {
        Set<String> numbers = new LinkedHashSet<>();
        legalId.ifPresent(number -> numbers.add(siren(plain(number), country.equals("FR"))));
        // A directory may have nothing but the VAT number, and then in the place of the other.
        legalId.ifPresent(number -> addVat(numbers, number));
        vatNumber.ifPresent(number -> addVat(numbers, number));
        numbers.removeIf(number -> number.isEmpty() || number.length() > NUMBER_CHARS_MAX);
        return numbers;
    }

    static boolean haveOneInCommon(Set<String> one, Set<String> other) {
        return one.stream().anyMatch(other::contains);
    }

    private static boolean isFrench(Party party) {
        return party.legalId()
                        .filter(id -> FRENCH_SCHEMES.contains(id.scheme()))
                        .isPresent()
                || party.address()
                        .filter(address -> address.country().equals("FR"))
                        .isPresent()
                || party.vatNumber()
                        .filter(number -> plain(number).startsWith("FR"))
                        .isPresent();
    }

    private static String register(Identifier id, boolean french) {
        String number = plain(id.value());
        return id.scheme().equals("0225") && number.length() > SIREN_DIGITS
                ? siren(number.substring(0, SIREN_DIGITS), true)
                : siren(number, french);
    }

    private static String siren(String number, boolean french) {
        boolean reducible = french && number.length() == SIRET_DIGITS && isDigits(number);
        return reducible ? number.substring(0, SIREN_DIGITS) : number;
    }

    private static void addVat(Set<String> numbers, String number) {
        String vat = plain(number);
        if (!vat.matches("[A-Z]{2}[A-Z0-9]{2,}")) {
            return;
        }
        numbers.add(vat);
        String rest = vat.substring(2);
        if (vat.startsWith("FR") && rest.length() == SIREN_DIGITS + 2 && isDigits(rest.substring(2))) {
            numbers.add(rest.substring(2));
        }
    }

    static boolean isSiren(String number) {
        return number.length() == SIREN_DIGITS && isDigits(number);
    }

    private static boolean isDigits(String text) {
        return text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }

    /** Capital letters and digits alone. */
    static String plain(String number) {
        return number.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    /** A name as it is compared: letters and digits without accents, in small. */
    static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{Nd}]+", " ")
                .strip();
    }
}
