package org.quittance.casework.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quittance.api.ledger.CaseAgreements;
import org.quittance.api.ledger.Commitment;
import org.quittance.api.ledger.Dispute;
import org.quittance.api.ledger.Goodwill;
import org.quittance.api.legal.LegalEscalation;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;
import org.quittance.service.agreement.Scope;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CaseworkException.Kind;
import org.quittance.service.casework.Failures;
import org.quittance.service.decision.Law;
import org.quittance.service.policy.Policy;

/**
 * What is known of one debtor when something is recorded.
 *
 * @param invoices open invoices, no credits
 */
record CaseFile(
        Creditor creditor,
        Debtor debtor,
        List<OpenItem> invoices,
        CaseAgreements agreements,
        Policy policy,
        Law law,
        Optional<LegalEscalation> jurisdiction) {

    /** The open items somebody named; never none. */
    List<OpenItem> items(Scope scope) throws CaseworkException {
        List<OpenItem> found =
                scope.invoices().isEmpty() ? open(scope.currency()) : named(scope.invoices(), scope.currency());
        if (found.isEmpty()) {
            throw Failures.refusal(Kind.USAGE, "open.nothing", debtor);
        }
        Set<Currency> currencies = currencies(found);
        if (currencies.size() > 1) {
            throw Failures.refusal(Kind.USAGE, "open.currencies", debtor, currencies);
        }
        return found;
    }

    private List<OpenItem> open(Optional<Currency> currency) {
        return invoices.stream()
                .filter(item -> currency.isEmpty() || item.open().currency().equals(currency.get()))
                .toList();
    }

    private List<OpenItem> named(List<String> names, Optional<Currency> currency) throws CaseworkException {
        List<OpenItem> found = new ArrayList<>();
        for (String name : names) {
            List<OpenItem> ofName = open(currency).stream()
                    .filter(item -> item.number().equals(name)
                            || item.key().toString().equals(name)
                            || (item.number() + "/" + item.key().instalment()).equals(name)
                            || item.key().invoice().value().equals(name))
                    .toList();
            if (ofName.isEmpty()) {
                throw Failures.refusal(
                        Kind.USAGE,
                        "open.not-this",
                        name,
                        debtor,
                        invoices.stream().map(OpenItem::number).toList());
            }
            ofName.stream().filter(item -> !found.contains(item)).forEach(found::add);
        }
        return found;
    }

    private static Set<Currency> currencies(List<OpenItem> items) {
        Set<Currency> currencies = new LinkedHashSet<>();
        items.forEach(item -> currencies.add(item.open().currency()));
        return currencies;
    }

    static Money open(List<OpenItem> items) {
        Money sum = Money.zero(items.get(0).open().currency());
        for (OpenItem item : items) {
            sum = sum.plus(item.open());
        }
        return sum;
    }

    /** What is open without what is contested or given up. */
    Money claimed(List<OpenItem> items) {
        Money sum = Money.zero(items.get(0).open().currency());
        for (OpenItem item : items) {
            sum = sum.plus(claimed(item));
        }
        return sum;
    }

    private Money claimed(OpenItem item) {
        Money contested = Money.zero(item.open().currency());
        for (Dispute dispute : agreements.disputes()) {
            if (dispute.item().equals(item.key()) && dispute.closedOn().isEmpty()) {
                Money part = dispute.amount().orElse(item.open());
                contested = part.currency().equals(contested.currency()) ? contested.plus(part) : item.open();
            }
        }
        contested = contested.compareTo(item.disputed()) < 0 ? item.disputed() : contested;
        for (Goodwill goodwill : agreements.goodwill()) {
            if (goodwill.state() == Goodwill.State.GRANTED
                    && goodwill.item().equals(Optional.of(item.key()))
                    && goodwill.amount().isPresent()) {
                contested = contested.plus(goodwill.amount().get());
            }
        }
        return item.open().minus(contested.min(item.open()));
    }

    /** Commitments in force, or waiting for an approver, about one of these items. */
    List<Commitment> about(List<OpenItem> items) {
        Set<ItemKey> keys = new LinkedHashSet<>();
        items.forEach(item -> keys.add(item.key()));
        return agreements.commitments().stream()
                .filter(commitment ->
                        commitment.state() == Commitment.State.LIVE || commitment.state() == Commitment.State.PROPOSED)
                .filter(commitment -> commitment.items().isEmpty()
                        || commitment.items().stream().anyMatch(keys::contains))
                .toList();
    }

    /** The day itself or the first one after it on which banks of the creditor's country work. */
    LocalDate bankDay(LocalDate day) {
        LocalDate open = day;
        // Longer than any run of holidays; a calendar that closes for longer is broken.
        for (int count = 0; count < 60 && !law.isBusinessDay(creditor.address().country(), open); count++) {
            open = open.plusDays(1);
        }
        return open;
    }

    /** So many bank days later. */
    LocalDate plusBankDays(LocalDate day, int bankDays) {
        LocalDate later = day;
        for (int count = 0; count < bankDays; count++) {
            later = bankDay(later.plusDays(1));
        }
        return later;
    }
}
