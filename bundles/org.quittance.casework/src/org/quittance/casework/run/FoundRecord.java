package org.quittance.casework.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.quittance.api.ledger.CaseRecord;
import org.quittance.api.ledger.Goodwill;
import org.quittance.api.ledger.Imputed;
import org.quittance.api.ledger.ImputedCharge;
import org.quittance.api.ledger.ImputedInterest;
import org.quittance.api.ledger.JournalDraft;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.Money;

/** The journal entry of what a run found out about payments. */
final class FoundRecord {

    private static final ObjectMapper JSON = new ObjectMapper();

    private FoundRecord() {}

    /** Recorded in the name of whoever started the run. */
    static CaseRecord by(String actor, CaseRecord record) {
        if (record instanceof Goodwill fallen && fallen.state() == Goodwill.State.CANCELLED) {
            return fallen.decided(fallen.state(), actor, fallen.decidedOn().orElseThrow());
        }
        return record instanceof Goodwill released
                ? new Goodwill(
                        released.id(),
                        released.kind(),
                        released.state(),
                        released.item(),
                        released.amount(),
                        released.reason(),
                        actor,
                        released.proposedOn(),
                        released.decidedBy(),
                        released.decidedOn())
                : record;
    }

    static JournalDraft journal(DebtorId debtor, CaseRecord record) {
        ObjectNode json = JSON.createObjectNode();
        json.put("v", 1);
        if (record instanceof Imputed paid) {
            return JournalDraft.about(debtor, kind(paid), paid(json, paid).toString());
        }
        if (record instanceof Goodwill released) {
            json.put("id", released.id());
            json.put("kind", released.kind().name());
            released.item().ifPresent(item -> json.put("item", item.toString()));
            released.amount().ifPresent(amount -> amount(json, amount));
            json.put("reason", released.reason());
            String kind = "goodwill." + released.state().name().toLowerCase(Locale.ROOT);
            return JournalDraft.about(debtor, kind, json.toString());
        }
        throw new IllegalArgumentException("a run does not find " + record);
    }

    private static String kind(Imputed paid) {
        String what = paid instanceof ImputedInterest ? "interest" : "charge";
        return what + (paid.isTakenBack() ? ".taken-back" : ".paid");
    }

    private static ObjectNode paid(ObjectNode json, Imputed paid) {
        if (paid instanceof ImputedInterest interest) {
            json.put("commitment", interest.commitment());
        } else if (paid instanceof ImputedCharge charge) {
            json.put("item", charge.item().toString());
            json.put("charge", charge.charge().name());
        }
        json.put("payment", paid.credit().toString());
        amount(json, paid.amount());
        json.put("on", paid.on().toString());
        return json;
    }

    private static void amount(ObjectNode json, Money amount) {
        json.put("amount", amount.toDecimalString());
        json.put("currency", amount.currency().getCurrencyCode());
    }
}
