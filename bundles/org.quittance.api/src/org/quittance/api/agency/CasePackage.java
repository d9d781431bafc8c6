package org.quittance.api.agency;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.document.MessageFacts;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Debtor;

/**
 * A case as an agency gets it: parties, itemised claim, history and documents, under a written mandate. Grows; use the
 * builder. What it must contain follows articles R124-3 and R124-4 of the French code of civil enforcement procedures.
 */
public final class CasePackage {

    private final HandOverKey key;
    private final Creditor creditor;
    private final Debtor debtor;
    private final MessageFacts claim;
    private final LocalDate date;
    private final Mandate mandate;
    private final List<PastContact> contacts;
    private final List<DocumentFile> exhibits;
    private final Optional<LocalDate> limitationDate;

    private CasePackage(Builder builder) {
        this.key = builder.key;
        this.creditor = requireNonNull(builder.creditor, "creditor");
        this.debtor = requireNonNull(builder.debtor, "debtor");
        this.claim = requireNonNull(builder.claim, "claim");
        this.date = requireNonNull(builder.date, "date");
        this.mandate = requireNonNull(builder.mandate, "mandate");
        this.contacts = builder.contacts;
        this.exhibits = builder.exhibits;
        this.limitationDate = builder.limitationDate;
    }

    public static Builder keyed(HandOverKey key) {
        return new Builder(key);
    }

    /**
     * The written agreement with power to receive (R124-3).
     *
     * @param number of the contract with the agency
     * @param signedOn date of the contract
     * @param feeBasis how the agency is paid; never by the debtor
     * @param payOver conditions under which money received is paid over
     */
    public record Mandate(String number, LocalDate signedOn, String feeBasis, String payOver) {

        public Mandate {
            requireNonNull(number, "number");
            requireNonNull(signedOn, "signedOn");
            requireNonNull(feeBasis, "feeBasis");
            requireNonNull(payOver, "payOver");
        }
    }

    /** A message that was really sent. */
    public record PastContact(LocalDate on, String medium, String step) {

        public PastContact {
            requireNonNull(on, "on");
            requireNonNull(medium, "medium");
            requireNonNull(step, "step");
        }
    }

    public HandOverKey key() {
        return key;
    }

    public Creditor creditor() {
        return creditor;
    }

    public Debtor debtor() {
        return debtor;
    }

    /** The claim invoice by invoice, principal, interest and accessories apart. */
    public MessageFacts claim() {
        return claim;
    }

    public LocalDate date() {
        return date;
    }

    public Mandate mandate() {
        return mandate;
    }

    public List<PastContact> contacts() {
        return contacts;
    }

    public List<DocumentFile> exhibits() {
        return exhibits;
    }

    public Optional<LocalDate> limitationDate() {
        return limitationDate;
    }

    /** Collects the parts; not for several threads. */
    public static final class Builder {

        private final HandOverKey key;
        private @Nullable Creditor creditor;
        private @Nullable Debtor debtor;
        private @Nullable MessageFacts claim;
        private @Nullable LocalDate date;
        private @Nullable Mandate mandate;
        private List<PastContact> contacts = List.of();
        private List<DocumentFile> exhibits = List.of();
        private Optional<LocalDate> limitationDate = Optional.empty();

        private Builder(HandOverKey key) {
            this.key = requireNonNull(key, "key");
        }

        public Builder parties(Creditor theCreditor, Debtor theDebtor) {
            this.creditor = theCreditor;
            this.debtor = theDebtor;
            return this;
        }

        public Builder claim(MessageFacts value, LocalDate on) {
            this.claim = value;
            this.date = on;
            return this;
        }

        public Builder mandate(Mandate value) {
            this.mandate = value;
            return this;
        }

        public Builder contacts(List<PastContact> value) {
            this.contacts = List.copyOf(value);
            return this;
        }

        public Builder exhibits(List<DocumentFile> value) {
            this.exhibits = List.copyOf(value);
            return this;
        }

        public Builder limitationDate(LocalDate value) {
            this.limitationDate = Optional.of(value);
            return this;
        }

        public CasePackage build() {
            return new CasePackage(this);
        }
    }
}
