package org.quittance.api.importer;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.quittance.api.model.PostalAddress;

/** Seller, buyer or payee as a document names it. Grows; use the builder. */
public final class Party {

    private final String name;
    private final List<Identifier> identifiers;
    private final Optional<Identifier> legalId;
    private final Optional<String> vatNumber;
    private final Optional<PostalAddress> address;
    private final Optional<String> contactName;
    private final Optional<String> email;
    private final Optional<String> phone;

    private Party(Builder builder) {
        this.name = builder.name;
        this.identifiers = builder.identifiers;
        this.legalId = builder.legalId;
        this.vatNumber = builder.vatNumber;
        this.address = builder.address;
        this.contactName = builder.contactName;
        this.email = builder.email;
        this.phone = builder.phone;
    }

    public static Builder named(String name) {
        return new Builder(name);
    }

    /**
     * A number by which somebody knows the party.
     *
     * @param scheme ISO 6523 code of who gave it, such as {@code 0002} for SIREN and {@code 0009} for SIRET; empty text if
     *     the document does not say
     */
    public record Identifier(String scheme, String value) {

        public Identifier {
            requireNonNull(scheme, "scheme");
            requireNonNull(value, "value");
            if (value.isBlank()) {
                throw new IllegalArgumentException("value is blank");
            }
        }
    }

    public String name() {
        return name;
    }

    /** Other numbers than that of the register, as the document orders them. */
    public List<Identifier> identifiers() {
        return identifiers;
    }

    /** The number in the national register (BT-30, BT-47, BT-61). */
    public Optional<Identifier> legalId() {
        return legalId;
    }

    /** With its country prefix, such as FR00123456789. */
    public Optional<String> vatNumber() {
        return vatNumber;
    }

    public Optional<PostalAddress> address() {
        return address;
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

    /** Collects the parts; not for several threads. */
    public static final class Builder {

        private final String name;
        private List<Identifier> identifiers = List.of();
        private Optional<Identifier> legalId = Optional.empty();
        private Optional<String> vatNumber = Optional.empty();
        private Optional<PostalAddress> address = Optional.empty();
        private Optional<String> contactName = Optional.empty();
        private Optional<String> email = Optional.empty();
        private Optional<String> phone = Optional.empty();

        private Builder(String name) {
            this.name = requireNonNull(name, "name");
            if (name.isBlank()) {
                throw new IllegalArgumentException("name is blank");
            }
        }

        public Builder identifiers(List<Identifier> value) {
            this.identifiers = List.copyOf(value);
            return this;
        }

        public Builder legalId(Optional<Identifier> value) {
            this.legalId = requireNonNull(value, "value");
            return this;
        }

        public Builder vatNumber(Optional<String> value) {
            this.vatNumber = requireNonNull(value, "value");
            return this;
        }

        public Builder address(Optional<PostalAddress> value) {
            this.address = requireNonNull(value, "value");
            return this;
        }

        public Builder contactName(Optional<String> value) {
            this.contactName = requireNonNull(value, "value");
            return this;
        }

        public Builder email(Optional<String> value) {
            this.email = requireNonNull(value, "value");
            return this;
        }

        public Builder phone(Optional<String> value) {
            this.phone = requireNonNull(value, "value");
            return this;
        }

        public Party build() {
            return new Party(this);
        }
    }
}
