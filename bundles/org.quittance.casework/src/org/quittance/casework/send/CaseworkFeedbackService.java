package org.quittance.casework.send;

import static java.util.Objects.requireNonNull;
import static org.osgi.service.component.annotations.ReferenceCardinality.MULTIPLE;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;
import static org.osgi.service.component.annotations.ReferencePolicyOption.GREEDY;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.channel.ChannelException;
import org.quittance.api.channel.ChannelFeedback;
import org.quittance.api.channel.ChannelReport;
import org.quittance.api.ledger.CaseLedger;
import org.quittance.api.ledger.Contact;
import org.quittance.api.ledger.Hold;
import org.quittance.api.ledger.JournalDraft;
import org.quittance.api.ledger.LedgerBatch;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.MessageId;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.ledger.SendLedger;
import org.quittance.api.ledger.StateChange;
import org.quittance.api.model.Actor;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.Role;
import org.quittance.api.model.Sha256;
import org.quittance.api.store.ChangeCursor;
import org.quittance.api.store.StoreId;
import org.quittance.casework.agreement.RestrictionNews;
import org.quittance.casework.live.LiveList;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CaseworkException.Kind;
import org.quittance.service.casework.CreditorDirectory;
import org.quittance.service.casework.Failures;
import org.quittance.service.casework.FeedbackService;

/**
 * Files reports to the messages they are about: a page of them and the place it ends at in one unit of work, so that a crash
 * files a page again or not at all.
 */
@Component
public final class CaseworkFeedbackService implements FeedbackService {

    /** The hold an answer sets until a person has read it. */
    static final String UNREAD = "answer-unread";

    private static final Pattern MESSAGE = Pattern.compile("-([0-9]{8}-[0-9]{1,6}-[0-9]{1,9})$");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NAME_LENGTH = 12;

    private final CaseLedger ledger;
    private final SendLedger messages;
    private final CreditorDirectory creditors;
    private final RestrictionNews news;
    private final LiveList<ChannelFeedback> sources = new LiveList<>();

    @Activate
    public CaseworkFeedbackService(
            @Reference CaseLedger ledger,
            @Reference SendLedger messages,
            @Reference CreditorDirectory creditors,
            @Reference RestrictionNews news) {
        this.ledger = requireNonNull(ledger, "ledger");
        this.messages = requireNonNull(messages, "messages");
        this.creditors = requireNonNull(creditors, "creditors");
        this.news = requireNonNull(news, "news");
    }

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC, policyOption = GREEDY)
    public void addSource(ChannelFeedback source, Map<String, ?> properties) {
        sources.add(source, properties);
    }

    public void removeSource(ChannelFeedback source) {
        sources.remove(source);
    }

    @Override
    public Feedback fetch(CreditorId creditorId, Actor actor) throws CaseworkException {
        Failures.require(actor, "fetch what came back", Role.CLERK);
        Creditor creditor = creditors
                .creditor(creditorId)
                .orElseThrow(() -> Failures.refusal(Kind.USAGE, "creditor.none", creditorId));
        Pass pass = new Pass(creditor, actor);
        for (ChannelFeedback source : sources.all()) {
            try {
                pass.over(source);
            } catch (ChannelException | RuntimeException e) {
                pass.failures.add(source.id() + ": " + Failures.message(e));
            } catch (LedgerException e) {
                throw Failures.of(e);
            }
        }
        news.tell(creditorId, actor);
        return new Feedback(pass.filed, pass.unrelated, pass.failures);
    }

    /** One pass for one creditor. */
    private final class Pass {

        private final Creditor creditor;
        private final Actor actor;
        private final MessageJournal journal = new MessageJournal(news.suspendingSteps());
        private final List<Filed> filed = new ArrayList<>();
        private final List<String> failures = new ArrayList<>();
        private long unrelated;

        Pass(Creditor creditor, Actor actor) {
            this.creditor = creditor;
            this.actor = actor;
        }

        void over(ChannelFeedback source) throws ChannelException, LedgerException {
            // How far a channel was read is kept as how far a store was: both are read after a cursor, each under a
            // name of its own.
            StoreId place = new StoreId("channel:" + Sha256.hex(source.id()));
            String cursor = ledger.cursor(creditor.id(), place)
                    .orElse(ChangeCursor.BEGINNING)
                    .value();
            boolean isLast = false;
            while (!isLast) {
                ChannelFeedback.Page page = source.after(cursor);
                take(page, place, cursor);
                isLast = page.isLast() || page.next().equals(cursor);
                cursor = page.next();
            }
        }

        private void take(ChannelFeedback.Page page, StoreId place, String before) throws LedgerException {
            List<Filed> now = new ArrayList<>();
            if (!page.next().equals(before)) {
                List<MessageRecord> records = new ArrayList<>();
                for (ChannelReport report : page.reports()) {
                    record(report).ifPresent(records::add);
                }
                ledger.write(creditor.id(), actor, batch -> {
                    now.clear();
                    for (ChannelReport report : page.reports()) {
                        for (MessageRecord record : records) {
                            if (isAbout(report, record) && file(batch, report, record)) {
                                now.add(new Filed(
                                        record.message().id(),
                                        record.message().debtor(),
                                        report.kind(),
                                        report.from()));
                                break;
                            }
                        }
                    }
                    batch.cursor(place, new ChangeCursor(page.next()));
                });
                unrelated += page.unrelated() + page.reports().size() - records.size();
            }
            filed.addAll(now);
        }

        private Optional<MessageRecord> record(ChannelReport report) throws LedgerException {
            Matcher name = MESSAGE.matcher(report.key().value());
            if (!name.find()) {
                return Optional.empty();
            }
            return messages.message(creditor.id(), new MessageId(name.group(1)))
                    .filter(record -> isAbout(report, record));
        }

        private boolean isAbout(ChannelReport report, MessageRecord record) {
            return Envelope.key(ledger.id(), creditor.id(), record.message().id())
                    .equals(report.key());
        }

        /** Returns whether something was new. */
        private boolean file(LedgerBatch batch, ChannelReport report, MessageRecord record) throws LedgerException {
            LocalDate on = LocalDate.ofInstant(report.at(), creditor.zone());
            return switch (report.kind()) {
                case DELIVERED -> delivered(batch, record, on);
                case BOUNCED ->
                    MessageJournal.change(
                            batch,
                            record.message().debtor(),
                            change(record, MessageState.BOUNCED).because(report.text()));
                case ANSWERED -> answered(batch, report, record, on);
                case READ, DELAYED, AUTOMATIC -> {
                    note(batch, report, record, on);
                    yield true;
                }
            };
        }

        private boolean delivered(LedgerBatch batch, MessageRecord record, LocalDate on) throws LedgerException {
            StateChange change = change(record, MessageState.DELIVERED);
            return record.state() != MessageState.DELIVERED
                    && journal.change(batch, record, record.state() == MessageState.UNKNOWN ? change.on(on) : change);
        }

        private StateChange change(MessageRecord record, MessageState next) {
            return StateChange.to(
                    next,
                    record.message().id(),
                    Set.of(MessageState.SENT, MessageState.DELIVERED, MessageState.UNKNOWN));
        }

        private boolean answered(LedgerBatch batch, ChannelReport report, MessageRecord record, LocalDate on)
                throws LedgerException {
            DebtorId debtor = record.message().debtor();
            String name = Sha256.hex(report.id()).substring(0, NAME_LENGTH);
            Hold hold = new Hold("answer-" + name, Optional.empty(), UNREAD, on, Optional.empty());
            if (!batch.putUnlessKnown(debtor, hold)) {
                return false;
            }
            batch.record(
                    debtor,
                    new Contact(
                            "mail-" + name,
                            Contact.Kind.ANSWER,
                            on,
                            Optional.empty(),
                            Optional.empty(),
                            true,
                            true,
                            report.from(),
                            report.text()));
            note(batch, report, record, on);
            return true;
        }

        private void note(LedgerBatch batch, ChannelReport report, MessageRecord record, LocalDate on)
                throws LedgerException {
            String kind = switch (report.kind()) {
                case READ -> "message.read";
                case DELAYED -> "message.delayed";
                case AUTOMATIC -> "message.auto-reply";
                default -> "message.answered";
            };
            batch.journal(JournalDraft.about(
                    record.message().debtor(),
                    kind,
                    JSON.createObjectNode()
                            .put("v", 1)
                            .put("on", on.toString())
                            .put("message", record.message().id().value())
                            .put("from", report.from())
                            .put("text", report.text())
                            .toString()));
        }
    }
}
