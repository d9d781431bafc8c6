package org.quittance.api.ledger;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.document.DocumentKind;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.ItemToken;
import org.quittance.api.model.Medium;
import org.quittance.api.model.Money;

/** A message as it was decided: what for, to whom, on which state of which items. Grows; use the builder. */
public final class PreparedMessage {

    private final MessageId id;
    private final RunId run;
    private final DebtorId debtor;
    private final String step;
    private final DocumentKind kind;
    private final LocalDate asOf;
    private final List<Medium> media;
    private final List<MessageItem> items;
    private final List<ItemToken> credits;
    private final Money principal;
    private final Money interest;
    private final Money indemnity;
    private final Money fees;
    private final long caseRevision;
    private final Optional<LocalDate> expiresOn;
    private final String facts;

    private PreparedMessage(Builder builder) {
        this.id = builder.id;
        this.run = builder.run;
        this.debtor = builder.debtor;
        this.step = requireNonNull(builder.step, "step");
        this.kind = requireNonNull(builder.kind, "kind");
        this.asOf = requireNonNull(builder.asOf, "asOf");
        this.media = builder.media;
        this.items = builder.items;
        this.credits = builder.credits;
        this.principal = requireNonNull(builder.principal, "principal");
        this.interest = requireNonNull(builder.interest, "interest");
        this.indemnity = requireNonNull(builder.indemnity, "indemnity");
        this.fees = requireNonNull(builder.fees, "fees");
        this.caseRevision = builder.caseRevision;
        this.expiresOn = builder.expiresOn;
        this.facts = requireNonNull(builder.facts, "facts");
        if (items.isEmpty()) {
            throw new IllegalArgumentException("a message is about at least one item");
        }
    }

    public static Builder of(MessageId id, RunId run, DebtorId debtor) {
        return new Builder(id, run, debtor);
    }

    public MessageId id() {
        return id;
    }

    public RunId run() {
        return run;
    }

    public DebtorId debtor() {
        return debtor;
    }

    /** The step of the message, the highest of its items. */
    public String step() {
        return step;
    }

    public DocumentKind kind() {
        return kind;
    }

    /** The day it was decided for. */
    public LocalDate asOf() {
        return asOf;
    }

    /** Media to try, best first. */
    public List<Medium> media() {
        return media;
    }

    public List<MessageItem> items() {
        return items;
    }

    /** Credits netted in it, in the state in which they were seen. */
    public List<ItemToken> credits() {
        return credits;
    }

    public Money principal() {
        return principal;
    }

    public Money interest() {
        return interest;
    }

    public Money indemnity() {
        return indemnity;
    }

    public Money fees() {
        return fees;
    }

    /** {@link CaseHistory#revision()} of the history it was decided on. */
    public long caseRevision() {
        return caseRevision;
    }

    /** Last day on which a task can be done; empty for what is sent. */
    public Optional<LocalDate> expiresOn() {
        return expiresOn;
    }

    /** The facts of the document as JSON, frozen; opaque to the store. Personal, so erasable. */
    public String facts() {
        return facts;
    }

    /** Collects the parts; not for several threads. */
    public static final class Builder {

        private final MessageId id;
        private final RunId run;
        private final DebtorId debtor;
        private @Nullable String step;
        private @Nullable DocumentKind kind;
        private @Nullable LocalDate asOf;
        private List<Medium> media = List.of();
        private List<MessageItem> items = List.of();
        private List<ItemToken> credits = List.of();
        private @Nullable Money principal;
        private @Nullable Money interest;
        private @Nullable Money indemnity;
        private @Nullable Money fees;
        private long caseRevision;
        private Optional<LocalDate> expiresOn = Optional.empty();
        private @Nullable String facts;

        private Builder(MessageId id, RunId run, DebtorId debtor) {
            this.id = requireNonNull(id, "id");
            this.run = requireNonNull(run, "run");
            this.debtor = requireNonNull(debtor, "debtor");
        }

        public Builder step(String value, DocumentKind documentKind) {
            this.step = value;
            this.kind = documentKind;
            return this;
        }

        public Builder asOf(LocalDate value) {
            this.asOf = value;
            return this;
        }

        public Builder media(List<Medium> value) {
            this.media = List.copyOf(value);
            return this;
        }

        public Builder items(List<MessageItem> value) {
            this.items = List.copyOf(value);
            return this;
        }

        public Builder credits(List<ItemToken> value) {
            this.credits = List.copyOf(value);
            return this;
        }

        /** All four in one currency. */
        public Builder amounts(Money ofPrincipal, Money ofInterest, Money ofIndemnity, Money ofFees) {
            this.principal = ofPrincipal;
            this.interest = ofInterest;
            this.indemnity = ofIndemnity;
            this.fees = ofFees;
            return this;
        }

        public Builder caseRevision(long value) {
            this.caseRevision = value;
            return this;
        }

        public Builder expiresOn(LocalDate value) {
            this.expiresOn = Optional.of(value);
            return this;
        }

        public Builder facts(String json) {
            this.facts = json;
            return this;
        }

        public PreparedMessage build() {
            return new PreparedMessage(this);
        }
    }
}
