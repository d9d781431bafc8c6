package org.quittance.bench;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.quittance.api.ledger.CaseLedger;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.MessageQuery;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.ledger.SendLedger;
import org.quittance.api.ledger.StateChange;
import org.quittance.api.model.Actor;
import org.quittance.api.model.CreditorId;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.RunListener;
import org.quittance.service.casework.RunRequest;
import org.quittance.service.casework.RunService;

/** Gives the made ledger a past: a real run a month earlier, whose messages are then recorded as sent. */
final class PastMonth {

    private static final int DAYS = 30;
    private static final int PAGE = 2_000;

    private final RunService runs;
    private final CaseLedger ledger;
    private final SendLedger messages;

    PastMonth(RunService runs, CaseLedger ledger, SendLedger messages) {
        this.runs = runs;
        this.ledger = ledger;
        this.messages = messages;
    }

    long make(CreditorId creditor, LocalDate today, Actor actor) throws CaseworkException, LedgerException {
        LocalDate then = today.minusDays(DAYS);
        runs.prepare(
                creditor, new RunRequest(then, false, Optional.of(ChargingPolicy.ID)), actor, new RunListener() {});
        long sent = 0;
        MessageQuery query = MessageQuery.inStates(EnumSet.of(MessageState.PREPARED), PAGE);
        List<MessageRecord> page = messages.messages(creditor, query);
        while (!page.isEmpty()) {
            List<MessageRecord> batch = page;
            ledger.write(creditor, actor, writer -> {
                for (MessageRecord message : batch) {
                    writer.change(
                            StateChange.to(MessageState.SENT, message.message().id(), EnumSet.of(MessageState.PREPARED))
                                    .on(then));
                }
            });
            sent += page.size();
            page = messages.messages(creditor, query);
        }
        return sent;
    }
}
