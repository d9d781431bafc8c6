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
import org.quittance.api.intake.IntakeSession;
import org.quittance.api.intake.LedgerIntake;
import org.quittance.api.ledger.CaseLedger;
import org.quittance.api.ledger.JournalDraft;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.model.Actor;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.Role;
import org.quittance.api.store.StoreException;
import org.quittance.api.time.BusinessClock;
import org.quittance.casework.ahead.ReadAhead;
import org.quittance.casework.live.Failures;
import org.quittance.casework.live.Installation;
import org.quittance.casework.live.LiveList;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CaseworkException.Kind;
import org.quittance.service.casework.CreditorDirectory;
import org.quittance.service.casework.ImportService;
import org.quittance.service.matching.MatchingService;

/**
 * Imports files into the embedded ledger. Ledger and case ledger are written one after the other, never in one transaction: a
 * crash in between is mended by importing the files again, which changes nothing in the ledger and completes the case.
 */
@Component
public final class FileImportService implements ImportService {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int REMINDERS_PER_COMMIT = 5_000;

    private final LedgerIntake intake;
    private final CaseLedger ledger;
    private final CreditorDirectory creditors;
    private final BusinessClock clock;
    private final Installation installation;
    private final LiveList<Importer> importers = new LiveList<>();
    private final LiveList<MatchingService> matching = new LiveList<>();

    @Activate
    public FileImportService(
            @Reference LedgerIntake intake,
            @Reference CaseLedger ledger,
            @Reference CreditorDirectory creditors,
            @Reference BusinessClock clock,
            @Reference Installation installation) {
        this.intake = requireNonNull(intake, "intake");
        this.ledger = requireNonNull(ledger, "ledger");
        this.creditors = requireNonNull(creditors, "creditors");
        this.clock = requireNonNull(clock, "clock");
        this.installation = requireNonNull(installation, "installation");
    }

    @Override
    public ImportSummary importFiles(CreditorId creditor, ImportRequest request, Actor actor, ImportListener listener)
            throws CaseworkException {
        Failures.require(actor, "import files", Role.CLERK);
        Creditor firm = creditors
                .creditor(creditor)
                .orElseThrow(() -> new CaseworkException(Kind.USAGE, "there is no creditor " + creditor));
        List<InputFile> files = new ArrayList<>();
        for (Path file : request.files()) {
            files.add(InputFile.of(file, request.format(), importers.all()));
        }
        if (request.mapping().isPresent()
                && !Files.isRegularFile(request.mapping().get())) {
            throw new CaseworkException(Kind.INPUT, request.mapping().get() + ": there is no such mapping file");
        }
        try {
            IntakeSink taken = read(firm, request, files, actor, listener);
            if (!request.dryRun()) {
                complete(creditor, files, taken, actor);
                match(creditor, taken, actor, listener);
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
            Creditor firm, ImportRequest request, List<InputFile> files, Actor actor, ImportListener listener)
            throws StoreException, CaseworkException {
        CreditorId creditor = firm.id();
        try (IntakeSession session = intake.open(creditor, actor, clock.now())) {
            IntakeSink sink = new IntakeSink(session, listener);
            for (InputFile file : files) {
                sink.begin(file.path().toString());
                read(creditor, request, file, sink);
                sink.end();
            }
            sink.statements().conclude(session, firm, listener);
            if (!request.dryRun()) {
                session.commit();
            }
            return sink;
        } catch (IntakeSink.IntakeFailed e) {
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
            throw new CaseworkException(Kind.UNAVAILABLE, "the import was interrupted; nothing of it is kept", e);
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
    private static String described(InputFile file, ImportException e) {
        String message = Failures.message(e);
        String name = file.path().toString();
        String field = e.field().isEmpty() || message.contains(e.field()) ? "" : e.field() + ": ";
        String line = e.line() > 0 ? "line " + e.line() + ": " : "";
        return (message.contains(name) ? "" : name + ": ") + line + field + message;
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
