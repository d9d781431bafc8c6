package org.quittance.api.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Who owes: what is needed to write to them in their language and to know what law applies. Grows; use the builder. */
public final class Debtor {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s<>]+@[^@\\s<>]+");

    private final DebtorKey key;
    private final String name;
    private final DebtorKind kind;
    private final Locale language;
    private final String country;
    private final Optional<PostalAddress> address;
    private final Optional<String> contactName;
    private final Optional<String> email;
    private final Optional<String> phone;
    private final Optional<String> legalId;
    private final Optional<String> policy;
    private final List<Medium> preferredMedia;
    private final Set<Medium> optOuts;

    private Debtor(Builder builder) {
        this.key = builder.key;
        this.name = builder.name;
        this.kind = builder.kind;
        this.language = builder.language;
        this.country = builder.country;
        this.address = builder.address;
        this.contactName = builder.contactName;
        this.email = builder.email;
        this.phone = builder.phone;
        this.legalId = builder.legalId;
        this.policy = builder.policy;
        this.preferredMedia = builder.preferredMedia;
        this.optOuts = builder.optOuts;
    }

    /** Starts a debtor of kind UNKNOWN who reads French in France, without any way to be reached. */
    public static Builder named(DebtorKey key, String name) {
        return new Builder(key, name);
    }

    public DebtorKey key() {
        return key;
    }

    public DebtorId id() {
        return key.debtor();
    }

    public String name() {
        return name;
    }

    public DebtorKind kind() {
        return kind;
    }

    /** The language messages are written in; only its language part counts. */
    public Locale language() {
        return language;
    }

    /** ISO 3166-1 alpha-2: decides holidays and, with {@link #kind()}, the law of charges. */
    public String country() {
        return country;
    }

    public Optional<PostalAddress> address() {
        return address;
    }

    /** The person or service that handles payables. */
    public Optional<String> contactName() {
        return contactName;
    }

    public Optional<String> email() {
        return email;
    }

    /** In international form, such as {@code +33 4 72 00 00 00}. */
    public Optional<String> phone() {
        return phone;
    }

    /** National register number, a SIREN in France. */
    public Optional<String> legalId() {
        return legalId;
    }

    /** Identifier of a dunning policy of this debtor's own; empty means the creditor's. */
    public Optional<String> policy() {
        return policy;
    }

    /** Media the debtor asked for, best first; empty means the policy's order. */
    public List<Medium> preferredMedia() {
        return preferredMedia;
    }

    public Set<Medium> optOuts() {
        return optOuts;
    }

    @Override
    public String toString() {
        return key.debtor() + " (" + name + ")";
    }

    /** Collects the parts of a debtor; not for several threads. */
    public static final class Builder {

        private final DebtorKey key;
        private final String name;
        private DebtorKind kind = DebtorKind.UNKNOWN;
        private Locale language = Locale.FRENCH;
        private String country = "FR";
        private Optional<PostalAddress> address = Optional.empty();
        private Optional<String> contactName = Optional.empty();
        private Optional<String> email = Optional.empty();
        private Optional<String> phone = Optional.empty();
        private Optional<String> legalId = Optional.empty();
        private Optional<String> policy = Optional.empty();
        private List<Medium> preferredMedia = List.of();
        private Set<Medium> optOuts = Set.of();

        private Builder(DebtorKey key, String name) {
            this.key = requireNonNull(key, "key");
            this.name = Texts.requireText(name, "name");
        }

        public Builder kind(DebtorKind value) {
            this.kind = requireNonNull(value, "kind");
            return this;
        }

        public Builder language(Locale value) {
            this.language = requireNonNull(value, "language");
            return this;
        }

        public Builder country(String value) {
            if (!Texts.isCountryCode(requireNonNull(value, "country"))) {
                throw new IllegalArgumentException("country is «" + value + "», expected two capital letters");
            }
            this.country = value;
            return this;
        }

        public Builder address(PostalAddress value) {
            this.address = Optional.of(value);
            return this;
        }

        public Builder contactName(String value) {
            this.contactName = Optional.of(Texts.requireText(value, "contactName"));
            return this;
        }

        public Builder email(String value) {
            if (!EMAIL.matcher(requireNonNull(value, "email")).matches()) {
                throw new IllegalArgumentException("email «" + value + "» is not an address");
            }
            this.email = Optional.of(value);
            return this;
        }

        public Builder phone(String value) {
            this.phone = Optional.of(Texts.requireText(value, "phone"));
            return this;
        }

        public Builder legalId(String value) {
            this.legalId = Optional.of(Texts.requireText(value, "legalId"));
            return this;
        }

        public Builder policy(String value) {
            this.policy = Optional.of(Texts.requireText(value, "policy"));
            return this;
        }

        public Builder preferredMedia(List<Medium> value) {
            this.preferredMedia = List.copyOf(value);
            return this;
        }

        public Builder optOuts(Set<Medium> value) {
            this.optOuts = Set.copyOf(value);
            return this;
        }

        public Debtor build() {
            return new Debtor(this);
        }
    }
}
