package org.quittance.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.DebtorKey;
import org.quittance.api.model.DebtorKind;
import org.quittance.api.model.Medium;
import org.quittance.api.model.PostalAddress;

/** Writes debtors into columns and makes them of rows. */
final class DebtorRows {

    static final String COLUMNS = "d.debtor, d.name, d.kind, d.language, d.country, d.street, d.postal_code, d.town,"
            + " d.address_country, d.contact_name, d.email, d.phone, d.legal_id, d.policy, d.preferred_media, d.opt_outs";

    static final String PUT = """
        INSERT INTO debtor (creditor, debtor, folded, name, kind, language, country, street, postal_code, town,
          address_country, contact_name, email, phone, legal_id, policy, preferred_media, opt_outs)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (creditor, debtor) DO UPDATE SET folded = excluded.folded, name = excluded.name,
          kind = excluded.kind, language = excluded.language, country = excluded.country, street = excluded.street,
          postal_code = excluded.postal_code, town = excluded.town, address_country = excluded.address_country,
          contact_name = excluded.contact_name, email = excluded.email, phone = excluded.phone,
          legal_id = excluded.legal_id, policy = excluded.policy, preferred_media = excluded.preferred_media,
          opt_outs = excluded.opt_outs
        WHERE (name, kind, language, country, street, postal_code, town, address_country, contact_name, email, phone,
          legal_id, policy, preferred_media, opt_outs) IS NOT (excluded.name, excluded.kind, excluded.language,
          excluded.country, excluded.street, excluded.postal_code, excluded.town, excluded.address_country,
          excluded.contact_name, excluded.email, excluded.phone, excluded.legal_id, excluded.policy,
          excluded.preferred_media, excluded.opt_outs)\
        """;

    private DebtorRows() {}

    /** As texts are compared when somebody searches. */
    static String fold(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** The values of {@link #PUT}. */
    static @Nullable Object[] values(long creditor, Debtor debtor) {
        @Nullable PostalAddress address = Codes.value(debtor.address());
        return new @Nullable Object[] {
            creditor,
            debtor.id().value(),
            fold(debtor.id().value() + "\n" + debtor.name()),
            debtor.name(),
            debtor.kind().name(),
            debtor.language().toLanguageTag(),
            debtor.country(),
            address == null ? null : String.join("\n", address.lines()),
            address == null ? null : address.postalCode(),
            address == null ? null : address.town(),
            address == null ? null : address.country(),
            Codes.value(debtor.contactName()),
            Codes.value(debtor.email()),
            Codes.value(debtor.phone()),
            Codes.value(debtor.legalId()),
            Codes.value(debtor.policy()),
            names(debtor.preferredMedia()),
            names(new java.util.TreeSet<>(debtor.optOuts()))
        };
    }

    static Debtor read(ResultSet rows, CreditorId creditor) throws SQLException {
        Debtor.Builder builder = Debtor.named(
                        new DebtorKey(creditor, DebtorId.of(Columns.string(rows, 1))), Columns.string(rows, 2))
                .kind(DebtorKind.valueOf(Columns.string(rows, 3)))
                .language(Locale.forLanguageTag(Columns.string(rows, 4)))
                .country(Columns.string(rows, 5));
        address(rows).ifPresent(builder::address);
        ifPresent(rows, 10, builder::contactName);
        ifPresent(rows, 11, builder::email);
        ifPresent(rows, 12, builder::phone);
        ifPresent(rows, 13, builder::legalId);
        ifPresent(rows, 14, builder::policy);
        ifPresent(rows, 15, names -> builder.preferredMedia(media(names)));
        ifPresent(rows, 16, names -> builder.optOuts(Set.copyOf(media(names))));
        return builder.build();
    }

    private static Optional<PostalAddress> address(ResultSet rows) throws SQLException {
        @Nullable String town = Columns.nullableText(rows, 8);
        if (town == null) {
            return Optional.empty();
        }
        String street = Columns.string(rows, 6);
        List<String> lines = street.isEmpty() ? List.of() : List.of(street.split("\n", -1));
        return Optional.of(new PostalAddress(lines, Columns.string(rows, 7), town, Columns.string(rows, 9)));
    }

    private static void ifPresent(ResultSet rows, int column, Consumer<String> use) throws SQLException {
        @Nullable String text = Columns.nullableText(rows, column);
        if (text != null) {
            use.accept(text);
        }
    }

    private static @Nullable String names(Collection<Medium> media) {
        return media.isEmpty() ? null : media.stream().map(Medium::name).collect(Collectors.joining(","));
    }

    static List<Medium> media(String names) {
        return names.isEmpty()
                ? List.of()
                : Stream.of(names.split(",")).map(Medium::of).toList();
    }
}
