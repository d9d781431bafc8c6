package org.quittance.document.dossier;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.quittance.api.interest.InterestSegment;
import org.quittance.api.interest.MissingRate;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;
import org.quittance.service.claim.ChargeClaim;
import org.quittance.service.claim.Claim;

/**
 * What is owed in one currency on one day: the open items, and the charges the law gives title to, as the engine counts them
 * for messages.
 *
 * @param lines interest by segment, each with the invoice it runs on
 * @param disputed the part of the items that is contested; charges leave it out
 * @param settled charges claimed before on items that are paid, with what was paid of them
 * @param missing a period without a published rate, at which interest stops
 */
record CurrencyClaim(
        Currency currency,
        List<OpenItem> items,
        List<OpenItem> credits,
        Money principal,
        Money disputed,
        List<Line> lines,
        Money interest,
        Money indemnity,
        List<ChargeClaim> settled,
        Optional<MissingRate> missing) {

    /** One segment of interest on one item. */
    record Line(OpenItem item, InterestSegment segment) {}

    Money total() {
        return principal.plus(interest).plus(indemnity).plus(settledDue());
    }

    /** What is still due of the charges claimed before on items that are paid. */
    Money settledDue() {
        Money due = Money.zero(currency);
        for (ChargeClaim charge : settled) {
            due = due.plus(charge.interestDue()).plus(charge.indemnityDue());
        }
        return due;
    }

    boolean isOverdue(LocalDate asOf) {
        return items.stream().anyMatch(item -> daysLate(item, asOf) > 0);
    }

    static int daysLate(OpenItem item, LocalDate asOf) {
        return item.kind().isCredit() ? 0 : (int) Math.max(0, ChronoUnit.DAYS.between(item.dueDate(), asOf));
    }

    /**
     * One claim per currency.
     *
     * @param items with what is claimed or contested of them as their open amount
     */
    static List<CurrencyClaim> of(List<OpenItem> items, Agreed agreed, LocalDate asOf) {
        TreeMap<String, List<OpenItem>> byCurrency = new TreeMap<>();
        for (OpenItem item : items) {
            byCurrency
                    .computeIfAbsent(item.open().currency().getCurrencyCode(), code -> new ArrayList<>())
                    .add(item);
        }
        List<ChargeClaim> settled = agreed.view().claim().charges();
        for (ChargeClaim charge : settled) {
            byCurrency.computeIfAbsent(charge.interest().currency().getCurrencyCode(), code -> new ArrayList<>());
        }
        List<CurrencyClaim> claims = new ArrayList<>();
        byCurrency.forEach((code, group) -> {
            Currency currency = Currency.getInstance(code);
            List<ChargeClaim> ofCurrency = settled.stream()
                    .filter(charge -> charge.interest().currency().equals(currency))
                    .toList();
            claims.add(new Making(currency, group, ofCurrency, agreed, asOf).claim());
        });
        return claims;
    }

    /** Adds one claim up. Not for several threads. */
    private static final class Making {

        private final List<OpenItem> group;
        private final List<ChargeClaim> settled;
        private final Agreed agreed;
        private final LocalDate asOf;
        private final List<Line> lines = new ArrayList<>();
        private Money interest;
        private Money indemnity;
        private Optional<MissingRate> missing = Optional.empty();

        Making(Currency currency, List<OpenItem> group, List<ChargeClaim> settled, Agreed agreed, LocalDate asOf) {
            this.settled = settled;
            this.group = new ArrayList<>(group);
            this.group.sort(Comparator.comparing(OpenItem::dueDate).thenComparing(OpenItem::number));
            this.agreed = agreed;
            this.asOf = asOf;
            this.interest = Money.zero(currency);
            this.indemnity = interest;
        }

        CurrencyClaim claim() {
            Currency currency = interest.currency();
            Money principal = Money.zero(currency);
            Money disputed = Money.zero(currency);
            for (OpenItem item : group) {
                principal = principal.plus(item.open());
                disputed = disputed.plus(item.disputed());
                if (daysLate(item, asOf) > 0) {
                    agreed.claim(item.key()).ifPresent(known -> charge(item, known.claim()));
                }
            }
            List<OpenItem> debts =
                    group.stream().filter(item -> !item.kind().isCredit()).toList();
            List<OpenItem> credits =
                    group.stream().filter(item -> item.kind().isCredit()).toList();
            return new CurrencyClaim(
                    currency,
                    debts,
                    credits,
                    principal,
                    disputed,
                    List.copyOf(lines),
                    interest,
                    indemnity,
                    settled,
                    missing);
        }

        private void charge(OpenItem item, Claim claim) {
            claim.segments().forEach(segment -> lines.add(new Line(item, segment)));
            interest = interest.plus(claim.interest());
            indemnity = indemnity.plus(claim.indemnity());
            missing = missing.isPresent() ? missing : claim.missing();
        }
    }
}
