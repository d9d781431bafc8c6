package org.quittance.proof.writeoff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.ledger.CaseJournal;
import org.quittance.api.ledger.JournalEntry;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.MessageQuery;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.ledger.SendLedger;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.store.InvoiceDocument;
import org.quittance.api.store.StoreException;
import org.quittance.api.vat.BadDebt;
import org.quittance.service.proof.WriteOffs.Loss;
import org.quittance.service.proof.WriteOffs.VatLine;
import org.quittance.service.proof.WriteOffs.VatRequest;

/** Collects what proves that a debtor's receivables are lost: invoices, letters, the journal, what a person adds. */
final class LossFile {

    private static final Set<MessageState> SENT =
            Set.of(MessageState.SENT, MessageState.DELIVERED, MessageState.BOUNCED);

    private final CaseJournal journal;
    private final SendLedger messages;
    private final List<InvoiceDocument> documents;

    LossFile(CaseJournal journal, SendLedger messages, List<InvoiceDocument> documents) {
        this.journal = journal;
        this.messages = messages;
        this.documents = List.copyOf(documents);
    }

    BadDebt of(Creditor creditor, Debtor debtor, List<VatLine> lines, VatRequest request, LocalDate today)
            throws IOException, LedgerException, StoreException {
        Loss loss = lines.get(0).writeOff().loss();
        return BadDebt.of(creditor, debtor, today)
                .loss(new BadDebt.Loss(loss.ground(), loss.since(), loss.reason()))
                .items(request.vatPercent(), lines.stream().map(LossFile::item).toList())
                .invoices(invoices(creditor.id(), lines))
                .messages(sent(creditor.id(), debtor.id()))
                .evidence(evidence(request.evidence()))
                .chronology(chronology(creditor.id(), debtor.id()))
                .build();
    }

    private static BadDebt.Item item(VatLine line) {
        return new BadDebt.Item(
                line.writeOff().number(),
                line.writeOff().item().instalment(),
                line.writeOff().issued(),
                line.net(),
                line.vat());
    }

    private List<DocumentFile> invoices(CreditorId creditor, List<VatLine> lines) throws StoreException {
        Set<InvoiceId> invoices = new LinkedHashSet<>();
        lines.forEach(line -> invoices.add(line.writeOff().item().invoice()));
        List<DocumentFile> originals = new ArrayList<>();
        for (InvoiceId invoice : invoices) {
            original(creditor, invoice).ifPresent(originals::add);
        }
        return originals;
    }

    /** From the first source that has it. */
    private Optional<DocumentFile> original(CreditorId creditor, InvoiceId invoice) throws StoreException {
        for (InvoiceDocument source : documents) {
            Optional<DocumentFile> found = source.document(creditor, invoice);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private List<DocumentFile> sent(CreditorId creditor, DebtorId debtor) throws LedgerException {
        List<DocumentFile> sent = new ArrayList<>();
        MessageQuery query = MessageQuery.inStates(SENT, Integer.MAX_VALUE).of(debtor);
        for (MessageRecord record : messages.messages(creditor, query)) {
            for (DocumentFile document :
                    messages.content(creditor, record.message().id())) {
                sent.add(DocumentFile.of(
                        record.message().id() + "-" + document.fileName(), document.mediaType(), document.bytes()));
            }
        }
        return sent;
    }

    private static List<DocumentFile> evidence(List<Path> files) throws IOException {
        List<DocumentFile> evidence = new ArrayList<>();
        for (Path file : files) {
            evidence.add(DocumentFile.of(
                    file.getFileName().toString(), "application/octet-stream", Files.readAllBytes(file)));
        }
        return evidence;
    }

    private String chronology(CreditorId creditor, DebtorId debtor) throws LedgerException {
        List<JournalEntry> newestFirst = journal.entries(creditor, Optional.of(debtor), Integer.MAX_VALUE);
        StringBuilder lines = new StringBuilder();
        for (int i = newestFirst.size() - 1; i >= 0; i--) {
            JournalEntry entry = newestFirst.get(i);
            lines.append("{\"entry\":")
                    .append(entry.sequence())
                    .append(",\"at\":\"")
                    .append(entry.at())
                    .append("\",\"kind\":\"")
                    .append(entry.kind())
                    .append("\",\"payload\":")
                    .append(entry.payload().orElse("null"))
                    .append("}\n");
        }
        return lines.toString();
    }
}
