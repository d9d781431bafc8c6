package org.quittance.scenario.tests;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quittance.api.document.DocumentKind;
import org.quittance.api.ledger.MessageId;
import org.quittance.api.ledger.MessageQuery;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.ledger.RunId;
import org.quittance.api.ledger.SendLedger;
import org.quittance.api.model.DebtorId;
import org.quittance.service.casework.RunListener;
import org.quittance.service.casework.RunRequest;
import org.quittance.service.casework.RunService;
import org.quittance.service.casework.RunSummary;
import org.quittance.service.casework.Selection;

/** Lives through days in order as a firm would: run, approve, dispatch, post the letters, do nothing about the calls. */
final class Replay {

    private static final Set<MessageState> AWAITING = Set.of(MessageState.AWAITING_CONFIRMATION);

    private final OpenFirm firm;
    private final Optional<String> policy;
    private final RunService runs;
    private final SendLedger messages;
    private final List<String> failures = new ArrayList<>();
    private final RunListener listener = new RunListener() {
        @Override
        public void failed(DebtorId debtor, String reason) {
            failures.add(debtor + ": " + reason);
        }
    };

    Replay(OpenFirm firm, Optional<String> policy) throws InterruptedException {
        this.firm = firm;
        this.policy = policy;
        this.runs = firm.service(RunService.class);
        this.messages = firm.service(SendLedger.class);
    }

    /** Every day from the first to the last, both inclusive. */
    void live(LocalDate first, LocalDate last) throws Exception {
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            live(day);
        }
    }

    RunSummary live(LocalDate day) throws Exception {
        firm.workspace().simulate(day);
        RunSummary summary =
                runs.prepare(firm.creditor(), new RunRequest(day, false, policy), OpenFirm.EVERYBODY, listener);
        if (!messages.messages(firm.creditor(), MessageQuery.inStates(Set.of(MessageState.PREPARED), 1))
                .isEmpty()) {
            runs.approve(firm.creditor(), Selection.everything(), OpenFirm.EVERYBODY, listener);
            runs.dispatch(firm.creditor(), Selection.everything(), day, OpenFirm.EVERYBODY, listener);
            post(summary.run().orElseThrow(), day);
        }
        return summary;
    }

    /** Posts the letters of a run and decides about the hand-overs it proposes, which nothing but a person ends. */
    private void post(RunId run, LocalDate day) throws Exception {
        List<MessageRecord> waiting = messages.messages(
                firm.creditor(), MessageQuery.inStates(AWAITING, 10_000).of(run));
        if (waiting.isEmpty()) {
            return;
        }
        runs.posted(firm.creditor(), run, day, OpenFirm.EVERYBODY, listener);
        Set<MessageId> proposals = new HashSet<>();
        for (MessageRecord record : waiting) {
            if (record.message().kind() == DocumentKind.HANDOVER_PROPOSAL) {
                proposals.add(record.message().id());
            }
        }
        if (!proposals.isEmpty()) {
            runs.resolve(
                    firm.creditor(), Selection.of(proposals), MessageState.SENT, day, OpenFirm.EVERYBODY, listener);
        }
    }

    /** Debtors that could not be decided and messages that could not be handled, over all days. */
    List<String> failures() {
        return failures;
    }

    /** How many messages of all days are in each state. */
    Map<MessageState, Long> states() throws Exception {
        Map<MessageState, Long> states = new EnumMap<>(MessageState.class);
        each(record -> states.merge(record.state(), 1L, Long::sum));
        return states;
    }

    /** Identifiers of the steps that were really taken. */
    Set<String> stepsTaken() throws Exception {
        Set<String> steps = new HashSet<>();
        each(record -> {
            if (left(record)) {
                record.message().items().forEach(item -> steps.add(item.step()));
            }
        });
        return steps;
    }

    /** Whether something went out or lay before a person: sent, a task open or left undone. */
    static boolean left(MessageRecord record) {
        return record.state().countsAsSent()
                || record.state() == MessageState.AWAITING_CONFIRMATION
                || record.state() == MessageState.EXPIRED;
    }

    /** Something done with a message. */
    @FunctionalInterface
    interface Look {
        void at(MessageRecord record);
    }

    void each(Look look) throws Exception {
        MessageQuery query = MessageQuery.inStates(Set.of(), 500);
        List<MessageRecord> page = messages.messages(firm.creditor(), query);
        while (!page.isEmpty()) {
            page.forEach(look::at);
            page = messages.messages(
                    firm.creditor(),
                    query.after(page.get(page.size() - 1).message().id()));
        }
    }
}
