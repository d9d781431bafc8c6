package org.quittance.service.claim;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.model.Allocation;
import org.quittance.api.model.Money;

/** One invoice, or instalment of one, and what became of it. Grows; use the builder. */
public final class Debt {

    private final String number;
    private final Money principal;
    private final LocalDate dueDate;
    private final List<Allocation> payments;
    private final List<Allocation> creditNotes;
    private final Money agreedFees;
    private final List<Cost> costs;

    private Debt(Builder builder) {
        this.number = builder.number;
        this.principal = builder.principal;
        this.dueDate = builder.dueDate;
        this.payments = builder.payments;
        this.creditNotes = builder.creditNotes;
        Money fees = builder.agreedFees;
        this.agreedFees = fees != null ? fees : Money.zero(principal.currency());
        this.costs = builder.costs;
        if (!principal.isPositive()) {
            throw new IllegalArgumentException("principal is " + principal + ", a debt is of a positive amount");
        }
    }

    /**
     * Recovery costs that can be proved.
     *
     * @param proof the document
     */
    public record Cost(String what, Money amount, String proof) {

        public Cost {
            requireNonNull(what, "what");
            requireNonNull(amount, "amount");
            requireNonNull(proof, "proof");
        }
    }

    /**
     * @param number the number the debtor knows it by
     * @param principal positive, taxes included
     * @param dueDate the last day to pay
     */
    public static Builder of(String number, Money principal, LocalDate dueDate) {
        return new Builder(
                requireNonNull(number, "number"),
                requireNonNull(principal, "principal"),
                requireNonNull(dueDate, "dueDate"));
    }

    public String number() {
        return number;
    }

    public Money principal() {
        return principal;
    }

    public LocalDate dueDate() {
        return dueDate;
    }

    /** By the day the money counts from, which is the last day of interest on it. */
    public List<Allocation> payments() {
        return payments;
    }

    /** By the day from which the principal is lower; no interest on the difference from that day on. */
    public List<Allocation> creditNotes() {
        return creditNotes;
    }

    public Money agreedFees() {
        return agreedFees;
    }

    public List<Cost> costs() {
        return costs;
    }

    /** Collects the parts; not for several threads. */
    public static final class Builder {

        private final String number;
        private final Money principal;
        private final LocalDate dueDate;
        private List<Allocation> payments = List.of();
        private List<Allocation> creditNotes = List.of();
        private @Nullable Money agreedFees;
        private List<Cost> costs = List.of();

        private Builder(String number, Money principal, LocalDate dueDate) {
            this.number = number;
            this.principal = principal;
            this.dueDate = dueDate;
        }

        public Builder payments(List<Allocation> value) {
            this.payments = List.copyOf(value);
            return this;
        }

        public Builder creditNotes(List<Allocation> value) {
            this.creditNotes = List.copyOf(value);
            return this;
        }

        public Builder agreedFees(Money value) {
            this.agreedFees = requireNonNull(value, "value");
            return this;
        }

        public Builder costs(List<Cost> value) {
            this.costs = List.copyOf(value);
            return this;
        }

        public Debt build() {
            return new Debt(this);
        }
    }
}
