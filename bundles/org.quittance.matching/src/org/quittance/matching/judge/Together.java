package org.quittance.matching.judge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.quittance.api.bank.EntryMatch;
import org.quittance.api.bank.MatchPart;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.Money;
import org.quittance.matching.index.InvoiceIndex;
import org.quittance.service.matching.MatchReason;

/** Finds payments of one payer that together make exactly one of his invoices, none of them naming it. For one thread. */
public final class Together {

    /** Of a payer with more loose payments some always make some invoice: that says nothing. */
    private static final int PAYMENTS_MAX = 8;

    private final InvoiceIndex index;
    private final Map<Integer, Map<Long, Loose>> byDebtor = new TreeMap<>();

    public Together(InvoiceIndex index) {
        this.index = index;
    }

    /** Payments that make an invoice, all of them or none. What each pays, by the number of its entry. */
    public record Group(Map<Long, EntryMatch> matches) {}

    private record Choice(int invoice, List<Long> entries) {}

    public void add(long entry, Loose loose) {
        byDebtor.computeIfAbsent(loose.debtor(), debtor -> new LinkedHashMap<>())
                .put(entry, loose);
    }

    public void clear() {
        byDebtor.clear();
    }

    /** Only what leaves no other choice to any of its payments, nor to its invoice. */
    public List<Group> find() {
        List<Group> groups = new ArrayList<>();
        byDebtor.forEach((debtor, payments) -> {
            if (payments.size() > 1 && payments.size() <= PAYMENTS_MAX) {
                List<Choice> choices = choices(debtor, payments);
                for (Choice choice : choices) {
                    if (choices.stream().allMatch(other -> other == choice || areApart(choice, other))) {
                        groups.add(group(choice, payments));
                    }
                }
            }
        });
        return groups;
    }

    private static boolean areApart(Choice one, Choice other) {
        Set<Long> both = new HashSet<>(one.entries);
        both.retainAll(other.entries);
        return both.isEmpty() && one.invoice != other.invoice;
    }

    private List<Choice> choices(int debtor, Map<Long, Loose> payments) {
        List<Choice> choices = new ArrayList<>();
        for (int row = index.firstInvoice(debtor); row < index.endInvoice(debtor); row++) {
            int invoice = row;
            if (index.open(invoice) <= 0) {
                continue;
            }
            List<Long> entries = payments.entrySet().stream()
                    .filter(one -> mayPay(one.getValue(), invoice))
                    .map(Map.Entry::getKey)
                    .toList();
            long[] amounts = entries.stream()
                    .mapToLong(entry -> payments.get(entry).minor())
                    .toArray();
            int[] places = IntStream.range(0, entries.size()).toArray();
            for (int[] chosen : Combinations.summing(places, amounts, index.open(invoice))) {
                choices.add(new Choice(
                        invoice, IntStream.of(chosen).mapToObj(entries::get).toList()));
            }
        }
        return choices;
    }

    private boolean mayPay(Loose loose, int invoice) {
        return index.issued(invoice) <= loose.day()
                && index.currencyOf(invoice).getCurrencyCode().equals(loose.currency());
    }

    private Group group(Choice choice, Map<Long, Loose> payments) {
        int invoice = choice.invoice;
        boolean sure =
                choice.entries.stream().allMatch(entry -> payments.get(entry).sure())
                        && index.withAmount(index.open(invoice), index.currencyOf(invoice), Weights.PRICE_FROM).length
                                < Weights.PRICE_FROM;
        int score = sure ? Weights.TOGETHER : Weights.TOGETHER_UNSURE;
        DebtorId debtor = index.debtor(index.debtorOf(invoice));
        Map<Long, EntryMatch> matches = new LinkedHashMap<>();
        for (Long entry : choice.entries) {
            Money money = Money.ofMinor(payments.get(entry).minor(), index.currencyOf(invoice));
            matches.put(
                    entry,
                    new EntryMatch(
                            score,
                            MatchReason.PAYMENTS_TOGETHER.name(),
                            false,
                            List.of(MatchPart.paying(debtor, index.number(invoice), money))));
        }
        return new Group(matches);
    }
}
