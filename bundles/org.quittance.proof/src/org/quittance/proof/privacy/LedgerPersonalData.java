package org.quittance.proof.privacy;

import static java.util.Objects.requireNonNull;
import static org.osgi.service.component.annotations.ReferencePolicyOption.GREEDY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.ledger.CaseLedger;
import org.quittance.api.ledger.JournalDraft;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.PersonalRecords;
import org.quittance.api.ledger.PersonalRecords.Standing;
import org.quittance.api.model.Actor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.Role;
import org.quittance.api.store.InvoiceStore;
import org.quittance.api.store.OpenItemCursor;
import org.quittance.api.store.StoreException;
import org.quittance.api.time.BusinessClock;
import org.quittance.proof.WholeFile;
import org.quittance.service.casework.CaseService;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CaseworkException.Kind;
import org.quittance.service.casework.Failures;
import org.quittance.service.casework.Turns;
import org.quittance.service.proof.PersonalData;
import org.quittance.service.workspace.Workspace;

/** Exports and erases what the embedded ledger and the workspace's folders hold about a debtor. */
@Component
public final class LedgerPersonalData implements PersonalData {

    private final PersonalRecords records;
    private final CaseLedger ledger;
    private final CaseService cases;
    private final List<InvoiceStore> stores;
    private final Workspace workspace;
    private final BusinessClock clock;
    private final Turns turns;
    private final Retention retention = new Retention();

    @Activate
    public LedgerPersonalData(
            @Reference PersonalRecords records,
            @Reference CaseLedger ledger,
            @Reference CaseService cases,
            @Reference(policyOption = GREEDY) List<InvoiceStore> stores,
            @Reference Workspace workspace,
            @Reference BusinessClock clock,
            @Reference Turns turns) {
        this.records = requireNonNull(records, "records");
        this.ledger = requireNonNull(ledger, "ledger");
        this.cases = requireNonNull(cases, "cases");
        this.stores = List.copyOf(stores);
        this.workspace = requireNonNull(workspace, "workspace");
        this.clock = requireNonNull(clock, "clock");
        this.turns = requireNonNull(turns, "turns");
    }

    @Override
    public Exported export(CreditorId creditor, DebtorId debtor, Path file, Actor actor) throws CaseworkException {
        Failures.require(actor, "export what is held about a debtor", Role.CLERK);
        if (Files.exists(file)) {
            throw Failures.refusal(Kind.USAGE, "file.exists", file);
        }
        try {
            standing(creditor, debtor);
            Optional<Debtor> known = cases.debtor(creditor, debtor);
            ledger.write(
                    creditor,
                    actor,
                    batch -> batch.journal(JournalDraft.about(debtor, "personal.exported", "{\"v\":1}")));
            return write(creditor, debtor, known, file);
        } catch (LedgerException e) {
            throw Failures.of(e);
        } catch (IOException e) {
            throw new CaseworkException(Kind.INPUT, Failures.said("file.unwritable", file, e.toString()), e);
        }
    }

    private Exported write(CreditorId creditor, DebtorId debtor, Optional<Debtor> known, Path file)
            throws IOException, LedgerException {
        LedgerException[] failure = new LedgerException[1];
        long[] counts = new long[2];
        WholeFile.write(file, out -> {
            try (DebtorArchive archive = new DebtorArchive(out, creditor, debtor, known, clock.now())) {
                Set<Path> files = new LinkedHashSet<>();
                try {
                    records.read(creditor, debtor, new Collecting(archive, files));
                } catch (LedgerException e) {
                    failure[0] = e;
                }
                for (Path made : files) {
                    archive.file(made);
                }
                counts[0] = archive.rows();
                counts[1] = archive.documents();
            }
        });
        if (failure[0] != null) {
            Files.deleteIfExists(file);
            throw failure[0];
        }
        return new Exported(file, counts[0], counts[1]);
    }

    /** Passes everything on, and remembers which files of the workspace belong to it. */
    private final class Collecting implements PersonalRecords.Reader {

        private final DebtorArchive archive;
        private final Set<Path> files;

        Collecting(DebtorArchive archive, Set<Path> files) {
            this.archive = archive;
            this.files = files;
        }

        @Override
        public void row(String table, java.util.Map<String, Object> columns) throws IOException {
            archive.row(table, columns);
            Object output = columns.getOrDefault("output", "");
            if (table.equals("message")) {
                fileOf(output.toString()).ifPresent(files::add);
            }
        }

        @Override
        public void document(String of, DocumentFile document) throws IOException {
            archive.document(of, document);
        }

        @Override
        public void document(InvoiceId invoice, DocumentFile document) throws IOException {
            archive.document(invoice, document);
        }
    }

    /**
     * A file that a channel made in the workspace's own folder for what leaves it; never one elsewhere. Channels name it by its whole
     * path, and a workspace may have been moved, copied or restored since: then it is the file of that name in the folder of today.
     */
    private Optional<Path> fileOf(String output) {
        if (output.isBlank()) {
            return Optional.empty();
        }
        try {
            Path outbox = workspace.outbox().toAbsolutePath().normalize();
            Path told = outbox.resolve(output).normalize();
            Optional<Path> file = inside(outbox, told);
            for (int name = told.getNameCount() - 2; file.isEmpty() && name >= 0; name--) {
                if (outbox.endsWith(told.getName(name))) {
                    file = inside(outbox, outbox.resolve(told.subpath(name + 1, told.getNameCount())));
                }
            }
            return file;
        } catch (InvalidPathException e) {
            // A channel's own reference, not a file.
            return Optional.empty();
        }
    }

    private static Optional<Path> inside(Path outbox, Path file) {
        return file.startsWith(outbox) && Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }

    @Override
    public Erasure plan(CreditorId creditor, DebtorId debtor, LocalDate today) throws CaseworkException {
        try {
            Standing standing = standing(creditor, debtor);
            List<Obstacle> obstacles = new ArrayList<>();
            count(obstacles, Reason.OPEN_ITEMS, Math.max(standing.openItems(), openItems(creditor, debtor, today)));
            count(obstacles, Reason.LIVE_MESSAGES, standing.liveMessages());
            count(obstacles, Reason.COMMITMENTS, standing.commitments());
            List<Kept> kept = new ArrayList<>();
            standing.lastAct()
                    .map(retention::ofCase)
                    .filter(until -> runs(until, today))
                    .ifPresent(until -> {
                        kept.add(until);
                        obstacles.add(new Obstacle(
                                Reason.CASE_RETENTION, 0, Optional.of(until.until()), Optional.of(until.article())));
                    });
            standing.lastDocument()
                    .map(retention::ofAccounts)
                    .filter(until -> runs(until, today))
                    .ifPresent(kept::add);
            return new Erasure(obstacles, kept, false, 0, 0);
        } catch (LedgerException e) {
            throw Failures.of(e);
        } catch (StoreException e) {
            throw Failures.of(e);
        }
    }

    private static boolean runs(Kept kept, LocalDate today) {
        return !today.isAfter(kept.until());
    }

    private static void count(List<Obstacle> obstacles, Reason reason, long count) {
        if (count > 0) {
            obstacles.add(new Obstacle(reason, count, Optional.empty(), Optional.empty()));
        }
    }

    private Standing standing(CreditorId creditor, DebtorId debtor) throws LedgerException, CaseworkException {
        Standing standing = records.standing(creditor, debtor);
        if (!standing.known()) {
            throw Failures.refusal(Kind.USAGE, "privacy.nothing", debtor, creditor);
        }
        return standing;
    }

    /** Asked of every ledger that is there: a vendor's may know what ours does not. */
    private long openItems(CreditorId creditor, DebtorId debtor, LocalDate today) throws StoreException {
        long open = 0;
        for (InvoiceStore store : stores) {
            try (OpenItemCursor items = store.openItems(creditor, debtor, today)) {
                while (items.advance()) {
                    open++;
                }
            }
        }
        return open;
    }

    @Override
    public Erasure erase(CreditorId creditor, DebtorId debtor, LocalDate today, Actor actor) throws CaseworkException {
        Failures.require(actor, "erase what is held about a debtor", Role.ADMINISTRATOR);
        LocalDate now = clock.today(java.time.ZoneOffset.UTC);
        if (today.isAfter(now.plusDays(1))) {
            throw Failures.refusal(Kind.USAGE, "privacy.early", today);
        }
        try (Turns.Turn turn = turns.take(creditor)) {
            Erasure plan = plan(creditor, debtor, today);
            if (!plan.obstacles().isEmpty()) {
                return plan;
            }
            boolean accountsToo = plan.kept().isEmpty();
            PersonalRecords.Erasure erased = records.erase(creditor, debtor, actor, accountsToo);
            long files = deleteFiles(erased.outputs());
            return new Erasure(
                    List.of(), plan.kept(), true, erased.rows() + erased.payloads(), erased.documents() + files);
        } catch (LedgerException e) {
            throw Failures.of(e);
        }
    }

    private long deleteFiles(List<String> outputs) throws CaseworkException {
        long deleted = 0;
        List<String> left = new ArrayList<>();
        for (String output : outputs) {
            Optional<Path> file = fileOf(output);
            if (file.isPresent()) {
                try {
                    Files.delete(file.get());
                    deleted++;
                } catch (IOException e) {
                    left.add(file.get() + " (" + e + ")");
                }
            }
        }
        if (!left.isEmpty()) {
            throw Failures.refusal(Kind.WORKSPACE, "privacy.files-left", left);
        }
        return deleted;
    }
}
