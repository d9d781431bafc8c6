package org.quittance.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.quittance.api.model.BankAccount;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.PostalAddress;
import org.quittance.api.text.Explained;
import org.quittance.api.text.Sentence;

/** Reads one creditor; {@link IllegalArgumentException} names the field that is wrong and what is expected. */
final class CreditorReader {

    private static final Set<String> FIELDS = Set.of(
            "name",
            "draft",
            "address",
            "zone",
            "language",
            "legalMentions",
            "accounts",
            "contactName",
            "email",
            "phone",
            "policy",
            "fourEyes",
            "legalId",
            "vatNumber");

    /** JSON has no comments: what begins so is one. */
    private static final String COMMENT = "_";

    private final JsonNode root;

    /** A field that cannot be used, and what is expected there. */
    private static final class WrongField extends IllegalArgumentException implements Explained {

        private static final long serialVersionUID = 1L;

        private final transient Sentence reason;

        WrongField(String code, Object... values) {
            this.reason = Sentence.of(CreditorReader.class, code, values);
        }

        @Override
        public Sentence sentence() {
            return reason;
        }

        @Override
        public String getMessage() {
            return reason.toString();
        }
    }

    CreditorReader(JsonNode root) {
        this.root = root;
    }

    Creditor read(CreditorId id) {
        refuseUnknown(root, FIELDS, "");
        Creditor.Builder creditor = Creditor.named(id, text(root, "name", ""), address())
                .legalMentions(texts(root, "legalMentions"))
                .accounts(accounts())
                .draft(flag("draft"))
                .fourEyes(flag("fourEyes"));
        optional("zone", value -> creditor.zone(checked("zone", value, ZoneId::of)));
        optional("language", value -> creditor.language(Locale.forLanguageTag(value)));
        optional("contactName", creditor::contactName);
        optional("email", creditor::email);
        optional("phone", creditor::phone);
        optional("policy", creditor::policy);
        optional("legalId", creditor::legalId);
        optional("vatNumber", creditor::vatNumber);
        return creditor.build();
    }

    private PostalAddress address() {
        JsonNode node = root.path("address");
        if (!node.isObject()) {
            throw new WrongField("field.no-address");
        }
        refuseUnknown(node, Set.of("lines", "postalCode", "town", "country"), "address.");
        return checked(
                "address",
                "",
                ignored -> new PostalAddress(
                        texts(node, "lines"),
                        node.path("postalCode").asText(""),
                        text(node, "town", "address."),
                        text(node, "country", "address.")));
    }

    private Map<String, BankAccount> accounts() {
        Map<String, BankAccount> accounts = new HashMap<>();
        for (Map.Entry<String, JsonNode> entry : root.path("accounts").properties()) {
            String path = "accounts." + entry.getKey();
            JsonNode account = entry.getValue();
            refuseUnknown(account, Set.of("holder", "iban", "bic"), path + ".");
            accounts.put(
                    checked(
                            path,
                            entry.getKey(),
                            code -> Currency.getInstance(code).getCurrencyCode()),
                    checked(
                            path,
                            "",
                            ignored -> new BankAccount(
                                    text(account, "holder", path + "."),
                                    text(account, "iban", path + "."),
                                    Optional.of(account.path("bic").asText("")).filter(bic -> !bic.isBlank()))));
        }
        return accounts;
    }

    private boolean flag(String field) {
        JsonNode node = root.path(field);
        if (!node.isMissingNode() && !node.isBoolean()) {
            throw new WrongField("field.no-flag", field, node);
        }
        return node.asBoolean(false);
    }

    private void optional(String field, Consumer<String> setter) {
        if (root.hasNonNull(field)) {
            setter.accept(text(root, field, ""));
        }
    }

    private static String text(JsonNode node, String field, String path) {
        JsonNode value = node.path(field);
        if (!value.isTextual() || value.asText().isBlank()) {
            throw new WrongField("field.no-text", path + field);
        }
        return value.asText();
    }

    private static List<String> texts(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isMissingNode() && !value.isArray()) {
            throw new WrongField("field.no-list", field);
        }
        List<String> texts = new ArrayList<>();
        value.forEach(element -> texts.add(element.asText()));
        return texts;
    }

    private static void refuseUnknown(JsonNode node, Set<String> known, String path) {
        Iterator<String> names = node.fieldNames();
        while (names.hasNext()) {
            String name = names.next();
            if (!known.contains(name) && !name.startsWith(COMMENT)) {
                throw new WrongField(
                        "field.unknown", path + name, known.stream().sorted().toList());
            }
        }
    }

    private static <T> T checked(String field, String value, Function<String, T> conversion) {
        try {
            return conversion.apply(value);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new WrongField("field.wrong", field, e);
        }
    }
}
