package org.quittance.casework.send;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.MessageId;
import org.quittance.api.ledger.MessageQuery;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.ledger.SendLedger;
import org.quittance.api.model.CreditorId;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CaseworkException.Kind;
import org.quittance.service.casework.Failures;
import org.quittance.service.casework.Selection;

/** Reads the messages an operation is for, page by page. */
final class Selector {

    private static final int PAGE = 500;

    private final SendLedger messages;
    private final CreditorId creditor;

    Selector(SendLedger messages, CreditorId creditor) {
        this.messages = messages;
        this.creditor = creditor;
    }

    /** Takes a page. What it does to the messages does not disturb the reading of the next one. */
    @FunctionalInterface
    interface Page {

        /** Returns whether to go on. */
        boolean take(List<MessageRecord> page) throws LedgerException, CaseworkException;
    }

    /** Messages of the selection in these states; those that were named come in whatever state they are. */
    void each(Selection selection, Set<MessageState> states, Page taker) throws LedgerException, CaseworkException {
        if (!selection.messages().isEmpty()) {
            taker.take(named(selection));
            return;
        }
        MessageQuery query = MessageQuery.inStates(states, PAGE);
        if (selection.run().isPresent()) {
            requireRun(selection);
            query = query.of(selection.run().get());
        }
        List<MessageRecord> page = messages.messages(creditor, query);
        while (!page.isEmpty()) {
            MessageId last = page.get(page.size() - 1).message().id();
            if (!taker.take(page) || page.size() < PAGE) {
                return;
            }
            page = messages.messages(creditor, query.after(last));
        }
    }

    private void requireRun(Selection selection) throws LedgerException, CaseworkException {
        if (messages.run(creditor, selection.run().orElseThrow()).isEmpty()) {
            throw Failures.refusal(Kind.USAGE, "run.none", selection.run().get(), creditor);
        }
    }

    private List<MessageRecord> named(Selection selection) throws LedgerException, CaseworkException {
        List<MessageRecord> found = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (MessageId id : new TreeSet<>(selection.messages())) {
            Optional<MessageRecord> record = messages.message(creditor, id);
            if (record.isPresent()
                    && selection.run().map(record.get().message().run()::equals).orElse(true)) {
                found.add(record.get());
            } else {
                unknown.add(id.value());
            }
        }
        if (!unknown.isEmpty()) {
            throw Failures.refusal(Kind.USAGE, "messages.unknown", unknown);
        }
        return found;
    }
}
