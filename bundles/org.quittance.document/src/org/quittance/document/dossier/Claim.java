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
import org.quittance.api.interest.InterestSegment;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;
import org.quittance.document.dossier.ChargeBook.Charges;
import org.quittance.document.dossier.ChargeBook.Gap;

/**
 * What is owed in one currency on one day: the open items, and the charges the law gives title to.
 *
 * @param lines interest by segment, each with the item it runs on
 * @param disputed the part of the items that is contested; charges leave it out
 * @param gap a period without a published rate, at which interest stops
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
        Optional<Gap> gap) {

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

    /** One claim per currency. */
    static List<Claim> of(List<OpenItem> items, ChargeBook.Case whose, ChargeBook book) {
        TreeMap<String, List<OpenItem>> byCurrency = new TreeMap<>();
        for (OpenItem item : items) {
            byCurrency
                    .computeIfAbsent(item.open().currency().getCurrencyCode(), code -> new ArrayList<>())
                    .add(item);
        }
        List<Claim> claims = new ArrayList<>();
        for (List<OpenItem> group : byCurrency.values()) {
            group.sort(Comparator.comparing(OpenItem::dueDate).thenComparing(OpenItem::number));
            claims.add(inOneCurrency(group, whose, book));
        }
        return claims;
    }

    private static Claim inOneCurrency(List<OpenItem> group, ChargeBook.Case whose, ChargeBook book) {
        Money zero = Money.zero(group.get(0).open().currency());
        Money principal = zero;
        Money disputed = zero;
        Money interest = zero;
        Money indemnity = zero;
        Optional<Gap> gap = Optional.empty();
        List<Line> lines = new ArrayList<>();
        Set<InvoiceId> compensated = new HashSet<>();
        for (OpenItem item : group) {
            principal = principal.plus(item.open());
            disputed = disputed.plus(item.disputed());
            Money undisputed = item.open().minus(item.disputed());
            if (daysLate(item, whose.asOf()) > 0 && undisputed.isPositive()) {
                Charges charges = book.charges(whose, item, undisputed);
                for (InterestSegment segment : charges.segments()) {
                    lines.add(new Line(item, segment));
                    interest = interest.plus(segment.interest());
                }
                if (compensated.add(item.key().invoice())) {
                    indemnity = indemnity.plus(charges.indemnity());
                }
                gap = gap.isPresent() ? gap : charges.gap();
            }
        }
        List<OpenItem> debts =
                group.stream().filter(item -> !item.kind().isCredit()).toList();
        List<OpenItem> credits =
                group.stream().filter(item -> item.kind().isCredit()).toList();
        return new Claim(
                zero.currency(), debts, credits, principal, disputed, List.copyOf(lines), interest, indemnity, gap);
    }
}
