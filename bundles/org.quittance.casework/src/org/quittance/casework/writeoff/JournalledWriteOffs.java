package org.quittance.casework.writeoff;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.ledger.CaseJournal;
import org.quittance.api.ledger.CaseLedger;
import org.quittance.api.ledger.Hold;
import org.quittance.api.ledger.JournalEntry;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.MessageQuery;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.ledger.SendLedger;
import org.quittance.api.ledger.StateChange;
import org.quittance.api.model.Actor;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.OpenItem;
import org.quittance.api.model.Role;
import org.quittance.api.store.StoreException;
import org.quittance.casework.live.Failures;
import org.quittance.casework.live.Installation;
import org.quittance.casework.live.Turns;
import org.quittance.casework.send.MessageJournal;
import org.quittance.casework.writeoff.Targets.Target;
import org.quittance.service.casework.CaseService;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CaseworkException.Kind;
import org.quittance.service.casework.CreditorDirectory;
import org.quittance.service.proof.WriteOffs;

/** Write-offs as holds without an end, and as entries of the journal. */
@Component
public final class JournalledWriteOffs implements WriteOffs {

    private static final Set<MessageState> NOT_LEFT =
            Set.of(MessageState.PREPARED, MessageState.APPROVED, MessageState.DEFERRED);

    private final CaseLedger ledger;
    private final CaseJournal journal;
    private final SendLedger messages;
    private final CreditorDirectory creditors;
    private final Installation installation;
    private final Turns turns;
    private final Targets targets;

    @Activate
    public JournalledWriteOffs(
            @Reference CaseLedger ledger,
            @Reference CaseJournal journal,
            @Reference SendLedger messages,
            @Reference CaseService cases,
            @Reference CreditorDirectory creditors,
            @Reference Installation installation,
            @Reference Turns turns) {
        this.ledger = requireNonNull(ledger, "ledger");
        this.journal = requireNonNull(journal, "journal");
        this.messages = requireNonNull(messages, "messages");
        this.creditors = requireNonNull(creditors, "creditors");
        this.installation = requireNonNull(installation, "installation");
        this.turns = requireNonNull(turns, "turns");
        this.targets = new Targets(cases, installation);
    }

    @Override
    public Listing record(CreditorId creditor, String text, Loss loss, LocalDate today, Actor actor)
            throws CaseworkException {
        Failures.require(actor, "write off a receivable", Role.APPROVER);
        if (loss.since().isAfter(today)) {
            throw Failures.refusal(Kind.USAGE, "date.future", loss.since(), today);
        }
        try (Turns.Turn turn = turns.take(creditor)) {
            Target target = targets.of(creditor, text, today);
            DebtorId debtor = target.debtor().id();
            List<WriteOff> known = writeOffs(creditor, debtor);
            Set<ItemKey> already = known.stream()
                    .filter(writeOff -> writeOff.state() != State.UNDONE)
                    .map(WriteOff::item)
                    .collect(Collectors.toSet());
            List<WriteOff> added = new ArrayList<>();
            for (OpenItem item : target.items()) {
                if (!already.contains(item.key())) {
                    added.add(new WriteOff(
                            "writeoff-" + (known.size() + added.size() + 1),
                            item.key(),
                            item.number(),
                            item.issueDate(),
                            item.open(),
                            loss,
                            State.RECORDED));
                }
            }
            write(creditor, debtor, added, today, actor);
            return new Listing(target.debtor(), about(writeOffs(creditor, debtor), target));
        } catch (LedgerException e) {
            throw Failures.of(e);
        } catch (StoreException e) {
            throw Failures.of(e);
        }
    }

    /** The hold keeps it out of every run to come; what is prepared already is taken back. */
    private void write(CreditorId creditor, DebtorId debtor, List<WriteOff> added, LocalDate today, Actor actor)
            throws LedgerException {
        if (added.isEmpty()) {
            return;
        }
        List<ItemKey> items = added.stream().map(WriteOff::item).toList();
        List<MessageRecord> live = messages.liveAbout(creditor, items);
        ledger.write(creditor, actor, batch -> {
            for (MessageRecord record : live) {
                MessageJournal.change(
                        batch,
                        record.message().debtor(),
                        StateChange.to(MessageState.WITHDRAWN, record.message().id(), NOT_LEFT)
                                .because("written off"));
            }
            for (WriteOff writeOff : added) {
                batch.put(
                        debtor,
                        new Hold(
                                writeOff.id(),
                                Optional.of(writeOff.item()),
                                "written off: " + writeOff.loss().reason(),
                                today,
                                Optional.empty()));
                batch.journal(WriteOffJson.recorded(debtor, writeOff));
            }
        });
    }

    @Override
    public Listing undo(CreditorId creditor, String text, LocalDate today, Actor actor) throws CaseworkException {
        Failures.require(actor, "undo a write-off", Role.APPROVER);
        try (Turns.Turn turn = turns.take(creditor)) {
            Target target = targets.of(creditor, text, today);
            DebtorId debtor = target.debtor().id();
            List<WriteOff> standing = standing(creditor, target);
            List<String> issued = standing.stream()
                    .filter(writeOff -> writeOff.state() == State.ISSUED)
                    .map(WriteOff::number)
                    .toList();
            if (!issued.isEmpty()) {
                throw Failures.refusal(Kind.USAGE, "vat.issued", issued);
            }
            ledger.write(creditor, actor, batch -> {
                for (WriteOff writeOff : standing) {
                    batch.lift(debtor, writeOff.id());
                }
                batch.journal(WriteOffJson.undone(debtor, standing));
            });
            Set<String> ids = standing.stream().map(WriteOff::id).collect(Collectors.toSet());
            return new Listing(
                    target.debtor(),
                    writeOffs(creditor, debtor).stream()
                            .filter(writeOff -> ids.contains(writeOff.id()))
                            .toList());
        } catch (LedgerException e) {
            throw Failures.of(e);
        } catch (StoreException e) {
            throw Failures.of(e);
        }
    }

    @Override
    public VatFile issue(CreditorId creditorId, String text, VatRequest request, LocalDate today, Actor actor)
            throws CaseworkException {
        Failures.require(actor, "issue the VAT file of a write-off", Role.APPROVER);
        Creditor creditor = creditors
                .creditor(creditorId)
                .orElseThrow(() -> Failures.refusal(Kind.USAGE, "creditor.none", creditorId));
        refuse(creditor, request);
        try (Turns.Turn turn = turns.take(creditorId)) {
            Target target = targets.of(creditorId, text, today);
            List<WriteOff> standing = standing(creditorId, target);
            refuseMixed(standing);
            VatFileWriter writer = new VatFileWriter(creditor, target.debtor(), request.vatPercent(), today);
            List<VatLine> lines = standing.stream().map(writer::line).toList();
            fill(writer, creditorId, target.debtor().id(), lines, request);
            return issue(creditorId, target.debtor(), request.file(), writer, lines, actor);
        } catch (LedgerException e) {
            throw Failures.of(e);
        } catch (StoreException e) {
            throw Failures.of(e);
        } catch (IOException e) {
            throw new CaseworkException(Kind.INPUT, Failures.said("vat.failed", e.toString()), e);
        }
    }

    private static void refuse(Creditor creditor, VatRequest request) throws CaseworkException {
        if (!creditor.address().country().equals("FR")) {
            throw Failures.refusal(
                    Kind.USAGE,
                    "vat.country",
                    creditor.name(),
                    creditor.address().country());
        }
        if (Files.exists(request.file())) {
            throw Failures.refusal(Kind.USAGE, "file.exists", request.file());
        }
    }

    private static void refuseMixed(List<WriteOff> standing) throws CaseworkException {
        long currencies =
                standing.stream().map(one -> one.amount().currency()).distinct().count();
        long grounds = standing.stream()
                .map(one -> one.loss().ground() + " " + one.loss().since())
                .distinct()
                .count();
        if (currencies > 1 || grounds > 1) {
            throw Failures.refusal(Kind.USAGE, "vat.mixed");
        }
    }

    private void fill(
            VatFileWriter writer, CreditorId creditor, DebtorId debtor, List<VatLine> lines, VatRequest request)
            throws IOException, LedgerException, StoreException {
        writer.statements(lines);
        Set<InvoiceId> invoices = new HashSet<>();
        for (VatLine line : lines) {
            InvoiceId invoice = line.writeOff().item().invoice();
            if (invoices.add(invoice)) {
                installation.document(creditor, invoice).ifPresent(writer::invoice);
            }
        }
        Set<MessageState> sent = Set.of(MessageState.SENT, MessageState.DELIVERED, MessageState.BOUNCED);
        for (MessageRecord record : messages.messages(
                creditor, MessageQuery.inStates(sent, Integer.MAX_VALUE).of(debtor))) {
            for (DocumentFile document :
                    messages.content(creditor, record.message().id())) {
                writer.message(record.message().id().value(), document);
            }
        }
        writer.chronology(chronology(creditor, debtor));
        for (Path evidence : request.evidence()) {
            writer.evidence(evidence);
        }
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

    /**
     * The file is complete before the journal says that it was issued, and gets its name after: a crash in between leaves it under its
     * unfinished name, with the hash the journal holds.
     */
    private VatFile issue(
            CreditorId creditor, Debtor debtor, Path file, VatFileWriter writer, List<VatLine> lines, Actor actor)
            throws IOException, LedgerException {
        Path target = file.toAbsolutePath();
        Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
        try (var out = Files.newOutputStream(unfinished)) {
            writer.write(out);
        }
        String sha256 = DocumentFile.of("x", "application/zip", Files.readAllBytes(unfinished))
                .sha256();
        List<WriteOff> writeOffs = lines.stream().map(VatLine::writeOff).toList();
        ledger.write(
                creditor,
                actor,
                batch -> batch.journal(WriteOffJson.issued(
                        debtor.id(), writeOffs, target.getFileName().toString(), sha256)));
        Files.move(unfinished, target);
        List<VatLine> issued = lines.stream()
                .map(line -> new VatLine(WriteOffJson.as(line.writeOff(), State.ISSUED), line.net(), line.vat()))
                .toList();
        return new VatFile(debtor, file, sha256, issued);
    }

    private List<WriteOff> standing(CreditorId creditor, Target target) throws LedgerException, CaseworkException {
        List<WriteOff> standing = about(writeOffs(creditor, target.debtor().id()), target);
        if (standing.isEmpty()) {
            throw Failures.refusal(Kind.USAGE, "write-off.none", target.debtor().name());
        }
        return standing;
    }

    private static List<WriteOff> about(List<WriteOff> all, Target target) {
        Set<ItemKey> keys = target.keys();
        return all.stream()
                .filter(writeOff -> writeOff.state() != State.UNDONE && keys.contains(writeOff.item()))
                .toList();
    }

    private List<WriteOff> writeOffs(CreditorId creditor, DebtorId debtor) throws LedgerException {
        return WriteOffJson.read(creditor, journal.entries(creditor, Optional.of(debtor), Integer.MAX_VALUE));
    }
}
