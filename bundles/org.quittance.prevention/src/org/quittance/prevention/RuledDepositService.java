package org.quittance.prevention;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.quittance.api.ledger.Deposit;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.PreventionLedger;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.Money;
import org.quittance.api.score.Score;
import org.quittance.api.text.Sentence;
import org.quittance.service.agreement.Recording;
import org.quittance.service.agreement.ScoreService;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CaseworkException.Kind;
import org.quittance.service.casework.Failures;
import org.quittance.service.prevention.DepositService;

/** Deposits by the rules of the configuration. Of two rules that apply the one that asks for more decides. */
@Component(configurationPid = "org.quittance.prevention.deposits")
@Designate(ocd = DepositRules.class)
public final class RuledDepositService implements DepositService {

    private static final int WHOLE = 100;

    private final Recordings recordings;
    private final PreventionLedger ledger;
    private final ScoreService scores;
    private final DepositRules rules;

    /** @throws IllegalArgumentException where a number of the configuration is out of its range; names it */
    @Activate
    public RuledDepositService(
            @Reference Recordings recordings,
            @Reference PreventionLedger ledger,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) ScoreService scores,
            DepositRules rules) {
        this.recordings = requireNonNull(recordings, "recordings");
        this.ledger = requireNonNull(ledger, "ledger");
        this.scores = requireNonNull(scores, "scores");
        this.rules = requireNonNull(rules, "rules");
        requirePercent(rules.newPercent(), "newPercent");
        requirePercent(rules.lowScore(), "lowScore");
        requirePercent(rules.lowScorePercent(), "lowScorePercent");
        requirePercent(rules.advanceScore(), "advanceScore");
    }

    private static void requirePercent(int value, String name) {
        if (value < 0 || value > WHOLE) {
            throw new IllegalArgumentException(name + " is " + value + ", expected 0 to 100");
        }
    }

    @Override
    public Advice advise(CreditorId creditor, DebtorId debtor, Money order, LocalDate asOf) throws CaseworkException {
        if (!order.isPositive()) {
            throw new CaseworkException(Kind.USAGE, Sentence.of(RuledDepositService.class, "order.none", order));
        }
        recordings.debtor(creditor, debtor);
        try {
            Optional<Score> score = scores.score(creditor, debtor, asOf);
            Optional<LocalDate> first = ledger.firstInvoice(creditor, debtor);
            if (order.toDecimal().compareTo(BigDecimal.valueOf(rules.smallestOrder())) < 0) {
                return advice(Ground.NONE, 0, order, score, Optional.empty());
            }
            int byScore = score.map(known -> percent(known.points())).orElse(0);
            boolean isNew =
                    first.isEmpty() || first.get().plusDays(rules.newForDays()).isAfter(asOf);
            if (isNew && rules.newPercent() > byScore) {
                return advice(Ground.NEW_DEBTOR, rules.newPercent(), order, score, first);
            }
            return advice(byScore > 0 ? Ground.LOW_SCORE : Ground.NONE, byScore, order, score, Optional.empty());
        } catch (LedgerException e) {
            throw Failures.of(e);
        }
    }

    private int percent(int points) {
        if (points < rules.advanceScore()) {
            return WHOLE;
        }
        return points < rules.lowScore() ? rules.lowScorePercent() : 0;
    }

    private static Advice advice(
            Ground ground, int percent, Money order, Optional<Score> score, Optional<LocalDate> newSince) {
        BigDecimal part =
                order.toDecimal().multiply(BigDecimal.valueOf(percent)).movePointLeft(2);
        return new Advice(
                ground, percent, Money.rounded(part, order.currency(), RoundingMode.HALF_UP), score, newSince);
    }

    @Override
    public Deposit ask(CreditorId creditor, DebtorId debtor, Money amount, LocalDate due, Recording recording)
            throws CaseworkException {
        return write(creditor, debtor, recording, "deposit.asked", () -> {
            String id = "deposit-" + (ledger.deposits(creditor, debtor).size() + 1);
            try {
                return new Deposit(id, amount, recording.on(), due, Deposit.State.ASKED, Optional.empty());
            } catch (IllegalArgumentException e) {
                throw new CaseworkException(Kind.USAGE, String.valueOf(e.getMessage()), e);
            }
        });
    }

    @Override
    public Deposit end(CreditorId creditor, DebtorId debtor, String id, Deposit.State as, Recording recording)
            throws CaseworkException {
        if (as == Deposit.State.ASKED) {
            throw new IllegalArgumentException("a deposit ends as RECEIVED or REFUSED");
        }
        String kind = as == Deposit.State.RECEIVED ? "deposit.received" : "deposit.refused";
        return write(creditor, debtor, recording, kind, () -> {
            Deposit known = ledger.deposits(creditor, debtor).stream()
                    .filter(deposit -> deposit.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new CaseworkException(
                            Kind.USAGE, Sentence.of(RuledDepositService.class, "deposit.none", id, debtor)));
            if (known.state() != Deposit.State.ASKED) {
                throw new CaseworkException(
                        Kind.USAGE, Sentence.of(RuledDepositService.class, "deposit.ended", id, known.state()));
            }
            return known.ended(as, recording.on());
        });
    }

    private Deposit write(
            CreditorId creditor, DebtorId debtor, Recording recording, String kind, Recordings.Making<Deposit> making)
            throws CaseworkException {
        return recordings.write(creditor, debtor, recording, kind, making, deposit -> json -> {
            json.put("amount", deposit.amount().toDecimalString());
            json.put("currency", deposit.amount().currency().getCurrencyCode());
            json.put("due", deposit.due().toString());
        });
    }

    @Override
    public List<Deposit> deposits(CreditorId creditor, DebtorId debtor) throws CaseworkException {
        try {
            return ledger.deposits(creditor, debtor);
        } catch (LedgerException e) {
            throw Failures.of(e);
        }
    }
}
