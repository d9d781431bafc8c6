package org.quittance.document.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.quittance.api.ledger.Commitment;
import org.quittance.api.ledger.Dispute;
import org.quittance.api.ledger.Hold;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.ledger.StepRecord;
import org.quittance.api.model.Allocation;
import org.quittance.api.model.OpenItem;
import org.quittance.document.report.Part;

/** What happened, by date. Pure. */
final class Chronology {

    /** What both sides agreed on, whatever became of it; what is only proposed within the house is nobody's evidence. */
    private static final Set<Commitment.State> AGREED =
            Set.of(Commitment.State.LIVE, Commitment.State.KEPT, Commitment.State.BROKEN, Commitment.State.CANCELLED);

    private final CaseFile file;
    private final Labels labels;
    private final List<Event> events = new ArrayList<>();

    private Chronology(CaseFile file) {
        this.file = file;
        this.labels = file.labels();
    }

    private record Event(LocalDate on, String text) {}

    static List<Part> of(CaseFile file) {
        Chronology chronology = new Chronology(file);
        chronology.gather();
        chronology.events.sort(Comparator.comparing(Event::on));
        List<Part> parts = new ArrayList<>();
        for (Event event : chronology.events) {
            parts.add(Part.pair(file.labels().date(event.on), event.text));
        }
        return parts;
    }

    private void gather() {
        for (CurrencyClaim claim : file.claims()) {
            claim.items().forEach(this::item);
            claim.credits()
                    .forEach(credit -> add(
                            credit.issueDate(),
                            labels.text("chronology.credit", credit.number(), labels.money(credit.original()))));
        }
        elsewhere();
        file.contacts().forEach(this::message);
        file.view().history().commitments().stream()
                .filter(commitment -> AGREED.contains(commitment.state()))
                .forEach(this::commitment);
        for (Dispute dispute : file.view().history().disputes()) {
            add(dispute.openedOn(), labels.text("chronology.dispute", number(dispute), dispute.reason()));
        }
        for (Hold hold : file.view().history().holds()) {
            add(hold.from(), labels.text("chronology.hold", hold.reason()));
        }
    }

    /** Reminders of the time before, one line for those of a day and step. */
    private void elsewhere() {
        Map<LocalDate, Map<String, List<String>>> days = new TreeMap<>();
        for (StepRecord step : file.view().history().steps()) {
            if (step.outcome() == StepRecord.Outcome.SENT_ELSEWHERE) {
                days.computeIfAbsent(step.on(), day -> new TreeMap<>())
                        .computeIfAbsent(labels.word("step", step.step()), name -> new ArrayList<>())
                        .add(step.item().invoice().value());
            }
        }
        days.forEach((day, steps) -> steps.forEach(
                (step, numbers) -> add(day, labels.text("chronology.elsewhere", step, String.join(", ", numbers)))));
    }

    private void item(OpenItem item) {
        String number = ClaimParts.number(item, file, labels);
        add(
                item.issueDate(),
                labels.text("chronology.issued", number, labels.money(item.original()), labels.date(item.dueDate())));
        file.evidence(item)
                .ifPresent(proof -> add(
                        proof.sentOn(),
                        labels.text(
                                "chronology.sent",
                                number,
                                labels.word("grade", proof.grade().name()),
                                proof.source())));
        for (Allocation payment : item.allocations()) {
            add(payment.valueDate(), labels.text("chronology.paid", labels.money(payment.amount()), number));
        }
    }

    private void message(MessageRecord record) {
        String state = labels.word("state", record.state().name());
        String how = record.channel()
                .map(channel -> labels.text("chronology.by", state, labels.word("channel", channel)))
                .orElse(state);
        add(
                CaseFile.contactOn(record),
                labels.text(
                        "chronology.message",
                        labels.word("kind", record.message().kind().name()),
                        record.message().id().value(),
                        how));
    }

    private void commitment(Commitment commitment) {
        add(
                commitment.madeOn(),
                labels.text(
                        "chronology.commitment",
                        labels.word("commitment", commitment.kind().name()),
                        instalments(commitment, labels),
                        labels.word("commitment.state", commitment.state().name())));
    }

    static String instalments(Commitment commitment, Labels labels) {
        return String.join(
                ", ",
                commitment.instalments().stream()
                        .map(part -> labels.text(
                                "commitment.instalment", labels.date(part.on()), labels.money(part.amount())))
                        .toList());
    }

    private String number(Dispute dispute) {
        return file.view().items().stream()
                .filter(item -> item.key().equals(dispute.item()))
                .map(OpenItem::number)
                .findFirst()
                .orElse(dispute.item().invoice().value());
    }

    private void add(LocalDate on, String text) {
        events.add(new Event(on, text));
    }
}
