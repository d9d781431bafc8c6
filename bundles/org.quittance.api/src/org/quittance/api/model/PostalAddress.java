package org.quittance.api.model;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A structured postal address.
 *
 * @param lines street lines in printing order, without name, town and country; may be empty
 * @param postalCode may be blank where a country has none
 * @param town never blank
 * @param country ISO 3166-1 alpha-2, upper case
 */
public record PostalAddress(List<String> lines, String postalCode, String town, String country) {

    public PostalAddress {
        lines = List.copyOf(lines);
        requireNonNull(postalCode, "postalCode");
        Texts.requireText(town, "town");
        requireNonNull(country, "country");
        if (!Texts.isCountryCode(country)) {
            throw new IllegalArgumentException("country is «" + country + "», expected two capital letters");
        }
    }
}
