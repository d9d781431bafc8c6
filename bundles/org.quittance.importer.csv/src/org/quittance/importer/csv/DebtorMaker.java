package org.quittance.importer.csv;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorKey;
import org.quittance.api.model.PostalAddress;

/**
 * Makes debtors. A ledger that repeats the debtor on every invoice pushes it once: the debtors seen last are remembered,
 * as many as memory may hold however long the file is.
 */
final class DebtorMaker implements Maker {

    private static final int REMEMBERED_MAX = 20_000;

    private final CreditorId creditor;
    private final Fields fields;
    private final Map<String, String> remembered = new LinkedHashMap<>(1024, 0.75f, true);

    DebtorMaker(CreditorId creditor, Fields fields) {
        this.creditor = creditor;
        this.fields = fields;
    }

    @Override
    public Ready make(long line) throws RowProblem {
        String id = fields.identifier("id");
        String digest = fields.digest();
        if (digest.equals(remembered.getOrDefault(id, ""))) {
            return (where, sink) -> {};
        }
        Debtor debtor = debtor();
        return (where, sink) -> {
            remember(id, digest);
            sink.debtor(where, debtor);
        };
    }

    private void remember(String id, String digest) {
        remembered.put(id, digest);
        if (remembered.size() > REMEMBERED_MAX) {
            Iterator<String> leastRecent = remembered.keySet().iterator();
            leastRecent.next();
            leastRecent.remove();
        }
    }

    private Debtor debtor() throws RowProblem {
        Debtor.Builder builder = Debtor.named(new DebtorKey(creditor, fields.debtor("id")), fields.identifier("name"));
        lawAndLanguage(builder);
        address(builder);
        contact(builder);
        return builder.build();
    }

    private void lawAndLanguage(Debtor.Builder builder) throws RowProblem {
        if (!fields.isBlank("kind")) {
            builder.kind(Words.kind(fields.text("kind"), fields.label("kind")));
        }
        if (!fields.isBlank("language")) {
            builder.language(Words.language(fields.text("language"), fields.label("language")));
        }
        if (!fields.isBlank("country")) {
            builder.country(country());
        }
        if (!fields.isBlank("legalId")) {
            builder.legalId(fields.identifier("legalId"));
        }
        if (!fields.isBlank("policy")) {
            builder.policy(fields.identifier("policy"));
        }
    }

    private String country() throws RowProblem {
        return Words.country(fields.text("country"), fields.label("country"));
    }

    private void address(Debtor.Builder builder) throws RowProblem {
        List<String> lines = new ArrayList<>();
        for (String field : new String[] {"street", "street2", "street3"}) {
            if (!fields.isBlank(field)) {
                lines.add(fields.text(field));
            }
        }
        String postalCode = fields.text("postalCode");
        String town = fields.text("town");
        if (!town.isEmpty()) {
            String country = fields.isBlank("country") ? "FR" : country();
            builder.address(new PostalAddress(lines, postalCode, town, country));
        } else if (!lines.isEmpty() || !postalCode.isEmpty()) {
            throw new RowProblem(fields.label("town"), "address.town");
        }
    }

    private void contact(Debtor.Builder builder) throws RowProblem {
        if (!fields.isBlank("contact")) {
            builder.contactName(fields.identifier("contact"));
        }
        if (!fields.isBlank("email")) {
            builder.email(email());
        }
        if (!fields.isBlank("phone")) {
            builder.phone(fields.identifier("phone"));
        }
        if (!fields.isBlank("preferredMedia")) {
            builder.preferredMedia(Words.media(fields.text("preferredMedia"), fields.label("preferredMedia")));
        }
        if (!fields.isBlank("optOuts")) {
            builder.optOuts(Set.copyOf(Words.media(fields.text("optOuts"), fields.label("optOuts"))));
        }
    }

    private String email() throws RowProblem {
        String email = fields.identifier("email");
        int at = email.indexOf('@');
        boolean plain = email.chars().noneMatch(c -> Character.isWhitespace(c) || c == '<' || c == '>');
        if (!plain || at < 1 || at == email.length() - 1 || email.indexOf('@', at + 1) >= 0) {
            throw new RowProblem(fields.label("email"), "email.none", email);
        }
        return email;
    }
}
