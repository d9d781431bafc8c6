package org.quittance.document.dossier;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.quittance.api.interest.ChargeKind;
import org.quittance.api.interest.Imputation;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.interest.InterestSegment;
import org.quittance.api.interest.MissingRate;
import org.quittance.api.ledger.Goodwill;
import org.quittance.api.model.Allocation;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;
import org.quittance.service.claim.Circumstances;
import org.quittance.service.claim.Claim;
import org.quittance.service.claim.ClaimService;
import org.quittance.service.claim.Debt;

/**
 * What is owed in one currency on one day: the open items, and the charges the law gives title to. Interest runs from the day
 * after the due date, for a consumer from the day after a formal notice (C. civ. 1231-6, 1344-1), on what was open at the
 * time; the day money counts from is the last day it was still owed.
 *
 * @param lines interest by segment, each with the invoice it runs on
 * @param disputed the part of the items that is contested; charges leave it out
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
        Optional<MissingRate> missing) {

    /** One segment of interest on one item. */
    record Line(OpenItem item, InterestSegment segment) {}

    Money total() {
        return principal.plus(interest).plus(indemnity);
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
     * @param noticeOn when a formal notice was really sent
     */
    static List<CurrencyClaim> of(
            ClaimService service,
            List<OpenItem> items,
            Agreed agreed,
            Optional<InterestRegime> regime,
            Optional<LocalDate> noticeOn,
            LocalDate asOf) {
        TreeMap<String, List<OpenItem>> byCurrency = new TreeMap<>();
        for (OpenItem item : items) {
            byCurrency
                    .computeIfAbsent(item.open().currency().getCurrencyCode(), code -> new ArrayList<>())
                    .add(item);
        }
        Circumstances.Builder circumstances = Circumstances.on(asOf).imputation(Imputation.PRINCIPAL_FIRST);
        noticeOn.ifPresent(circumstances::noticeOn);
        agreed.insolventSince().ifPresent(circumstances::insolvencyOn);
        List<CurrencyClaim> claims = new ArrayList<>();
        for (List<OpenItem> group : byCurrency.values()) {
            claims.add(new Making(service, group, agreed, regime, circumstances.build()).claim());
        }
        return claims;
    }

    /** Adds one claim up. Not for several threads. */
    private static final class Making {

        private final ClaimService service;
        private final List<OpenItem> group;
        private final Agreed agreed;
        private final Optional<InterestRegime> regime;
        private final Circumstances circumstances;
        private final List<Line> lines = new ArrayList<>();
        private final Set<InvoiceId> charged = new HashSet<>();
        private Money interest;
        private Money indemnity;
        private Optional<MissingRate> missing = Optional.empty();

        Making(
                ClaimService service,
                List<OpenItem> group,
                Agreed agreed,
                Optional<InterestRegime> regime,
                Circumstances circumstances) {
            this.service = service;
            this.group = new ArrayList<>(group);
            this.group.sort(Comparator.comparing(OpenItem::dueDate).thenComparing(OpenItem::number));
            this.agreed = agreed;
            this.regime = regime;
            this.circumstances = circumstances;
            this.interest = Money.zero(group.get(0).open().currency());
            this.indemnity = interest;
        }

        CurrencyClaim claim() {
            Currency currency = interest.currency();
            Money principal = Money.zero(currency);
            Money disputed = Money.zero(currency);
            for (OpenItem item : group) {
                principal = principal.plus(item.open());
                disputed = disputed.plus(item.disputed());
                if (daysLate(item, circumstances.asOf()) > 0 && undisputed(item).isPositive()) {
                    regime.ifPresent(law -> charge(item, law));
                }
            }
            List<OpenItem> debts =
                    group.stream().filter(item -> !item.kind().isCredit()).toList();
            List<OpenItem> credits =
                    group.stream().filter(item -> item.kind().isCredit()).toList();
            return new CurrencyClaim(
                    currency, debts, credits, principal, disputed, List.copyOf(lines), interest, indemnity, missing);
        }

        private static Money undisputed(OpenItem item) {
            return item.open().minus(item.disputed());
        }

        /** The ledger has set its payments against the principal, so that is how they are read here. */
        private void charge(OpenItem item, InterestRegime law) {
            Money principal = undisputed(item);
            for (Allocation payment : item.allocations()) {
                principal = principal.plus(payment.amount());
            }
            Debt debt = Debt.of(item.number(), principal, item.dueDate())
                    .payments(item.allocations())
                    .build();
            Claim claim = service.claim(law, debt, circumstances);
            if (law.titles().contains(ChargeKind.INTEREST)
                    && !agreed.isWaived(item.key(), Goodwill.Kind.WAIVE_INTEREST)) {
                claim.segments().forEach(segment -> lines.add(new Line(item, segment)));
                interest = interest.plus(claim.interest());
                missing = missing.isPresent() ? missing : claim.missing();
            }
            if (law.titles().contains(ChargeKind.INDEMNITY)
                    && !agreed.isWaived(item.key(), Goodwill.Kind.WAIVE_INDEMNITY)
                    && charged.add(item.key().invoice())) {
                indemnity = indemnity.plus(claim.indemnity());
            }
        }
    }
}
