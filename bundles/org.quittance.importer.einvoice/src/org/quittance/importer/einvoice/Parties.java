package org.quittance.importer.einvoice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.quittance.api.importer.Party.Identifier;
import org.quittance.api.model.PostalAddress;

/** What both syntaxes say of a party. */
final class Parties {

    /** Scheme of an electronic address that is an e-mail address. */
    private static final List<String> EMAIL_SCHEMES = List.of("EM", "SMTP");

    private Parties() {}

    static boolean isEmail(XmlElement address) {
        return address.attribute("schemeID").filter(EMAIL_SCHEMES::contains).isPresent();
    }

    static void addIdentifiers(List<Identifier> identifiers, List<XmlElement> elements) {
        for (XmlElement element : elements) {
            identifier(Optional.of(element)).ifPresent(identifiers::add);
        }
    }

    static Optional<Identifier> identifier(Optional<XmlElement> element) {
        return element.flatMap(id -> Values.line(id.text())
                .map(value -> new Identifier(id.attribute("schemeID").orElse(""), value)));
    }

    /** Empty where town or country is missing. */
    static Optional<PostalAddress> address(
            Optional<XmlElement> element, List<String> lineNames, String postalCode, String town, String country) {
        if (element.isEmpty()) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>();
        for (String name : lineNames) {
            Values.line(element.get().text(name)).ifPresent(lines::add);
        }
        Optional<String> code = element.get()
                .text(country)
                .map(text -> text.toUpperCase(Locale.ROOT))
                .filter(text -> text.matches("[A-Z]{2}"));
        Optional<String> city = Values.line(element.get().text(town));
        return code.isEmpty() || city.isEmpty()
                ? Optional.empty()
                : Optional.of(new PostalAddress(
                        lines, Values.line(element.get().text(postalCode)).orElse(""), city.get(), code.get()));
    }
}
