package org.quittance.api.ledger;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.SendingEvidence;

/**
 * What the journal knows of one debtor, as far as decisions need it. Grows; use the builder.
 */
public final class CaseHistory {

    private final DebtorId debtor;
    private final long revision;
    private final List<StepRecord> steps;
    private final Map<ItemKey, ItemLife> lives;
    private final List<Commitment> commitments;
    private final List<Dispute> disputes;
    private final List<Hold> holds;
    private final Map<InvoiceId, SendingEvidence> evidence;
    private final Optional<PolicyPin> pin;
    private final String answers;
    private final Optional<String> awayAt;
    private final List<Contact> contacts;
    private final List<Goodwill> goodwill;
    private final List<CaseMark> marks;
    private final List<ImputedInterest> imputed;
    private final List<ImputedCharge> paidCharges;
    private final List<Ruling> rulings;
    private final List<ClaimStatement> statements;
    private final List<Commitment> keptSettlements;

    private CaseHistory(Builder builder) {
        this.debtor = builder.debtor;
        this.revision = builder.revision;
        this.steps = builder.steps;
        this.lives = builder.lives;
        this.commitments = builder.commitments;
        this.disputes = builder.disputes;
        this.holds = builder.holds;
        this.evidence = builder.evidence;
        this.pin = builder.pin;
        this.answers = builder.answers;
        this.awayAt = builder.awayAt;
        this.contacts = builder.contacts;
        this.goodwill = builder.goodwill;
        this.marks = builder.marks;
        this.imputed = builder.imputed;
        this.paidCharges = builder.paidCharges;
        this.rulings = builder.rulings;
        this.statements = builder.statements;
        this.keptSettlements = builder.keptSettlements;
    }

    /** The history of a debtor nothing has happened with yet, to which parts are added. */
    public static Builder of(DebtorId debtor) {
        return new Builder(debtor);
    }

    public DebtorId debtor() {
        return debtor;
    }

    /**
     * Rises by one whenever something is recorded about the debtor that a decision depends on, other than the suite's own
     * messages: a dispute, promise, hold, hand-over. A message decided on an older revision is withdrawn, not sent.
     */
    public long revision() {
        return revision;
    }

    /** Steps of all items and cycles, oldest first. */
    public List<StepRecord> steps() {
        return steps;
    }

    /** Items that were ever settled or reopened; the others are in cycle 1 and not known to be settled. */
    public Map<ItemKey, ItemLife> lives() {
        return lives;
    }

    /** Live and broken commitments; kept and cancelled ones are left out. */
    public List<Commitment> commitments() {
        return commitments;
    }

    /**
     * Kept settlements whose release stands, which falls when their payment is taken back, and kept plans with interest, which are
     * judged again then.
     */
    public List<Commitment> keptSettlements() {
        return keptSettlements;
    }

    /** Open disputes. */
    public List<Dispute> disputes() {
        return disputes;
    }

    /** Holds that are not lifted, whether or not they have run out. */
    public List<Hold> holds() {
        return holds;
    }

    /** Evidence of sending that was declared to us, beyond what the ledger knows. */
    public Map<InvoiceId, SendingEvidence> evidence() {
        return evidence;
    }

    public Optional<PolicyPin> pin() {
        return pin;
    }

    /** A digest of the answers given last, to tell whether they changed; empty text before the first run. */
    public String answers() {
        return answers;
    }

    /** The agency or court the case is at; own dunning stops meanwhile. */
    public Optional<String> awayAt() {
        return awayAt;
    }

    /** Contacts that count as an answer of the debtor. */
    public List<Contact> contacts() {
        return contacts;
    }

    /** Goodwill that is granted and not booked. */
    public List<Goodwill> goodwill() {
        return goodwill;
    }

    /** Marks that are not cleared. */
    public List<CaseMark> marks() {
        return marks;
    }

    /** Interest agreed in plans that was paid, without what was taken back. */
    public List<ImputedInterest> imputed() {
        return imputed;
    }

    /** Charges claimed on items that were paid, without what was taken back. */
    public List<ImputedCharge> paidCharges() {
        return paidCharges;
    }

    /** Rulings that have effect. */
    public List<Ruling> rulings() {
        return rulings;
    }

    /** Claims that were issued, in that order. */
    public List<ClaimStatement> statements() {
        return statements;
    }

    public boolean is(CaseMark.Kind kind) {
        for (CaseMark mark : marks) {
            if (mark.kind() == kind) {
                return true;
            }
        }
        return false;
    }

    /** Collects the parts; not for several threads. The lists are copied by {@link #build()}. */
    public static final class Builder {

        private final DebtorId debtor;
        private long revision;
        private List<StepRecord> steps = List.of();
        private Map<ItemKey, ItemLife> lives = Map.of();
        private List<Commitment> commitments = List.of();
        private List<Dispute> disputes = List.of();
        private List<Hold> holds = List.of();
        private Map<InvoiceId, SendingEvidence> evidence = Map.of();
        private Optional<PolicyPin> pin = Optional.empty();
        private String answers = "";
        private Optional<String> awayAt = Optional.empty();
        private List<Contact> contacts = List.of();
        private List<Goodwill> goodwill = List.of();
        private List<CaseMark> marks = List.of();
        private List<ImputedInterest> imputed = List.of();
        private List<ImputedCharge> paidCharges = List.of();
        private List<Ruling> rulings = List.of();
        private List<ClaimStatement> statements = List.of();
        private List<Commitment> keptSettlements = List.of();

        private Builder(DebtorId debtor) {
            this.debtor = requireNonNull(debtor, "debtor");
        }

        public Builder revision(long value) {
            this.revision = value;
            return this;
        }

        public Builder steps(List<StepRecord> value) {
            this.steps = List.copyOf(value);
            return this;
        }

        public Builder lives(Map<ItemKey, ItemLife> value) {
            this.lives = Map.copyOf(value);
            return this;
        }

        public Builder commitments(List<Commitment> value) {
            this.commitments = List.copyOf(value);
            return this;
        }

        public Builder disputes(List<Dispute> value) {
            this.disputes = List.copyOf(value);
            return this;
        }

        public Builder holds(List<Hold> value) {
            this.holds = List.copyOf(value);
            return this;
        }

        public Builder evidence(Map<InvoiceId, SendingEvidence> value) {
            this.evidence = Map.copyOf(value);
            return this;
        }

        public Builder pin(PolicyPin value) {
            this.pin = Optional.of(value);
            return this;
        }

        public Builder answers(String value) {
            this.answers = requireNonNull(value, "answers");
            return this;
        }

        public Builder awayAt(String value) {
            this.awayAt = Optional.of(value);
            return this;
        }

        public Builder contacts(List<Contact> value) {
            this.contacts = List.copyOf(value);
            return this;
        }

        public Builder goodwill(List<Goodwill> value) {
            this.goodwill = List.copyOf(value);
            return this;
        }

        public Builder marks(List<CaseMark> value) {
            this.marks = List.copyOf(value);
            return this;
        }

        public Builder imputed(List<ImputedInterest> value) {
            this.imputed = List.copyOf(value);
            return this;
        }

        public Builder paidCharges(List<ImputedCharge> value) {
            this.paidCharges = List.copyOf(value);
            return this;
        }

        public Builder rulings(List<Ruling> value) {
            this.rulings = List.copyOf(value);
            return this;
        }

        public Builder statements(List<ClaimStatement> value) {
            this.statements = List.copyOf(value);
            return this;
        }

        public Builder keptSettlements(List<Commitment> value) {
            this.keptSettlements = List.copyOf(value);
            return this;
        }

        public CaseHistory build() {
            return new CaseHistory(this);
        }
    }
}
