package org.quittance.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.quittance.api.model.PostalAddress;

/** A postal address as the post of its country wants to read it. Pure. */
final class PostalLines {

    /** The postal code stands on a line of its own below the town. */
    private static final Set<String> CODE_BELOW_TOWN = Set.of("GB", "IE", "GG", "JE", "IM");
    /** The postal code follows the town. */
    private static final Set<String> CODE_AFTER_TOWN = Set.of("US", "CA", "AU", "NZ", "IN", "SG");

    private PostalLines() {}

    /**
     * @param from the country the letter is posted in; the country line is left out within it
     * @param language of the country line: that of the sender, whose post must read it
     */
    static List<String> of(PostalAddress address, String from, Locale language) {
        List<String> lines = new ArrayList<>(address.lines());
        boolean abroad = !address.country().equals(from);
        String town = abroad ? address.town().toUpperCase(Locale.ROOT) : address.town();
        if (address.postalCode().isBlank()) {
            lines.add(town);
        } else if (CODE_BELOW_TOWN.contains(address.country())) {
            lines.add(town);
            lines.add(address.postalCode());
        } else if (CODE_AFTER_TOWN.contains(address.country())) {
            lines.add(town + " " + address.postalCode());
        } else {
            lines.add(address.postalCode() + " " + town);
        }
        if (abroad) {
            Locale country = new Locale("", address.country());
            lines.add(country.getDisplayCountry(language).toUpperCase(Locale.ROOT));
        }
        return lines;
    }
}
