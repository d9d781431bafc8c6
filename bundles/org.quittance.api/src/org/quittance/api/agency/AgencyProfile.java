package org.quittance.api.agency;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * What a person or a rule chooses an agency by.
 *
 * @param countries ISO 3166-1 alpha-2 codes of debtors it takes
 * @param terms fees and conditions, one line
 */
public record AgencyProfile(String name, Set<String> countries, String terms) {

    public AgencyProfile {
        requireNonNull(name, "name");
        countries = Set.copyOf(countries);
        requireNonNull(terms, "terms");
    }
}
