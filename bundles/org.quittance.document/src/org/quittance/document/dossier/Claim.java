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
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.interest.ChargeKind;
import org.quittance.api.interest.InterestAnswer;
import org.quittance.api.interest.InterestAnswer.MissingRate;
import org.quittance.api.interest.InterestQuestion;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.interest.InterestSegment;
import org.quittance.api.model.Allocation;
import org.quittance.api.model.DebtorKind;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;

/**
 * What is owed in one currency on one day: the open items, and the charges the law gives title to. Interest runs from the day
 * after the due date, for a consumer from the day after a formal notice (C. civ. 1231-6, 1344-1), on what was open at the
 * time; the day money counts from is the last day it was still owed.
 *
 * @param lines interest by segment, each with the invoice it runs on
 * @param disputed the part of the items that is contested; charges leave it out
 * @param missing a period without a published rate, at which interest stops
 */
record Claim(
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
    static List<Claim> of(
            List<OpenItem> items,
            DebtorKind kind,
            Optional<InterestRegime> regime,
            Optional<LocalDate> noticeOn,
            LocalDate asOf) {
        TreeMap<String, List<OpenItem>> byCurrency = new TreeMap<>();
        for (OpenItem item : items) {
            byCurrency
                    .computeIfAbsent(item.open().currency().getCurrencyCode(), code -> new ArrayList<>())
                    .add(item);
        }
        List<Claim> claims = new ArrayList<>();
        for (List<OpenItem> group : byCurrency.values()) {
            claims.add(new Making(group, kind, regime, noticeOn, asOf).claim());
        }
        return claims;
    }

    /** Adds one claim up. Not for several threads. */
    private static final class Making {

        private final List<OpenItem> group;
        private final DebtorKind kind;
        private final Optional<InterestRegime> regime;
        private final Optional<LocalDate> noticeOn;
        private final LocalDate asOf;
        private final List<Line> lines = new ArrayList<>();
        private Optional<MissingRate> missing = Optional.empty();

        Making(
                List<OpenItem> group,
                DebtorKind kind,
                Optional<InterestRegime> regime,
                Optional<LocalDate> noticeOn,
                LocalDate asOf) {
            this.group = new ArrayList<>(group);
            this.group.sort(Comparator.comparing(OpenItem::dueDate).thenComparing(OpenItem::number));
            this.kind = kind;
            this.regime = regime;
            this.noticeOn = noticeOn;
            this.asOf = asOf;
        }

        Claim claim() {
            Currency currency = group.get(0).open().currency();
            Money zero = Money.zero(currency);
            Money principal = zero;
            Money disputed = zero;
            Money indemnity = zero;
            Set<InvoiceId> charged = new HashSet<>();
            for (OpenItem item : group) {
                principal = principal.plus(item.open());
                disputed = disputed.plus(item.disputed());
                if (isLate(item)) {
                    interest(item);
                    if (charged.add(item.key().invoice())) {
                        indemnity = indemnity.plus(indemnity(item, zero));
                    }
                }
            }
            Money interest = zero;
            for (Line line : lines) {
                interest = interest.plus(line.segment().interest());
            }
            List<OpenItem> debts =
                    group.stream().filter(item -> !item.kind().isCredit()).toList();
            List<OpenItem> credits =
                    group.stream().filter(item -> item.kind().isCredit()).toList();
            return new Claim(
                    currency, debts, credits, principal, disputed, List.copyOf(lines), interest, indemnity, missing);
        }

        private boolean isLate(OpenItem item) {
            return daysLate(item, asOf) > 0 && undisputed(item).isPositive();
        }

        private static Money undisputed(OpenItem item) {
            return item.open().minus(item.disputed());
        }

        private Money indemnity(OpenItem item, Money zero) {
            return regime.filter(law -> law.titles().contains(ChargeKind.INDEMNITY))
                    .flatMap(law -> law.indemnity(undisputed(item), item.dueDate()))
                    .filter(amount -> amount.currency().equals(zero.currency()))
                    .orElse(zero);
        }

        private void interest(OpenItem item) {
            LocalDate since = delaySince(item);
            if (since == null || asOf.isBefore(since)) {
                return;
            }
            Money principal = undisputed(item);
            List<Allocation> payments = new ArrayList<>(item.allocations());
            payments.sort(Comparator.comparing(Allocation::valueDate));
            for (Allocation payment : payments) {
                principal = principal.plus(payment.amount());
            }
            LocalDate from = since;
            for (Allocation payment : payments) {
                from = run(item, principal, since, from, payment.valueDate());
                principal = principal.minus(payment.amount());
            }
            run(item, principal, since, from, asOf);
        }

        private @Nullable LocalDate delaySince(OpenItem item) {
            boolean titled = regime.filter(law -> law.titles().contains(ChargeKind.INTEREST))
                    .isPresent();
            LocalDate start =
                    kind == DebtorKind.CONSUMER ? (noticeOn.isPresent() ? noticeOn.get() : null) : item.dueDate();
            return titled && start != null ? start.plusDays(1) : null;
        }

        /** Interest on an unchanged principal; returns the first day after it. */
        private LocalDate run(OpenItem item, Money principal, LocalDate since, LocalDate from, LocalDate last) {
            LocalDate end = last.isAfter(asOf) ? asOf : last;
            if (end.isBefore(from)) {
                return from;
            }
            if (principal.isPositive()) {
                InterestAnswer answer =
                        regime.orElseThrow().interest(new InterestQuestion(principal, since, from, end));
                answer.segments().forEach(segment -> lines.add(new Line(item, segment)));
                missing = missing.isPresent() ? missing : answer.missing();
            }
            return end.plusDays(1);
        }
    }
}
