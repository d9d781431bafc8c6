package org.quittance.casework.intake;

import static java.util.Objects.requireNonNull;
import static org.osgi.service.component.annotations.ReferenceCardinality.AT_LEAST_ONE;
import static org.osgi.service.component.annotations.ReferenceCardinality.MULTIPLE;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;
import static org.osgi.service.component.annotations.ReferencePolicyOption.GREEDY;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.importer.ImportException;
import org.quittance.api.importer.ImportSink;
import org.quittance.api.importer.Importer;
import org.quittance.api.importer.LifecycleStatus;
import org.quittance.api.intake.IntakeSession;
import org.quittance.api.intake.LedgerIntake;
import org.quittance.api.ledger.CaseLedger;
import org.quittance.api.ledger.Hold;
import org.quittance.api.ledger.JournalDraft;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.model.Actor;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Role;
import org.quittance.api.store.StoreException;
import org.quittance.api.text.Sentence;
import org.quittance.api.time.BusinessClock;
import org.quittance.casework.agreement.LifecycleStatuses;
import org.quittance.casework.ahead.ReadAhead;
import org.quittance.casework.live.Installation;
import org.quittance.casework.live.LiveList;
import org.quittance.service.agreement.Recording;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CaseworkException.Kind;
import org.quittance.service.casework.CreditorDirectory;
import org.quittance.service.casework.Failures;
import org.quittance.service.casework.ImportService;
import org.quittance.service.claim.LimitWatch;
import org.quittance.service.matching.MatchingService;

/**
 * Imports files into the embedded ledger. Ledger and case ledger are written one after the other, never in one transaction: a
 * crash in between is mended by importing the files again, which changes nothing in the ledger and completes the case.
 */
@Component
public final class FileImportService implements ImportService {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int REMINDERS_PER_COMMIT = 5_000;

    /** Reason of the hold on an invoice that somebody else than its seller is to be paid for. */
    private static final String PAYEE_DIFFERS = "payee-differs";

    private final LedgerIntake intake;
    private final CaseLedger ledger;
    private final CreditorDirectory creditors;
    private final BusinessClock clock;
    private final Installation installation;
    private final LimitWatch limits;
    private final LifecycleStatuses statuses;
    private final PaymentTerms terms;
    private final LiveList<Importer> importers = new LiveList<>();
    private final LiveList<MatchingService> matching = new LiveList<>();

    @Activate
    public FileImportService(
            @Reference LedgerIntake intake,
            @Reference CaseLedger ledger,
            @Reference CreditorDirectory creditors,
            @Reference BusinessClock clock,
            @Reference Installation installation,
            @Reference LimitWatch limits,
            @Reference LifecycleStatuses statuses,
            @Reference PaymentTerms terms) {
        this.intake = requireNonNull(intake, "intake");
        this.ledger = requireNonNull(ledger, "ledger");
        this.creditors = requireNonNull(creditors, "creditors");
        this.clock = requireNonNull(clock, "clock");
        this.installation = requireNonNull(installation, "installation");
        this.limits = requireNonNull(limits, "limits");
        this.statuses = requireNonNull(statuses, "statuses");
        this.terms = requireNonNull(terms, "terms");
    }

    @Override
    public ImportSummary importFiles(CreditorId creditor, ImportRequest request, Actor actor, ImportListener listener)
            throws CaseworkException {
        Failures.require(actor, "import files", Role.CLERK);
        Creditor owner = creditors
                .creditor(creditor)
                .orElseThrow(() -> new CaseworkException(
                        Kind.USAGE, Sentence.of(FileImportService.class, "creditor.unknown", creditor)));
        List<InputFile> files = new ArrayList<>();
        for (Path file : request.files()) {
            files.add(InputFile.of(file, request.format(), importers.all()));
        }
        if (request.mapping().isPresent()
                && !Files.isRegularFile(request.mapping().get())) {
            throw new CaseworkException(
                    Kind.INPUT,
                    Sentence.of(
                            FileImportService.class,
                            "mapping.absent",
                            request.mapping().get()));
        }
        try {
            IntakeSink taken = read(owner, request, files, actor, listener);
            if (!request.dryRun()) {
                holdDoubtful(owner, taken.documents().doubtful(), actor);
                keepStatuses(owner, taken, actor, listener);
                complete(creditor, files, taken, actor);
                match(creditor, taken, actor, listener);
            }
            taken.documents().tellWarnings();
            if (!request.dryRun()) {
                taken.longTerms().tell(installation, listener);
            }
            taken.strangers().tell(installation, creditor, listener);
            return taken.summary();
        } catch (StoreException e) {
            throw Failures.of(e);
        } catch (LedgerException e) {
            throw Failures.of(e);
        }
    }

    private IntakeSink read(
            Creditor creditor, ImportRequest request, List<InputFile> files, Actor actor, ImportListener listener)
            throws StoreException, CaseworkException {
        try (IntakeSession session = intake.open(creditor.id(), actor, clock.now())) {
            IntakeSink sink = new IntakeSink(creditor, session, terms, new LongTerms(limits, creditor), listener);
            for (InputFile file : files) {
                sink.begin(file.path().toString());
                read(creditor.id(), request, file, sink);
                sink.end();
            }
            sink.finish(clock.today(creditor.zone()));
            sink.statements().conclude(session, creditor, listener);
            if (!request.dryRun()) {
                session.commit();
            }
            return sink;
        } catch (IntakeFailed e) {
            throw e.failure();
        }
    }

    /** The file is read on a thread of its own, while what came before is taken into the ledger here. */
    private static void read(CreditorId creditor, ImportRequest request, InputFile file, IntakeSink sink)
            throws StoreException, CaseworkException {
        try (ReadAhead<List<Consumer<ImportSink>>, Optional<ImportException>> reading = new ReadAhead<>(
                "quittance-importer", taker -> ParsedRecords.read(creditor, file, request.mapping(), taker))) {
            Optional<List<Consumer<ImportSink>>> part = reading.take();
            while (part.isPresent()) {
                part.get().forEach(record -> record.accept(sink));
                part = reading.take();
            }
            sink.flush();
            for (ImportException e : reading.result().stream().toList()) {
                throw new CaseworkException(Kind.INPUT, described(file, e), e);
            }
        } catch (LedgerException e) {
            throw new IllegalStateException("an importer has no case ledger", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CaseworkException(
                    Kind.UNAVAILABLE, Sentence.of(FileImportService.class, "import.interrupted"), e);
        }
    }

    /** Entries that were known are looked at again: an invoice they pay may have come since. */
    private void match(CreditorId creditor, IntakeSink taken, Actor actor, ImportListener listener)
            throws CaseworkException {
        Optional<MatchingService> service = matching.first();
        if (service.isPresent() && taken.statements().isToMatch(taken.summary().invoices())) {
            listener.matched(service.get().match(creditor, actor));
        }
    }

    /** Names file, line and field where the importer's own words do not. */
    private static Sentence described(InputFile file, ImportException e) {
        String message = Failures.message(e);
        String name = file.path().toString();
        Sentence told = e.sentence();
        if (!e.field().isEmpty() && !message.contains(e.field())) {
            told = Sentence.of(FileImportService.class, "import.field", e.field(), told);
        }
        if (e.line() > 0) {
            told = Sentence.of(FileImportService.class, "import.line", e.line(), told);
        }
        return message.contains(name) ? told : Sentence.of(FileImportService.class, "import.field", name, told);
    }

    /** What the files tell about the past, and that they were imported, by whom and what they were. */
    private void complete(CreditorId creditor, List<InputFile> files, IntakeSink taken, Actor actor)
            throws LedgerException {
        List<IntakeSink.PastReminder> reminders = taken.reminders();
        for (int from = 0; from < reminders.size(); from += REMINDERS_PER_COMMIT) {
            List<IntakeSink.PastReminder> part =
                    reminders.subList(from, Math.min(from + REMINDERS_PER_COMMIT, reminders.size()));
            ledger.write(creditor, actor, batch -> {
                for (IntakeSink.PastReminder reminder : part) {
                    batch.sentElsewhere(
                            reminder.owner().debtor(), reminder.owner().item(), reminder.step(), reminder.sentOn());
                }
            });
        }
        ledger.write(creditor, actor, batch -> {
            for (InputFile file : files) {
                batch.journal(JournalDraft.general("import", entry(file, taken.summary())));
            }
        });
    }

    /** Once per invoice, so that a hold a person has lifted does not come back with the file. */
    private void holdDoubtful(Creditor creditor, List<ElectronicIntake.Doubtful> doubtful, Actor actor)
            throws LedgerException {
        if (doubtful.isEmpty()) {
            return;
        }
        LocalDate today = clock.today(creditor.zone());
        ledger.write(creditor.id(), actor, batch -> {
            for (ElectronicIntake.Doubtful one : doubtful) {
                ItemKey item = one.owner().item();
                String id = "payee-" + item.invoice() + "-" + item.instalment();
                Hold hold = new Hold(id, Optional.of(item), PAYEE_DIFFERS, today, Optional.empty());
                if (batch.putUnlessKnown(one.owner().debtor(), hold)) {
                    batch.journal(JournalDraft.about(one.owner().debtor(), "hold.set", entry(hold, item)));
                }
            }
        });
    }

    /** One that cannot be kept, because its debtor is not known, does not hold back the others. */
    private void keepStatuses(Creditor creditor, IntakeSink taken, Actor actor, ImportListener listener) {
        Recording recording = new Recording(actor, clock.today(creditor.zone()), false);
        for (StatusIntake.Known known : taken.statuses().known()) {
            LifecycleStatus status = known.read().status();
            try {
                boolean isNew = statuses.take(creditor.id(), known.debtor(), known.items(), status, recording);
                if (!isNew) {
                    taken.statuses().repeat();
                }
                listener.status(new ImportedStatus(known.read().file(), status, known.debtor(), isNew));
            } catch (CaseworkException e) {
                taken.rejected(known.read(), "debtor", e.sentence());
            }
        }
    }

    private static String entry(Hold hold, ItemKey item) {
        ObjectNode json = JSON.createObjectNode();
        json.put("v", 1);
        json.put("on", hold.from().toString());
        json.put("id", hold.id());
        json.put("item", item.toString());
        json.put("reason", hold.reason());
        return json.toString();
    }

    private static String entry(InputFile file, ImportSummary summary) {
        ObjectNode json = JSON.createObjectNode();
        json.put("v", 1);
        json.put("file", file.path().getFileName().toString());
        json.put("sha256", file.sha256());
        json.put("format", file.importer().format());
        json.put("invoices", summary.invoices());
        json.put("creditNotes", summary.creditNotes());
        json.put("payments", summary.payments());
        json.put("debtors", summary.debtors());
        json.put("evidence", summary.evidence());
        json.put("reminders", summary.reminders());
        json.put("unchanged", summary.unchanged());
        json.put("rejected", summary.rejected());
        return json.toString();
    }

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC, policyOption = GREEDY)
    public void addImporter(Importer importer, Map<String, ?> properties) {
        importers.add(importer, properties);
    }

    public void removeImporter(Importer importer) {
        importers.remove(importer);
    }

    /** At least one, so that nothing is imported before what came in on the bank can be matched. */
    @Reference(cardinality = AT_LEAST_ONE, policy = DYNAMIC, policyOption = GREEDY)
    public void addMatching(MatchingService service, Map<String, ?> properties) {
        matching.add(service, properties);
    }

    public void removeMatching(MatchingService service) {
        matching.remove(service);
    }
}
