package org.quittance.document.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.quittance.api.ledger.Commitment;
import org.quittance.api.ledger.Dispute;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.document.letter.Entry;
import org.quittance.document.report.Part;
import org.quittance.document.report.Report;
import org.quittance.service.decision.Answer;
import org.quittance.service.decision.Explanation;

/** What to know before telephoning: who, what is owed, what was said, what to say, what comes next. Pure. */
final class CallSheet {

    private static final int INVOICES_MAX = 8;
    private static final int CONTACTS_MAX = 5;
    private static final int DECISIONS_MAX = 4;
    private static final int SCRIPT_LINES = 6;

    private final CaseFile file;
    private final Labels labels;
    private final Function<Answer, String> sentence;

    /**
     * @param sentence an answer of the engine in words
     */
    CallSheet(CaseFile file, Function<Answer, String> sentence) {
        this.file = file;
        this.labels = file.labels();
        this.sentence = sentence;
    }

    Report report() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Contact(labels.text("call.contact"), contact()));
        parts.add(Part.heading(labels.text("call.owed")));
        ClaimParts claims = new ClaimParts(file);
        file.claims().forEach(claim -> parts.add(claims.figures(claim, INVOICES_MAX)));
        if (file.claims().isEmpty()) {
            parts.add(Part.paragraph(labels.text("claim.none")));
        }
        history(parts);
        promises(parts);
        script(parts);
        next(parts);
        return new Report(
                labels.language(),
                file.asOf(),
                labels.text("call.title", file.debtor().name()),
                file.creditor().name(),
                List.of(
                        new Entry(
                                labels.text("dossier.reference"),
                                file.debtor().id().value()),
                        new Entry(labels.text("dossier.as-of"), labels.date(file.asOf()))),
                parts,
                labels.text("page"));
    }

    private List<Entry> contact() {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(labels.text("call.name"), file.debtor().name()));
        file.debtor().contactName().ifPresent(name -> entries.add(new Entry(labels.text("call.person"), name)));
        String phone = file.debtor().phone().orElse(labels.text("call.no-phone"));
        entries.add(new Entry(labels.text("call.phone"), phone));
        file.debtor().email().ifPresent(email -> entries.add(new Entry(labels.text("call.email"), email)));
        return entries;
    }

    private void history(List<Part> parts) {
        parts.add(Part.heading(labels.text("call.history")));
        List<MessageRecord> contacts = file.contacts();
        if (contacts.isEmpty()) {
            parts.add(Part.paragraph(labels.text("call.no-history")));
        }
        for (MessageRecord record : contacts.subList(Math.max(0, contacts.size() - CONTACTS_MAX), contacts.size())) {
            String state = labels.word("state", record.state().name());
            parts.add(Part.bullet(labels.date(CaseFile.contactOn(record)) + " – "
                    + labels.word("step", record.message().step()) + " – "
                    + record.channel()
                            .map(channel -> labels.text("chronology.by", state, labels.word("channel", channel)))
                            .orElse(state)));
        }
    }

    private void promises(List<Part> parts) {
        parts.add(Part.heading(labels.text("call.promises")));
        List<Commitment> commitments = file.view().history().commitments();
        if (commitments.isEmpty()) {
            parts.add(Part.paragraph(labels.text("call.no-promises")));
        }
        for (Commitment commitment : commitments) {
            parts.add(Part.bullet(labels.text(
                    "chronology.commitment",
                    labels.word("commitment", commitment.kind().name()),
                    Chronology.instalments(commitment, labels),
                    labels.word("commitment.state", commitment.state().name()))));
        }
        List<Dispute> disputes = file.view().history().disputes();
        if (!disputes.isEmpty()) {
            parts.add(Part.heading(labels.text("call.disputes")));
            disputes.forEach(
                    dispute -> parts.add(Part.bullet(labels.date(dispute.openedOn()) + " – " + dispute.reason())));
        }
    }

    private void script(List<Part> parts) {
        parts.add(Part.heading(labels.text("call.script")));
        String overdue = String.join(
                " + ",
                file.claims().stream()
                        .map(claim -> labels.money(file.overdue(claim)))
                        .toList());
        for (int line = 1; line <= SCRIPT_LINES; line++) {
            String text = labels.text("call.script." + line);
            parts.add(
                    Part.checkbox(text.contains("%") ? String.format(Locale.ROOT, text, file.total(), overdue) : text));
        }
    }

    private void next(List<Part> parts) {
        parts.add(Part.heading(labels.text("call.next")));
        List<Explanation> decisions = file.view().decisions();
        for (Explanation decision : decisions.subList(0, Math.min(DECISIONS_MAX, decisions.size()))) {
            parts.add(Part.bullet(sentence.apply(decision.answer())));
        }
        decisions.stream()
                .map(Explanation::answer)
                .filter(answer -> answer.step().isPresent() && answer.nextDate().isPresent())
                .findFirst()
                .ifPresent(answer -> parts.add(Part.paragraph(labels.text(
                        "call.next.step",
                        labels.word("step", answer.step().orElseThrow()),
                        labels.date(answer.nextDate().orElseThrow())))));
        parts.add(Part.heading(labels.text("call.notes")));
    }
}
