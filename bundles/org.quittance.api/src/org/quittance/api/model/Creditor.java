package org.quittance.api.model;

import static java.util.Objects.requireNonNull;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The firm that is owed money: how it signs, where it is paid, in which zone its day begins, which policy it follows.
 * Comes from configuration. Grows; use the builder.
 */
public final class Creditor {

    private final CreditorId id;
    private final String name;
    private final PostalAddress address;
    private final ZoneId zone;
    private final Locale language;
    private final List<String> legalMentions;
    private final Map<String, BankAccount> accounts;
    private final Optional<String> contactName;
    private final Optional<String> email;
    private final Optional<String> phone;
    private final String policy;
    private final boolean fourEyes;
    private final boolean draft;
    private final Optional<String> legalId;
    private final Optional<String> vatNumber;

    private Creditor(Builder builder) {
        this.id = builder.id;
        this.name = builder.name;
        this.address = builder.address;
        this.zone = builder.zone;
        this.language = builder.language;
        this.legalMentions = builder.legalMentions;
        this.accounts = builder.accounts;
        this.contactName = builder.contactName;
        this.email = builder.email;
        this.phone = builder.phone;
        this.policy = builder.policy;
        this.fourEyes = builder.fourEyes;
        this.draft = builder.draft;
        this.legalId = builder.legalId;
        this.vatNumber = builder.vatNumber;
    }

    /** Starts a creditor in the zone of Paris that writes French and follows the policy {@code standard}. */
    public static Builder named(CreditorId id, String name, PostalAddress address) {
        return new Builder(id, name, address);
    }

    public CreditorId id() {
        return id;
    }

    public String name() {
        return name;
    }

    public PostalAddress address() {
        return address;
    }

    public ZoneId zone() {
        return zone;
    }

    public Locale language() {
        return language;
    }

    /** Lines such as legal form, capital, register and VAT number, as business letters must show them. */
    public List<String> legalMentions() {
        return legalMentions;
    }

    /** The account to print for an ISO 4217 currency code; none means that nothing is printed for it. */
    public Optional<BankAccount> account(String currencyCode) {
        return Optional.ofNullable(accounts.get(requireNonNull(currencyCode, "currencyCode")));
    }

    /** Every account it is paid on, by ISO 4217 currency code. */
    public Map<String, BankAccount> accounts() {
        return accounts;
    }

    public Optional<String> contactName() {
        return contactName;
    }

    public Optional<String> email() {
        return email;
    }

    public Optional<String> phone() {
        return phone;
    }

    /** Identifier of the dunning policy for debtors that have none of their own. */
    public String policy() {
        return policy;
    }

    /** Whether the person who prepared a run is forbidden to approve it. */
    public boolean fourEyes() {
        return fourEyes;
    }

    /** Whether its configuration still waits to be filled in; then nothing leaves a real workspace in its name. */
    public boolean isDraft() {
        return draft;
    }

    /** National register number, a SIREN in France; tells the firm's own invoices from those it received. */
    public Optional<String> legalId() {
        return legalId;
    }

    /** With its country prefix, such as FR00123456789. */
    public Optional<String> vatNumber() {
        return vatNumber;
    }

    @Override
    public String toString() {
        return id + " (" + name + ")";
    }

    /** Collects the parts of a creditor; not for several threads. */
    public static final class Builder {

        private final CreditorId id;
        private final String name;
        private final PostalAddress address;
        private ZoneId zone = ZoneId.of("Europe/Paris");
        private Locale language = Locale.FRENCH;
        private List<String> legalMentions = List.of();
        private Map<String, BankAccount> accounts = Map.of();
        private Optional<String> contactName = Optional.empty();
        private Optional<String> email = Optional.empty();
        private Optional<String> phone = Optional.empty();
        private String policy = "standard";
        private boolean fourEyes;
        private boolean draft;
        private Optional<String> legalId = Optional.empty();
        private Optional<String> vatNumber = Optional.empty();

        private Builder(CreditorId id, String name, PostalAddress address) {
            this.id = requireNonNull(id, "id");
            this.name = Texts.requireText(name, "name");
            this.address = requireNonNull(address, "address");
        }

        public Builder zone(ZoneId value) {
            this.zone = requireNonNull(value, "zone");
            return this;
        }

        public Builder language(Locale value) {
            this.language = requireNonNull(value, "language");
            return this;
        }

        public Builder legalMentions(List<String> value) {
            this.legalMentions = List.copyOf(value);
            return this;
        }

        /** Accounts by ISO 4217 currency code. */
        public Builder accounts(Map<String, BankAccount> value) {
            this.accounts = Map.copyOf(value);
            return this;
        }

        public Builder contactName(String value) {
            this.contactName = Optional.of(Texts.requireText(value, "contactName"));
            return this;
        }

        public Builder email(String value) {
            this.email = Optional.of(Texts.requireText(value, "email"));
            return this;
        }

        public Builder phone(String value) {
            this.phone = Optional.of(Texts.requireText(value, "phone"));
            return this;
        }

        public Builder policy(String value) {
            this.policy = Texts.requireText(value, "policy");
            return this;
        }

        public Builder fourEyes(boolean value) {
            this.fourEyes = value;
            return this;
        }

        public Builder draft(boolean value) {
            this.draft = value;
            return this;
        }

        public Builder legalId(String value) {
            this.legalId = Optional.of(Texts.requireText(value, "legalId"));
            return this;
        }

        public Builder vatNumber(String value) {
            this.vatNumber = Optional.of(Texts.requireText(value, "vatNumber"));
            return this;
        }

        public Creditor build() {
            return new Creditor(this);
        }
    }
}
