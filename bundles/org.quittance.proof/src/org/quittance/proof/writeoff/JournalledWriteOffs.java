package org.quittance.proof.writeoff;

import static java.util.Objects.requireNonNull;
import static org.osgi.service.component.annotations.ReferencePolicyOption.GREEDY;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.document.DocumentException;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.ledger.CaseJournal;
import org.quittance.api.ledger.CaseLedger;
import org.quittance.api.ledger.Hold;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.MessageId;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.ledger.SendLedger;
import org.quittance.api.model.Actor;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;
import org.quittance.api.model.Role;
import org.quittance.api.store.InvoiceDocument;
import org.quittance.api.store.InvoiceStore;
import org.quittance.api.store.StoreException;
import org.quittance.api.vat.BadDebt;
import org.quittance.api.vat.BadDebtRelief;
import org.quittance.api.vat.Enclosure;
import org.quittance.proof.writeoff.Targets.Target;
import org.quittance.service.casework.CaseService;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CaseworkException.Kind;
import org.quittance.service.casework.CreditorDirectory;
import org.quittance.service.casework.Failures;
import org.quittance.service.casework.RunListener;
import org.quittance.service.casework.RunService;
import org.quittance.service.casework.Selection;
import org.quittance.service.casework.Turns;
import org.quittance.service.proof.WriteOffs;

/** Write-offs as holds without an end, and as entries of the journal. */
@Component
public final class JournalledWriteOffs implements WriteOffs {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Set<MessageState> NOT_LEFT =
            Set.of(MessageState.PREPARED, MessageState.APPROVED, MessageState.DEFERRED);

    private final CaseLedger ledger;
    private final CaseJournal journal;
    private final SendLedger messages;
    private final CreditorDirectory creditors;
    private final RunService runs;
    private final List<BadDebtRelief> reliefs;
    private final LossFile losses;
    private final Turns turns;
    private final Targets targets;

    @Activate
    public JournalledWriteOffs(
            @Reference CaseLedger ledger,
            @Reference CaseJournal journal,
            @Reference SendLedger messages,
            @Reference CaseService cases,
            @Reference CreditorDirectory creditors,
            @Reference RunService runs,
            @Reference(policyOption = GREEDY) InvoiceStore store,
            @Reference(policyOption = GREEDY) List<InvoiceDocument> documents,
            @Reference(policyOption = GREEDY) List<BadDebtRelief> reliefs,
            @Reference Turns turns) {
        this.ledger = requireNonNull(ledger, "ledger");
        this.journal = requireNonNull(journal, "journal");
        this.messages = requireNonNull(messages, "messages");
        this.creditors = requireNonNull(creditors, "creditors");
        this.runs = requireNonNull(runs, "runs");
        this.reliefs = List.copyOf(reliefs);
        this.losses = new LossFile(journal, messages, documents);
        this.turns = requireNonNull(turns, "turns");
        this.targets = new Targets(cases, store);
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
                            Hold.WRITE_OFF + (known.size() + added.size() + 1),
                            item.key(),
                            item.number(),
                            item.issueDate(),
                            item.open(),
                            loss,
                            State.RECORDED));
                }
            }
            write(creditor, debtor, added, today, actor);
            withdraw(creditor, target, actor);
            return new Listing(target.debtor(), about(writeOffs(creditor, debtor), target));
        } catch (LedgerException e) {
            throw Failures.of(e);
        } catch (StoreException e) {
            throw Failures.of(e);
        }
    }

    /** The hold keeps it out of every run to come, and lets nothing leave that was prepared before. */
    private void write(CreditorId creditor, DebtorId debtor, List<WriteOff> added, LocalDate today, Actor actor)
            throws LedgerException {
        if (added.isEmpty()) {
            return;
        }
        ledger.write(creditor, actor, batch -> {
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

    /** Also for what was written off before: after a crash in between, doing it again mends it. */
    private void withdraw(CreditorId creditor, Target target, Actor actor) throws LedgerException, CaseworkException {
        Set<MessageId> waiting = messages.liveAbout(creditor, List.copyOf(target.keys())).stream()
                .filter(record -> NOT_LEFT.contains(record.state()))
                .map(record -> record.message().id())
                .collect(Collectors.toSet());
        if (!waiting.isEmpty()) {
            runs.withdraw(creditor, Selection.of(waiting), "written off", actor, new RunListener() {});
        }
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
        BadDebtRelief relief = relief(creditor);
        if (Files.exists(request.file())) {
            throw Failures.refusal(Kind.USAGE, "file.exists", request.file());
        }
        try (Turns.Turn turn = turns.take(creditorId)) {
            Target target = targets.of(creditorId, text, today);
            List<WriteOff> standing = standing(creditorId, target);
            refuseMixed(standing);
            List<VatLine> lines = standing.stream()
                    .map(writeOff -> split(writeOff, request.vatPercent()))
                    .toList();
            BadDebt debt = losses.of(creditor, target.debtor(), lines, request, today);
            return issue(debt, request.file(), relief.file(debt), lines, actor);
        } catch (LedgerException e) {
            throw Failures.of(e);
        } catch (StoreException e) {
            throw Failures.of(e);
        } catch (IOException | DocumentException e) {
            throw new CaseworkException(Kind.INPUT, Failures.said("vat.failed", e.toString()), e);
        }
    }

    private BadDebtRelief relief(Creditor creditor) throws CaseworkException {
        return reliefs.stream()
                .filter(known -> known.governs(creditor))
                .findFirst()
                .orElseThrow(() -> Failures.refusal(
                        Kind.USAGE,
                        "vat.country",
                        creditor.name(),
                        creditor.address().country()));
    }

    /** The VAT is what is left beside the net price, so that both add up to what is unpaid. */
    private static VatLine split(WriteOff writeOff, BigDecimal percent) {
        Money gross = writeOff.amount();
        BigDecimal net = gross.toDecimal()
                .multiply(HUNDRED)
                .divide(HUNDRED.add(percent), gross.currency().getDefaultFractionDigits(), RoundingMode.HALF_UP);
        Money netAmount = Money.exact(net, gross.currency());
        return new VatLine(writeOff, netAmount, gross.minus(netAmount));
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

    /**
     * The file is complete before the journal says that it was issued, and gets its name after: a crash in between leaves it under its
     * unfinished name, with the hash the journal holds.
     */
    private VatFile issue(BadDebt debt, Path file, List<Enclosure> enclosures, List<VatLine> lines, Actor actor)
            throws IOException, LedgerException {
        Path target = file.toAbsolutePath();
        Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
        try (var out = Files.newOutputStream(unfinished)) {
            FileArchive.write(enclosures, out);
        }
        String sha256 = DocumentFile.of("x", "application/zip", Files.readAllBytes(unfinished))
                .sha256();
        List<WriteOff> writeOffs = lines.stream().map(VatLine::writeOff).toList();
        ledger.write(
                debt.creditor().id(),
                actor,
                batch -> batch.journal(WriteOffJson.issued(
                        debt.debtor().id(), writeOffs, target.getFileName().toString(), sha256)));
        Files.move(unfinished, target);
        List<VatLine> issued = lines.stream()
                .map(line -> new VatLine(WriteOffJson.as(line.writeOff(), State.ISSUED), line.net(), line.vat()))
                .toList();
        return new VatFile(debt.debtor(), file, sha256, issued);
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
