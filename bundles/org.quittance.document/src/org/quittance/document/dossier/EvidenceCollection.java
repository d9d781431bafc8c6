package org.quittance.document.dossier;

import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.document.DocumentKind;
import org.quittance.api.ledger.Commitment;
import org.quittance.api.ledger.JournalEntry;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.ledger.ProofDocument;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.OpenItem;
import org.quittance.api.model.SendingEvidence;
import org.quittance.document.letter.Entry;
import org.quittance.document.pdf.Binding;
import org.quittance.document.pdf.ReportForm;
import org.quittance.document.report.Part;
import org.quittance.document.report.Report;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.dossier.Exhibit.Kind;

/** Gathers the exhibits of one case in the order a reader wants them. Not for several threads. */
final class EvidenceCollection {

    /** Where a file lies on this machine is nobody's evidence; its name is. */
    /** What an entry is about, where it says so. */
    private static final Pattern ABOUT = Pattern.compile("\"(?:message|id|number)\":\"([^\"]{1,60})\"");

    private static final Pattern FOLDER = Pattern.compile("(\"output\":\")[^\"]*/");

    private static final int NAME_LENGTH_MAX = 100;
    private static final String PDF = "application/pdf";

    private final CaseFile file;
    private final Labels labels;
    private final Sources sources;
    private final ReportForm form;
    private final List<Evidence> evidence = new ArrayList<>();

    EvidenceCollection(CaseFile file, Sources sources, ReportForm form) {
        this.file = file;
        this.labels = file.labels();
        this.sources = sources;
        this.form = form;
    }

    /** Where originals come from. */
    interface Sources {

        Optional<DocumentFile> invoice(InvoiceId invoice) throws CaseworkException;

        /** What was kept to prove the claim, by kind and day. */
        List<ProofDocument> proofs() throws CaseworkException;

        /** The bytes that were kept for a message, the letter first. */
        List<DocumentFile> content(MessageRecord message) throws CaseworkException;
    }

    List<Evidence> collect() throws CaseworkException {
        contract();
        for (OpenItem item : invoices().values()) {
            invoice(item);
        }
        boolean noticed = false;
        for (MessageRecord record : file.contacts()) {
            if (record.message().kind() != DocumentKind.CALL_SHEET) {
                message(record);
                noticed |= record.message().kind() == DocumentKind.FORMAL_NOTICE;
            }
        }
        if (!noticed) {
            missing(Kind.FORMAL_NOTICE, labels.text("exhibit.notice"));
        }
        for (Commitment commitment : file.view().history().commitments()) {
            if (commitment.state() == Commitment.State.BROKEN) {
                commitment(commitment);
            }
        }
        journal(
                Kind.JOURNAL,
                labels.text("exhibit.journal"),
                "journal",
                file.view().timeline());
        return List.copyOf(evidence);
    }

    private Map<InvoiceId, OpenItem> invoices() {
        Map<InvoiceId, OpenItem> invoices = new LinkedHashMap<>();
        for (CurrencyClaim claim : file.claims()) {
            claim.items().forEach(item -> invoices.putIfAbsent(item.key().invoice(), item));
        }
        return invoices;
    }

    /** Contract, order, delivery, acceptance; what proves another invoice than those claimed stays away. */
    private void contract() throws CaseworkException {
        Set<InvoiceId> claimed = invoices().keySet();
        List<ProofDocument> proofs = sources.proofs().stream()
                .filter(proof -> proof.kind() != ProofDocument.Kind.INVOICE)
                .filter(proof -> proof.invoice().isEmpty()
                        || claimed.contains(proof.invoice().get()))
                .toList();
        for (ProofDocument proof : proofs) {
            String title = labels.text(
                    "exhibit.proof", labels.word("proof", proof.kind().name()), labels.date(proof.on()));
            add(Kind.CONTRACT, title, List.of(proof.file()), false);
        }
        if (proofs.isEmpty()) {
            missing(Kind.CONTRACT, labels.text("exhibit.contract"));
        }
    }

    private void invoice(OpenItem item) throws CaseworkException {
        String title = labels.text("exhibit.invoice", item.number(), labels.date(item.issueDate()));
        Optional<DocumentFile> original = sources.invoice(item.key().invoice());
        if (original.isPresent()) {
            add(Kind.INVOICE, title, List.of(original.get()), false);
        } else {
            missing(Kind.INVOICE, title);
        }
        String sending = labels.text("exhibit.sending", item.number());
        Optional<SendingEvidence> proof = file.evidence(item);
        if (proof.isPresent()) {
            record(Kind.SENDING, sending, "sending-" + item.number() + ".txt", sending(item, proof.get()));
        } else {
            missing(Kind.SENDING, sending);
        }
    }

    private String sending(OpenItem item, SendingEvidence proof) {
        return labels.text(
                "exhibit.sending.text",
                item.number(),
                labels.date(proof.sentOn()),
                labels.word("grade", proof.grade().name()),
                proof.source());
    }

    private void message(MessageRecord record) throws CaseworkException {
        boolean notice = record.message().kind() == DocumentKind.FORMAL_NOTICE;
        String date = labels.date(CaseFile.contactOn(record));
        String how = how(record);
        String kind = labels.word("kind", record.message().kind().name());
        String title = notice
                ? labels.text("exhibit.notice.dated", date, how)
                : labels.text("exhibit.message", kind, date, how);
        List<DocumentFile> content = sources.content(record);
        if (content.isEmpty()) {
            missing(notice ? Kind.FORMAL_NOTICE : Kind.MESSAGE, title);
        } else {
            add(notice ? Kind.FORMAL_NOTICE : Kind.MESSAGE, title, content, true);
        }
        if (record.state() == MessageState.DELIVERED) {
            journal(
                    Kind.DELIVERY,
                    title + " – " + labels.word("state", record.state().name()),
                    "delivery-" + record.message().id(),
                    about(record));
        } else if (notice) {
            missing(Kind.DELIVERY, labels.text("exhibit.delivery"));
        }
    }

    private String how(MessageRecord record) {
        String state = labels.word("state", record.state().name());
        return record.channel()
                .map(channel -> labels.text("chronology.by", state, labels.word("channel", channel)))
                .orElse(state);
    }

    private List<JournalEntry> about(MessageRecord record) {
        String quoted = "\"" + record.message().id() + "\"";
        return file.view().timeline().stream()
                .filter(entry ->
                        entry.payload().filter(text -> text.contains(quoted)).isPresent())
                .toList();
    }

    private void commitment(Commitment commitment) {
        String made = labels.date(commitment.madeOn());
        String text = labels.text(
                "exhibit.commitment.text",
                labels.word("commitment", commitment.kind().name()),
                made,
                Chronology.instalments(commitment, labels));
        record(
                Kind.COMMITMENT,
                labels.text("exhibit.commitment", made),
                "commitment-" + commitment.id() + ".txt",
                text);
    }

    /** Shown in words; the records as they are chained lie beside it. */
    private void journal(Kind kind, String title, String name, List<JournalEntry> newestFirst) {
        add(
                kind,
                title,
                List.of(text(name + ".txt", inWords(newestFirst)), text(name + "-records.txt", records(newestFirst))),
                true);
    }

    /** When, who, what; oldest first. */
    private String inWords(List<JournalEntry> newestFirst) {
        StringBuilder lines = new StringBuilder();
        for (int i = newestFirst.size() - 1; i >= 0; i--) {
            JournalEntry entry = newestFirst.get(i);
            ZonedDateTime at = entry.at().atZone(file.creditor().zone());
            Matcher about = entry.payload().map(ABOUT::matcher).orElseGet(() -> ABOUT.matcher(""));
            lines.append(labels.date(at.toLocalDate()))
                    .append(", ")
                    .append(at.toLocalTime().truncatedTo(ChronoUnit.MINUTES))
                    .append("  |  ")
                    .append(entry.actor())
                    .append("  |  ")
                    .append(labels.word("journal", entry.kind()))
                    .append(about.find() ? " (" + about.group(1) + ")" : "")
                    .append('\n');
        }
        return lines.toString();
    }

    /** Oldest first, one entry per line. */
    private static String records(List<JournalEntry> newestFirst) {
        StringBuilder lines = new StringBuilder();
        for (int i = newestFirst.size() - 1; i >= 0; i--) {
            JournalEntry entry = newestFirst.get(i);
            lines.append(entry.sequence())
                    .append("  ")
                    .append(entry.at())
                    .append("  ")
                    .append(entry.kind())
                    .append("  ")
                    .append(entry.actor())
                    .append("  ")
                    .append(entry.payload()
                            .map(text -> FOLDER.matcher(text).replaceAll("$1"))
                            .orElse("–"))
                    .append('\n');
        }
        return lines.toString();
    }

    private void missing(Kind kind, String title) {
        int number = evidence.size() + 1;
        evidence.add(new Evidence(number, kind, title, Optional.empty(), List.of(), Optional.empty(), 0, true));
    }

    /** What is known, but from no document: a line of our own records. */
    private void record(Kind kind, String title, String name, String text) {
        add(kind, title, List.of(text(name, text)), true);
    }

    private static DocumentFile text(String name, String text) {
        return DocumentFile.of(plain(name), "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param files the first is shown
     */
    private void add(Kind kind, String title, List<DocumentFile> files, boolean ours) {
        int number = evidence.size() + 1;
        List<DocumentFile> kept = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            String part = i == 0 ? "" : String.valueOf((char) ('a' + i));
            String name = String.format(
                    Locale.ROOT, "%03d%s_%s", number, part, plain(files.get(i).fileName()));
            kept.add(
                    DocumentFile.of(name, files.get(i).mediaType(), files.get(i).bytes()));
        }
        DocumentFile shown = kept.get(0);
        Optional<byte[]> sheets = sheets(shown, title);
        int pages = sheets.map(Binding::pages).orElse(0);
        boolean own = ours && (!shown.mediaType().equals(PDF) || Binding.isOurs(shown.bytes()));
        evidence.add(new Evidence(
                number,
                kind,
                title,
                Optional.of(shown),
                kept.subList(1, kept.size()),
                pages == 0 ? Optional.empty() : sheets,
                pages,
                own));
    }

    private Optional<byte[]> sheets(DocumentFile shown, String title) {
        if (shown.mediaType().equals(PDF)) {
            return Optional.of(shown.bytes());
        }
        if (!shown.mediaType().startsWith("text/plain")) {
            return Optional.empty();
        }
        List<Part> lines = new String(shown.bytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .map(Part::paragraph)
                .toList();
        Report report = new Report(
                labels.language(),
                file.asOf(),
                title,
                file.creditor().name(),
                List.of(new Entry(labels.text("exhibits.file"), shown.fileName())),
                lines,
                labels.text("page"));
        return Optional.of(form.of(report));
    }

    private static String plain(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9.-]+", "-").replaceFirst("^[.-]+", "");
        int cut = Math.max(0, plain.length() - NAME_LENGTH_MAX);
        return plain.isEmpty() ? "file" : plain.substring(cut);
    }
}
