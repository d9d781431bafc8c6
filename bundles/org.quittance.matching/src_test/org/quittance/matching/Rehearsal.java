package org.quittance.matching;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.quittance.api.bank.EntryMatch;
import org.quittance.api.bank.MatchPart;
import org.quittance.api.importer.StatementEntry;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.OpenItem;
import org.quittance.matching.MadeBank.Made;
import org.quittance.matching.index.InvoiceIndex;
import org.quittance.matching.index.PayerIndex;
import org.quittance.matching.judge.Judge;
import org.quittance.matching.judge.Judgement;
import org.quittance.matching.judge.LetterItems;
import org.quittance.matching.judge.Rules;
import org.quittance.matching.judge.Together;

/** Matches made entries in memory and holds the outcome against the truth. */
final class Rehearsal {

    /** What came of one firm, or of several. */
    static final class Tally {
        final Map<String, int[]> byKind = new TreeMap<>();
        final Map<String, int[]> byReason = new TreeMap<>();
        final List<String> wrong = new ArrayList<>();
        int entries;
        int booked;
        int right;
        int credits;
        int rightCredits;
        int payable;

        double precision() {
            return (right + rightCredits) / (double) (booked + credits);
        }

        double recall() {
            return right / (double) payable;
        }
    }

    private final MadeBank bank;
    private final Tally tally;
    /** What paid for whom before. */
    private final List<Object[]> learned = new ArrayList<>();

    Rehearsal(MadeBank bank, Tally tally) {
        this.bank = bank;
        this.tally = tally;
    }

    void month(int payments) {
        InvoiceIndex index = new InvoiceIndex();
        for (OpenItem item : bank.open()) {
            index.add(item);
        }
        index.finish();
        PayerIndex payers = new PayerIndex();
        for (int debtor = 0; debtor < bank.debtors(); debtor++) {
            int number = index.debtorNumber(bank.id(debtor));
            if (number >= 0) {
                payers.named(number, bank.name(debtor));
            }
        }
        for (Object[] one : learned) {
            payers.paid(index.register((DebtorId) one[0]), (String) one[1], (String) one[2]);
        }
        match(bank.payments(payments), index, payers);
    }

    private void match(List<Made> entries, InvoiceIndex index, PayerIndex payers) {
        Judge judge = new Judge(index, payers, LetterItems.NONE, Rules.USUAL);
        Map<Made, EntryMatch> booked = new HashMap<>();
        Map<Made, Judgement> last = new HashMap<>();
        for (Made made : entries) {
            judge(made, judge, Judge.Stage.NAMED, index, payers, booked, last);
        }
        int before;
        do {
            before = booked.size();
            for (Made made : entries) {
                if (!booked.containsKey(made)) {
                    judge(made, judge, Judge.Stage.ALL, index, payers, booked, last);
                }
            }
        } while (booked.size() > before);
        join(entries, index, booked, last);
        entries.forEach(made -> hold(made, Optional.ofNullable(booked.get(made)), last.get(made)));
    }

    private static void join(
            List<Made> entries, InvoiceIndex index, Map<Made, EntryMatch> booked, Map<Made, Judgement> last) {
        Together together = new Together(index);
        for (int number = 0; number < entries.size(); number++) {
            Made made = entries.get(number);
            int entry = number;
            Optional.ofNullable(last.get(made))
                    .flatMap(Judgement::loose)
                    .filter(loose -> !booked.containsKey(made))
                    .ifPresent(loose -> together.add(entry, loose));
        }
        for (Together.Group group : together.find()) {
            group.matches().forEach((number, match) -> {
                Made made = entries.get(number.intValue());
                requirePossible(made, match, index);
                if (match.score() >= Rules.USUAL.bookFrom()) {
                    booked.put(made, match);
                }
            });
        }
    }

    private void judge(
            Made made,
            Judge judge,
            Judge.Stage stage,
            InvoiceIndex index,
            PayerIndex payers,
            Map<Made, EntryMatch> booked,
            Map<Made, Judgement> last) {
        Judgement judgement = judge.judge(made.entry(), stage);
        last.put(made, judgement);
        judgement.booked().ifPresent(match -> requirePossible(made, match, index));
        judgement.proposals().forEach(match -> requirePossible(made, match, index));
        Optional<EntryMatch> match = judgement.booked().filter(one -> !one.isCreditOnly());
        if (match.isEmpty()) {
            return;
        }
        booked.put(made, match.get());
        for (MatchPart part : match.get().parts()) {
            if (part.invoice().isPresent()) {
                int debtor = index.debtorNumber(part.debtor());
                index.pay(
                        index.find(debtor, part.invoice().get()), part.amount().minor());
            }
        }
        if (match.get().teaches() && match.get().isOfOneDebtor()) {
            StatementEntry entry = made.entry();
            DebtorId debtor = match.get().parts().get(0).debtor();
            String iban = entry.counterpartyIban().orElse("");
            String name = entry.counterparty().orElse("");
            learned.add(new Object[] {debtor, iban, name});
            payers.paid(index.debtorNumber(debtor), iban, name);
        }
    }

    /** Never more than the entry holds, never more of an invoice than is open. */
    private static void requirePossible(Made made, EntryMatch match, InvoiceIndex index) {
        Map<String, Long> taken = new HashMap<>();
        for (MatchPart part : match.parts()) {
            if (part.invoice().isPresent()) {
                long all = taken.merge(part.invoice().get(), part.amount().minor(), Long::sum);
                int row = index.find(
                        index.debtorNumber(part.debtor()), part.invoice().get());
                assertTrue(all <= index.open(row), () -> "overpaid by " + match);
            }
        }
        assertTrue(match.money().compareTo(made.entry().amount()) <= 0, () -> "more than the entry: " + match);
    }

    private void hold(Made made, Optional<EntryMatch> booked, Judgement last) {
        tally.entries++;
        int[] kind = tally.byKind.computeIfAbsent(made.truth().kind(), key -> new int[4]);
        kind[0]++;
        if (!made.truth().paid().isEmpty()) {
            tally.payable++;
        }
        if (booked.isPresent()) {
            boolean right = paid(booked.get()).equals(made.truth().paid());
            int[] reason = tally.byReason.computeIfAbsent(
                    booked.get().reason() + " " + booked.get().score(), key -> new int[2]);
            reason[0]++;
            kind[1]++;
            tally.booked++;
            if (right) {
                tally.right++;
            } else {
                reason[1]++;
                kind[2]++;
                tally.wrong.add(made.truth() + " " + made.entry().counterparty().orElse("") + " «"
                        + made.entry().text() + "» " + made.entry().amount() + " -> " + booked.get());
            }
        } else if (last.booked().isPresent()) {
            tally.credits++;
            kind[3]++;
            if (made.truth()
                    .debtor()
                    .equals(Optional.of(last.booked().get().parts().get(0).debtor()))) {
                tally.rightCredits++;
            } else {
                tally.wrong.add("CREDIT " + made.truth() + " "
                        + made.entry().counterparty().orElse("") + " -> " + last.booked());
            }
        }
    }

    private static Map<String, Long> paid(EntryMatch match) {
        Map<String, Long> paid = new HashMap<>();
        match.parts().stream()
                .filter(part ->
                        part.kind() == MatchPart.Kind.MONEY && part.invoice().isPresent())
                .forEach(part -> paid.merge(part.invoice().get(), part.amount().minor(), Long::sum));
        return paid;
    }
}
