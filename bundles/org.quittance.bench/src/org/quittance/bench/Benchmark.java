package org.quittance.bench;

import static org.osgi.service.component.annotations.ReferenceCardinality.MULTIPLE;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;
import static org.osgi.service.component.annotations.ReferencePolicyOption.GREEDY;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.document.DocumentRenderer;
import org.quittance.api.importer.Importer;
import org.quittance.api.intake.LedgerIntake;
import org.quittance.api.ledger.CaseLedger;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.SendLedger;
import org.quittance.api.model.Actor;
import org.quittance.api.model.Creditor;
import org.quittance.api.store.InvoiceStore;
import org.quittance.api.store.LedgerFloor;
import org.quittance.api.store.StoreException;
import org.quittance.api.time.BusinessClock;
import org.quittance.bench.PlanningAndClaims.Timing;
import org.quittance.service.bench.BenchService;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CaseworkException.Kind;
import org.quittance.service.casework.CreditorDirectory;
import org.quittance.service.casework.ImportService;
import org.quittance.service.casework.ImportService.ImportListener;
import org.quittance.service.casework.ImportService.ImportRequest;
import org.quittance.service.casework.ImportService.ImportSummary;
import org.quittance.service.casework.RunListener;
import org.quittance.service.casework.RunRequest;
import org.quittance.service.casework.RunService;
import org.quittance.service.matching.MatchingService;
import org.quittance.service.workspace.Workspace;

/** Runs the phases one after the other on the ledger of the open workspace. */
@Component
public final class Benchmark implements BenchService {

    private static final int LETTERS_WARM_UP = 300;
    private static final int LETTERS = 3_000;
    private static final int DOCUMENTS = 2_000;

    private final ImportService imports;
    private final RunService runs;
    private final LedgerFloor floor;
    private final DocumentRenderer renderer;
    private final DocumentRenderer standardFonts;
    private final CreditorDirectory creditors;
    private final BusinessClock clock;
    private final CaseLedger ledger;
    private final InvoiceStore store;
    private final PlanningAndClaims planningAndClaims;
    private final Workspace workspace;
    private final PastMonth pastMonth;
    private final BankPhase bank;
    private final MatchingService matching;
    private final List<Importer> importers = new CopyOnWriteArrayList<>();

    @Activate
    public Benchmark(
            @Reference ImportService imports,
            @Reference RunService runs,
            @Reference CaseLedger ledger,
            @Reference SendLedger messages,
            @Reference LedgerFloor floor,
            @Reference(target = "(!(quittance.fonts=standard14))") DocumentRenderer renderer,
            @Reference(target = "(quittance.fonts=standard14)") DocumentRenderer standardFonts,
            @Reference CreditorDirectory creditors,
            @Reference BusinessClock clock,
            @Reference LedgerIntake intake,
            @Reference InvoiceStore store,
            @Reference PlanningAndClaims planningAndClaims,
            @Reference MatchingService matching,
            @Reference Workspace workspace) {
        this.imports = imports;
        this.runs = runs;
        this.floor = floor;
        this.renderer = renderer;
        this.standardFonts = standardFonts;
        this.creditors = creditors;
        this.clock = clock;
        this.ledger = ledger;
        this.store = store;
        this.planningAndClaims = planningAndClaims;
        this.workspace = workspace;
        this.pastMonth = new PastMonth(runs, ledger, messages);
        this.bank = new BankPhase(intake, store, clock);
        this.matching = matching;
    }

    @Override
    public BenchReport run(int invoices, Path scratch, Actor actor, BenchListener listener) throws CaseworkException {
        Creditor creditor = creditors.creditors().get(0);
        LocalDate today = clock.today(creditor.zone());
        HeapWatch heap = new HeapWatch();
        Phases phases = new Phases(listener);

        MadeLedger made = new MadeLedger(scratch, invoices, today);
        phases.measure("make-files", () -> write(made));
        phases.measure("import", () -> importFiles(creditor, made, actor));
        phases.measure("history", () -> pastMonth.make(creditor.id(), today, actor));
        phases.measure("answers", () -> new Conversations(store, ledger, creditor.id(), today).make(actor));
        phases.quietly(() -> planAndClaim(phases, creditor, today));
        phases.measure("floor", () -> floor.measure(creditor.id(), today).itemsRead());
        phases.measure("dry-run", () -> run(creditor, today, true, actor));
        phases.measure("run", () -> run(creditor, today, false, actor));
        phases.measure("bank-entries", () -> bank.make(creditor.id(), today, actor));
        phases.measure("matching", () -> match(creditor, actor));
        long peakHeapMiB = heap.peakMiB();

        LetterPhase letters = new LetterPhase(creditor, today);
        measureLetters(phases, "letters", letters, renderer);
        measureLetters(phases, "letters-standard14", letters, standardFonts);
        for (String document : List.of("facture.pdf", "facture-cii.xml", "facture-ubl.xml")) {
            measureReading(phases, creditor, scratch, document);
        }
        return new BenchReport(phases.measured, peakHeapMiB);
    }

    /** On one thread, after a warm-up of the same. */
    private void measureReading(Phases phases, Creditor creditor, Path scratch, String document)
            throws CaseworkException {
        Importer importer = importers.stream()
                .filter(one -> one.format().equals("einvoice"))
                .findFirst()
                .orElseThrow(() -> new CaseworkException(Kind.UNAVAILABLE, "no importer reads e-invoices"));
        List<ReadingPhase> made = new ArrayList<>();
        phases.quietly(() -> {
            ReadingPhase reading = new ReadingPhase(creditor.id(), importer, scratch, document, DOCUMENTS);
            made.add(reading);
            return reading.read();
        });
        phases.measure("read-" + document, made.get(0)::read);
        phases.quietly(() -> {
            made.get(0).deleteFiles();
            return 0L;
        });
    }

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC, policyOption = GREEDY)
    public void addImporter(Importer importer) {
        importers.add(importer);
    }

    public void removeImporter(Importer importer) {
        importers.remove(importer);
    }

    private long write(MadeLedger ledger) throws IOException {
        ChargingPolicy.install(workspace);
        ledger.write();
        return ledger.debtorCount();
    }

    private long importFiles(Creditor creditor, MadeLedger ledger, Actor actor) throws CaseworkException {
        importFile(creditor, ledger.debtors(), ledger.debtorMapping(), actor);
        ImportSummary summary = importFile(creditor, ledger.invoices(), ledger.invoiceMapping(), actor);
        return summary.invoices();
    }

    private ImportSummary importFile(Creditor creditor, Path file, Path mapping, Actor actor) throws CaseworkException {
        ImportRequest request = new ImportRequest(List.of(file), Optional.of("csv"), Optional.of(mapping), false);
        ImportSummary summary = imports.importFiles(creditor.id(), request, actor, new ImportListener() {});
        if (summary.rejected() > 0) {
            throw new CaseworkException(
                    Kind.UNAVAILABLE, summary.rejected() + " made records were rejected; this is a bug");
        }
        return summary;
    }

    private long run(Creditor creditor, LocalDate today, boolean dryRun, Actor actor) throws CaseworkException {
        RunRequest request = new RunRequest(today, dryRun, Optional.of(ChargingPolicy.ID));
        return runs.prepare(creditor.id(), request, actor, new RunListener() {}).items();
    }

    /** Two phases in one pass, so that what disturbs one disturbs both. */
    private long planAndClaim(Phases phases, Creditor creditor, LocalDate today)
            throws StoreException, LedgerException {
        Timing timing = planningAndClaims.measure(creditor, today);
        phases.add("planning", timing.planning(), timing.planned());
        phases.add("claims", timing.claiming(), timing.claimed());
        return timing.claimed();
    }

    private long match(Creditor creditor, Actor actor) throws CaseworkException {
        matching.match(creditor.id(), actor);
        return bank.made();
    }

    private static void measureLetters(Phases phases, String name, LetterPhase letters, DocumentRenderer renderer)
            throws CaseworkException {
        phases.quietly(() -> {
            letters.render(renderer, LETTERS_WARM_UP);
            return (long) LETTERS_WARM_UP;
        });
        phases.measure(name, () -> {
            letters.render(renderer, LETTERS);
            return (long) LETTERS;
        });
    }

    /** Takes the time of one phase after the other. */
    private static final class Phases {

        private final BenchListener listener;
        private final List<Phase> measured = new ArrayList<>();

        private Phases(BenchListener listener) {
            this.listener = listener;
        }

        private void measure(String name, Callable<Long> work) throws CaseworkException {
            listener.begun(name);
            long start = System.nanoTime();
            long items = quietly(work);
            add(name, Duration.ofNanos(System.nanoTime() - start), items);
        }

        private void add(String name, Duration taken, long items) {
            Phase phase = new Phase(name, BigDecimal.valueOf(taken.toMillis(), 3), items);
            measured.add(phase);
            listener.ended(phase);
        }

        private long quietly(Callable<Long> work) throws CaseworkException {
            try {
                return work.call();
            } catch (CaseworkException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new CaseworkException(Kind.UNAVAILABLE, "a phase failed: " + e.getMessage(), e);
            }
        }
    }
}
