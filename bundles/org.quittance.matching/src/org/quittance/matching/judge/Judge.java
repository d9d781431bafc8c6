package org.quittance.matching.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.quittance.api.bank.EntryMatch;
import org.quittance.api.bank.MatchPart;
import org.quittance.api.importer.StatementEntry;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.Money;
import org.quittance.matching.index.InvoiceIndex;
import org.quittance.matching.index.PayerIndex;
import org.quittance.service.matching.MatchReason;

/**
 * Weighs what an entry may pay. It changes nothing: whoever books tells the index. Money that comes in only; returns and money out
 * are looked at elsewhere. For one thread.
 */
public final class Judge {

    private static final int PROPOSED_MAX = 5;

    private final InvoiceIndex index;
    private final PayerIndex payers;
    private final LetterItems letters;
    private final Rules rules;

    public Judge(InvoiceIndex index, PayerIndex payers, LetterItems letters, Rules rules) {
        this.index = index;
        this.payers = payers;
        this.letters = letters;
        this.rules = rules;
    }

    /** Which evidence counts: what names invoices is booked first, so that it is not taken by what only has their amount. */
    public enum Stage {
        NAMED,
        ALL
    }

    public Judgement judge(StatementEntry entry, Stage stage) {
        Payment payment = new Payment(index, payers, letters, entry);
        List<Explanation> explanations = explanations(payment);
        Optional<Explanation> sure = sure(explanations);
        if (sure.isPresent() && (stage == Stage.ALL || isNamed(sure.get()))) {
            return new Judgement(
                    Optional.of(match(entry, sure.get())), List.of(), debtor(payment, explanations), Optional.empty());
        }
        List<EntryMatch> proposals = explanations.stream()
                .limit(PROPOSED_MAX)
                .map(one -> match(entry, one))
                .toList();
        Optional<EntryMatch> credit = stage == Stage.ALL ? credit(payment, explanations) : Optional.empty();
        return new Judgement(credit, proposals, debtor(payment, explanations), loose(payment, explanations));
    }

    private static Optional<Loose> loose(Payment payment, List<Explanation> explanations) {
        boolean fits = explanations.stream().anyMatch(one -> one.reason() != MatchReason.PAYER_ONLY);
        boolean names = !payment.text().found().isEmpty()
                || payment.text().hasForeignNumber()
                || !payment.references().invoices().isEmpty();
        return fits || names || payment.who().debtor() < 0
                ? Optional.empty()
                : Optional.of(new Loose(
                        payment.who().debtor(),
                        payment.who().isSure(),
                        payment.minor(),
                        payment.day(),
                        payment.entry().amount().currency().getCurrencyCode()));
    }

    private static boolean isNamed(Explanation sure) {
        return switch (sure.reason()) {
            case REFERENCE,
                    LETTER_REFERENCE,
                    NUMBER,
                    NUMBERS_AMONG_OTHERS,
                    INSTALMENT,
                    PART_PAYMENT,
                    SMALL_DIFFERENCE,
                    OVERPAID,
                    DISCOUNT,
                    BANK_FEE,
                    NUMBER_MISSPELT -> true;
            default -> false;
        };
    }

    private List<Explanation> explanations(Payment payment) {
        List<Explanation> all = new ArrayList<>();
        addNew(all, new NumberedExplanations(index, rules, payment).find());
        addNew(all, new PayerExplanations(index, payment).find());
        all.sort(Comparator.comparingInt(Explanation::score).reversed());
        return doubtful(payment, all);
    }

    private static void addNew(List<Explanation> all, List<Explanation> more) {
        for (Explanation one : more) {
            if (all.stream().noneMatch(known -> known.isSameAs(one))) {
                all.add(one);
            }
        }
    }

    /** A part of what is named is not sure where the payer has another invoice of exactly this amount. */
    private static List<Explanation> doubtful(Payment payment, List<Explanation> all) {
        boolean whole = all.stream()
                .anyMatch(one -> one.reason() == MatchReason.PAYER_AND_AMOUNT
                        || one.reason() == MatchReason.PAYER_SEVERAL
                        || one.reason() == MatchReason.PAYER_COMBINED
                        || one.reason() == MatchReason.PAYER_ALL_OPEN
                        || one.reason() == MatchReason.NUMBER_MISSPELT);
        if (!whole || payment.references().invoices().size() == 1) {
            return all;
        }
        return all.stream()
                .map(one -> one.reason() == MatchReason.PART_PAYMENT ? one.atMost(Weights.OVERPAID) : one)
                .sorted(Comparator.comparingInt(Explanation::score).reversed())
                .toList();
    }

    private Optional<Explanation> sure(List<Explanation> explanations) {
        if (explanations.isEmpty() || explanations.get(0).score() < rules.bookFrom()) {
            return Optional.empty();
        }
        Explanation best = explanations.get(0);
        boolean rivalled = explanations.size() > 1 && explanations.get(1).score() > best.score() - Weights.MARGIN;
        return rivalled ? Optional.empty() : Optional.of(best);
    }

    /** Money of a debtor who is sure, whatever it pays. */
    private Optional<EntryMatch> credit(Payment payment, List<Explanation> explanations) {
        if (payment.who().sureness() != Payment.Who.Sureness.ACCOUNT_AND_NAME || Weights.CREDIT < rules.bookFrom()) {
            return Optional.empty();
        }
        int debtor = payment.who().debtor();
        boolean others = explanations.stream()
                .anyMatch(one -> one.score() >= Weights.NUMBER_PART
                        && one.invoices().length > 0
                        && index.debtorOf(one.invoices()[0]) != debtor);
        return others
                ? Optional.empty()
                : Optional.of(match(
                        payment.entry(),
                        Explanation.credit(Weights.CREDIT, MatchReason.PAYER_ONLY, debtor, payment.minor())));
    }

    private Optional<DebtorId> debtor(Payment payment, List<Explanation> explanations) {
        if (!explanations.isEmpty() && explanations.get(0).invoices().length > 0) {
            return Optional.of(index.debtor(index.debtorOf(explanations.get(0).invoices()[0])));
        }
        return payment.who().debtor() >= 0
                ? Optional.of(index.debtor(payment.who().debtor()))
                : Optional.empty();
    }

    private EntryMatch match(StatementEntry entry, Explanation explanation) {
        List<MatchPart> parts = new ArrayList<>();
        for (int at = 0; at < explanation.invoices().length; at++) {
            int row = explanation.invoices()[at];
            parts.add(MatchPart.paying(
                    index.debtor(index.debtorOf(row)),
                    index.number(row),
                    money(entry, explanation.amounts()[at])));
        }
        for (int at = 0; at < explanation.closing().length; at++) {
            MatchPart paying = parts.get(at);
            if (explanation.closing()[at] > 0) {
                parts.add(new MatchPart(
                        explanation.closedAs(),
                        paying.debtor(),
                        paying.invoice(),
                        money(entry, explanation.closing()[at])));
            }
        }
        if (explanation.credit() > 0) {
            parts.add(MatchPart.credit(index.debtor(explanation.creditOf()), money(entry, explanation.credit())));
        }
        return new EntryMatch(explanation.score(), explanation.reason().name(), explanation.teaches(), parts);
    }

    private static Money money(StatementEntry entry, long minor) {
        return Money.ofMinor(minor, entry.amount().currency());
    }
}
