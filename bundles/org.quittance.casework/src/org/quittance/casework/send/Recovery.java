package org.quittance.casework.send;

import static org.quittance.api.ledger.MessageState.AWAITING_CONFIRMATION;
import static org.quittance.api.ledger.MessageState.DEFERRED;
import static org.quittance.api.ledger.MessageState.REFUSED;
import static org.quittance.api.ledger.MessageState.SENDING;
import static org.quittance.api.ledger.MessageState.SENT;
import static org.quittance.api.ledger.MessageState.UNKNOWN;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quittance.api.channel.ChannelException;
import org.quittance.api.channel.OutboundMessage;
import org.quittance.api.channel.ReminderChannel;
import org.quittance.api.channel.SendOutcome;
import org.quittance.api.document.DocumentException;
import org.quittance.api.document.DocumentRenderer;
import org.quittance.api.document.MessageFacts;
import org.quittance.api.ledger.CaseLedger;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.MessageId;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.ledger.SendLedger;
import org.quittance.api.ledger.StateChange;
import org.quittance.api.model.Actor;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.Medium;
import org.quittance.api.store.StoreException;
import org.quittance.casework.facts.MessageFactsJson;
import org.quittance.casework.live.Installation;
import org.quittance.casework.live.Renderers;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.Selection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Messages an earlier process, or a dispatch that broke off, left in the middle: they become UNKNOWN, unless the channel that
 * had them can say what became of them. To be called with the creditor's turn taken, since then nobody else is sending.
 */
public final class Recovery {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
    private static final Set<MessageState> UNCERTAIN = Set.of(SENDING, UNKNOWN);

    private final CaseLedger ledger;
    private final SendLedger messages;
    private final Installation installation;
    private final Renderers renderers;
    private final Envelope envelope;
    private final MessageJournal journal;

    Recovery(
            CaseLedger ledger,
            SendLedger messages,
            Installation installation,
            Renderers renderers,
            Envelope envelope,
            MessageJournal journal) {
        this.ledger = ledger;
        this.messages = messages;
        this.installation = installation;
        this.renderers = renderers;
        this.envelope = envelope;
        this.journal = journal;
    }

    /** What is found out now. Writes nothing and only asks, so a dry run may call it. */
    public List<StateChange> find(Creditor creditor) throws LedgerException, CaseworkException {
        List<StateChange> found = new ArrayList<>();
        read(creditor, (record, change) -> found.add(change));
        return found;
    }

    /** Finds out and commits it. */
    public List<StateChange> recover(Creditor creditor, Actor actor) throws LedgerException, CaseworkException {
        List<MessageRecord> records = new ArrayList<>();
        List<StateChange> found = new ArrayList<>();
        read(creditor, (record, change) -> {
            records.add(record);
            found.add(change);
        });
        if (!found.isEmpty()) {
            ledger.write(creditor.id(), actor, batch -> {
                for (int i = 0; i < found.size(); i++) {
                    journal.change(batch, records.get(i), found.get(i));
                }
            });
        }
        return found;
    }

    @FunctionalInterface
    private interface Found {

        void take(MessageRecord record, StateChange change);
    }

    private void read(Creditor creditor, Found found) throws LedgerException, CaseworkException {
        new Selector(messages, creditor.id()).each(Selection.everything(), UNCERTAIN, page -> {
            for (MessageRecord record : page) {
                Optional<StateChange> answer = ask(creditor, record);
                if (answer.isPresent()) {
                    found.take(record, answer.get());
                } else if (record.state() == SENDING) {
                    found.take(
                            record,
                            StateChange.to(UNKNOWN, record.message().id(), UNCERTAIN)
                                    .because("work ended while it was being sent; whether it left is unknown"));
                }
            }
            return true;
        });
    }

    /** What the channel that tried it last says; empty where nobody can say. */
    private Optional<StateChange> ask(Creditor creditor, MessageRecord record) {
        return record.channel().isPresent()
                ? installation.channel(record.channel().get()).flatMap(channel -> ask(creditor, record, channel))
                : askAll(creditor, record);
    }

    /**
     * Of a message restored from a backup that was made before any channel had it. That it left may be believed of any channel;
     * that it did not, none can say for the others.
     */
    private Optional<StateChange> askAll(Creditor creditor, MessageRecord record) {
        for (Medium medium : record.message().media()) {
            for (ReminderChannel channel : installation.channels(medium)) {
                Optional<StateChange> answer = ask(creditor, record, channel)
                        .filter(change -> change.next() == SENT || change.next() == AWAITING_CONFIRMATION);
                if (answer.isPresent()) {
                    return answer;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<StateChange> ask(Creditor creditor, MessageRecord record, ReminderChannel channel) {
        MessageId id = record.message().id();
        LocalDate triedOn = LocalDate.ofInstant(record.changedAt(), creditor.zone());
        try {
            Optional<OutboundMessage> message = rebuilt(creditor, record, triedOn);
            return message.isEmpty()
                    ? Optional.empty()
                    : channel.reconcile(message.get()).fold(new Answers(id, channel.id(), triedOn));
        } catch (ChannelException | StoreException | DocumentException | RuntimeException e) {
            LOG.warn("Channel {} could not be asked about {}; it stays unknown.", channel.id(), id, e);
            return Optional.empty();
        }
    }

    /** The message as it was given to the channel: rendering is pure, so these are the same words. */
    private Optional<OutboundMessage> rebuilt(Creditor creditor, MessageRecord record, LocalDate triedOn)
            throws StoreException, DocumentException {
        DebtorId id = record.message().debtor();
        Map<DebtorId, Debtor> debtors = installation.debtors(creditor.id(), List.of(id));
        MessageFacts facts = MessageFactsJson.read(record.message().facts());
        Optional<DocumentRenderer> renderer = renderers.renderer(facts.template(), facts.language());
        if (!debtors.containsKey(id) || renderer.isEmpty()) {
            return Optional.empty();
        }
        Debtor debtor = debtors.values().iterator().next();
        return Optional.of(envelope.of(
                record.message().id(),
                creditor,
                debtor,
                facts,
                renderer.get().render(facts, creditor, debtor),
                triedOn,
                record.changedAt()));
    }

    private static final class Answers implements SendOutcome.Cases<Optional<StateChange>> {

        private final MessageId message;
        private final String channel;
        private final LocalDate triedOn;

        Answers(MessageId message, String channel, LocalDate triedOn) {
            this.message = message;
            this.channel = channel;
            this.triedOn = triedOn;
        }

        @Override
        public Optional<StateChange> sent(String reference) {
            return Optional.of(to(SENT).on(triedOn).output(reference));
        }

        @Override
        public Optional<StateChange> awaitingConfirmation(String output) {
            return Optional.of(to(AWAITING_CONFIRMATION).output(output));
        }

        @Override
        public Optional<StateChange> refused(String reason) {
            return Optional.of(to(REFUSED).because("found out afterwards: " + reason));
        }

        @Override
        public Optional<StateChange> deferred(String reason, Duration after) {
            return Optional.of(to(DEFERRED).because("found out afterwards: it did not leave; " + reason));
        }

        @Override
        public Optional<StateChange> unknown(String reason) {
            return Optional.empty();
        }

        private StateChange to(MessageState next) {
            return StateChange.to(next, message, UNCERTAIN).through(channel);
        }
    }
}
