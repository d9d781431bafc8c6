package org.quittance.document.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.PostalAddress;

/** Who somebody is, on one line. Pure. */
final class PartyLines {

    private PartyLines() {}

    static String of(Creditor creditor) {
        return of(creditor.name(), Optional.of(creditor.address()));
    }

    static String of(Debtor debtor) {
        return of(debtor.name(), debtor.address());
    }

    private static String of(String name, Optional<PostalAddress> address) {
        List<String> parts = new ArrayList<>(List.of(name));
        address.ifPresent(where -> {
            parts.addAll(where.lines());
            parts.add((where.postalCode() + " " + where.town()).strip());
            parts.add(where.country());
        });
        return String.join(", ", parts);
    }
}
