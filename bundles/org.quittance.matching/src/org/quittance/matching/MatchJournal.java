package org.quittance.matching;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.quittance.api.bank.BookedMatch;
import org.quittance.api.bank.MatchPart;
import org.quittance.api.intake.IntakeSession;
import org.quittance.api.ledger.JournalDraft;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.model.Actor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.store.StoreException;

/**
 * Tells the journal what was booked and taken back. Ledger and journal are never in one transaction: what a crash left untold is told
 * at the next matching, at worst twice.
 */
final class MatchJournal {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 2_000;

    private final Ledgers ledgers;
    private final CreditorId creditor;
    private final Actor actor;

    MatchJournal(Ledgers ledgers, CreditorId creditor, Actor actor) {
        this.ledgers = ledgers;
        this.creditor = creditor;
        this.actor = actor;
    }

    void tell() throws StoreException, LedgerException {
        List<BookedMatch> untold = ledgers.bank().untold(creditor, PAGE);
        while (!untold.isEmpty()) {
            List<BookedMatch> page = untold;
            ledgers.cases().write(creditor, actor, batch -> {
                for (BookedMatch match : page) {
                    for (JournalDraft draft : drafts(match)) {
                        batch.journal(draft);
                    }
                }
            });
            try (IntakeSession session =
                    ledgers.intake().open(creditor, actor, ledgers.clock().now())) {
                session.bank().told(page);
                session.commit();
            }
            untold = ledgers.bank().untold(creditor, PAGE);
        }
    }

    /** That a person set an entry aside. */
    void ignored(long entry, String reason) throws LedgerException {
        ObjectNode json = JSON.createObjectNode();
        json.put("v", 1);
        json.put("entry", entry);
        json.put("reason", reason);
        ledgers.cases()
                .write(creditor, actor, batch -> batch.journal(JournalDraft.general("match.ignored", json.toString())));
    }

    private static List<JournalDraft> drafts(BookedMatch match) {
        List<JournalDraft> drafts = new ArrayList<>();
        List<DebtorId> debtors =
                match.match().parts().stream().map(MatchPart::debtor).distinct().toList();
        for (DebtorId debtor : debtors) {
            if (!match.told()) {
                drafts.add(JournalDraft.about(debtor, "match.booked", payload(match, debtor)));
            }
            if (match.undone()) {
                String kind = match.source().isPresent() ? "match.returned" : "match.undone";
                drafts.add(JournalDraft.about(debtor, kind, payload(match, debtor)));
            }
        }
        return drafts;
    }

    private static String payload(BookedMatch match, DebtorId debtor) {
        ObjectNode json = JSON.createObjectNode();
        json.put("v", 1);
        json.put("entry", match.entry());
        json.put("round", match.round());
        json.put("actor", match.actor());
        json.put("automatic", match.automatic());
        json.put("score", match.match().score());
        json.put("reason", match.match().reason());
        match.source().ifPresent(source -> json.put("returnedBy", source));
        ArrayNode parts = json.putArray("parts");
        for (MatchPart part : match.match().parts()) {
            if (part.debtor().equals(debtor)) {
                ObjectNode one = parts.addObject();
                one.put("kind", part.kind().name());
                part.invoice().ifPresent(invoice -> one.put("invoice", invoice));
                one.put("amount", part.amount().toDecimalString());
                one.put("currency", part.amount().currency().getCurrencyCode());
            }
        }
        return json.toString();
    }
}
