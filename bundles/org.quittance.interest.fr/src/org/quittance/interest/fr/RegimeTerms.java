package org.quittance.interest.fr;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.quittance.api.model.Money;

/**
 * What the law fixes for one regime besides the reference rate.
 *
 * @param article the rule that gives title to the interest
 * @param margin percentage points on top of the reference rate, zero where the law adds none
 */
record RegimeTerms(String article, BigDecimal margin, Optional<Indemnity> indemnity) {

    /**
     * Fixed compensation for recovery costs, due once per invoice.
     *
     * @param since first due date it exists for
     */
    record Indemnity(Money amount, LocalDate since) {}

    static RegimeTerms of(String regime, DataFile file) {
        JsonNode node = file.child(file.at("regimes"), regime, "regimes");
        Optional<JsonNode> indemnity = Optional.ofNullable(node.get("indemnity"));
        return new RegimeTerms(
                file.text(node, "article", regime),
                file.figure(file.child(node, "margin", regime), regime + ".margin")
                        .value(),
                indemnity.map(value -> indemnity(file, value, regime + ".indemnity")));
    }

    private static Indemnity indemnity(DataFile file, JsonNode node, String place) {
        Currency currency = Currency.getInstance(file.text(node, "currency", place));
        return new Indemnity(
                Money.exact(file.figure(node, place).value(), currency),
                LocalDate.parse(file.text(node, "since", place)));
    }

    /** The compensation for one invoice; empty where the law gives none in this currency or for this due date. */
    Optional<Money> indemnity(Money principal, LocalDate dueDate) {
        return indemnity
                .filter(fixed -> principal.isPositive()
                        && principal.currency().equals(fixed.amount().currency())
                        && !dueDate.isBefore(fixed.since()))
                .map(Indemnity::amount);
    }
}
