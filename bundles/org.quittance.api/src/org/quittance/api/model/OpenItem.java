package org.quittance.api.model;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;

/**
 * One instalment (<i>échéance</i>) of an invoice that is not fully paid, or a credit that is not fully used, as the
 * ledger knows it on one day. Retentions are instalments too. Grows; use the builder.
 */
public final class OpenItem {

    private final ItemKey key;
    private final DebtorId debtor;
    private final String number;
    private final ItemKind kind;
    private final LocalDate issueDate;
    private final LocalDate dueDate;
    private final Money original;
    private final Money open;
    private final Money disputed;
    private final Optional<SendingEvidence> evidence;
    private final List<Allocation> allocations;
    private final String token;

    private OpenItem(Builder builder) {
        this.key = requireNonNull(builder.key, "key");
        this.debtor = requireNonNull(builder.debtor, "debtor");
        this.number = builder.number.isEmpty() ? key.invoice().value() : builder.number;
        this.kind = builder.kind;
        this.issueDate = requireNonNull(builder.issueDate, "issueDate");
        this.dueDate = requireNonNull(builder.dueDate, "dueDate");
        this.open = requireNonNull(builder.open, "open");
        this.original = builder.original == null ? open : builder.original;
        this.disputed = builder.disputed == null ? Money.zero(open.currency()) : builder.disputed;
        this.evidence = builder.evidence;
        this.allocations = builder.allocations;
        this.token = Texts.requireText(builder.token, "token");
        if (open.isZero() || open.isNegative() != kind.isCredit()) {
            throw new IllegalArgumentException("open amount " + open + " of " + key + " does not fit a " + kind);
        }
        if (disputed.isNegative() || (!kind.isCredit() && disputed.compareTo(open) > 0)) {
            throw new IllegalArgumentException("disputed " + disputed + " is not between zero and open " + open);
        }
        if (!original.currency().equals(open.currency())) {
            throw new IllegalArgumentException("original " + original + " and open " + open + " differ in currency");
        }
    }

    public static Builder of(ItemKey key, DebtorId debtor) {
        return new Builder(key, debtor);
    }

    public ItemKey key() {
        return key;
    }

    public DebtorId debtor() {
        return debtor;
    }

    /** The number printed on the document, by which the debtor knows it. */
    public String number() {
        return number;
    }

    public ItemKind kind() {
        return kind;
    }

    public LocalDate issueDate() {
        return issueDate;
    }

    /** The last day to pay; a credit repeats its issue date. */
    public LocalDate dueDate() {
        return dueDate;
    }

    public Money original() {
        return original;
    }

    /** What is open: never zero; negative exactly for credits. */
    public Money open() {
        return open;
    }

    /** The part of {@link #open()} the ledger knows to be disputed; zero if none. */
    public Money disputed() {
        return disputed;
    }

    /** What the ledger knows about the sending of the invoice; empty where it knows nothing. */
    public Optional<SendingEvidence> evidence() {
        return evidence;
    }

    /** What was set against the item, by value date; empty where the ledger keeps no such detail. */
    public List<Allocation> allocations() {
        return allocations;
    }

    public ItemToken token() {
        return new ItemToken(key, token);
    }

    @Override
    public String toString() {
        return number + " " + open + " due " + dueDate;
    }

    /** Collects the parts of an open item; not for several threads. */
    public static final class Builder {

        private final ItemKey key;
        private final DebtorId debtor;
        private String number = "";
        private ItemKind kind = ItemKind.INVOICE;
        private @Nullable LocalDate issueDate;
        private @Nullable LocalDate dueDate;
        private @Nullable Money original;
        private @Nullable Money open;
        private @Nullable Money disputed;
        private Optional<SendingEvidence> evidence = Optional.empty();
        private List<Allocation> allocations = List.of();
        private String token = "";

        private Builder(ItemKey key, DebtorId debtor) {
            this.key = key;
            this.debtor = debtor;
        }

        public Builder number(String value) {
            this.number = requireNonNull(value, "number");
            return this;
        }

        public Builder kind(ItemKind value) {
            this.kind = requireNonNull(value, "kind");
            return this;
        }

        public Builder issued(LocalDate value) {
            this.issueDate = value;
            return this;
        }

        public Builder due(LocalDate value) {
            this.dueDate = value;
            return this;
        }

        public Builder original(Money value) {
            this.original = value;
            return this;
        }

        public Builder open(Money value) {
            this.open = value;
            return this;
        }

        public Builder disputed(Money value) {
            this.disputed = value;
            return this;
        }

        public Builder evidence(SendingEvidence value) {
            this.evidence = Optional.of(value);
            return this;
        }

        public Builder allocations(List<Allocation> value) {
            this.allocations = List.copyOf(value);
            return this;
        }

        /** Opaque, never blank; see {@link ItemToken}. */
        public Builder token(String value) {
            this.token = requireNonNull(value, "token");
            return this;
        }

        /** Refuses what does not fit together: no open amount, its sign against the kind, disputed more than open. */
        public OpenItem build() {
            return new OpenItem(this);
        }
    }
}
