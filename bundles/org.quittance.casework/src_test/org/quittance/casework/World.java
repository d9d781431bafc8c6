package org.quittance.casework;

import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quittance.api.importer.InvoiceRecord;
import org.quittance.api.importer.PaymentRecord;
import org.quittance.api.intake.IntakeSession;
import org.quittance.api.intake.LedgerIntake;
import org.quittance.api.ledger.AgreementLedger;
import org.quittance.api.ledger.CaseJournal;
import org.quittance.api.ledger.CaseLedger;
import org.quittance.api.ledger.DatabaseCopy;
import org.quittance.api.ledger.MessageQuery;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.ledger.PersonalRecords;
import org.quittance.api.ledger.SendLedger;
import org.quittance.api.model.Actor;
import org.quittance.api.model.BankAccount;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.DebtorKey;
import org.quittance.api.model.DebtorKind;
import org.quittance.api.model.EvidenceGrade;
import org.quittance.api.model.Medium;
import org.quittance.api.model.Money;
import org.quittance.api.model.PostalAddress;
import org.quittance.api.model.SendingEvidence;
import org.quittance.api.store.DebtorDirectory;
import org.quittance.api.store.InvoiceStore;
import org.quittance.api.text.Sentence;
import org.quittance.api.vat.BadDebtRelief;
import org.quittance.casework.agreement.Desk;
import org.quittance.casework.agreement.LifecycleStatuses;
import org.quittance.casework.agreement.RestrictionNews;
import org.quittance.casework.intake.PaymentTerms;
import org.quittance.casework.live.CreditorTurns;
import org.quittance.casework.live.Installation;
import org.quittance.casework.live.Renderers;
import org.quittance.casework.policy.WorkspacePolicyLibrary;
import org.quittance.service.casework.CaseService;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CreditorDirectory;
import org.quittance.service.casework.MessageSummary;
import org.quittance.service.casework.RunAction;
import org.quittance.service.casework.RunListener;
import org.quittance.service.casework.RunRequest;
import org.quittance.service.casework.RunService;
import org.quittance.service.casework.RunSummary;
import org.quittance.service.casework.Selection;
import org.quittance.service.claim.LimitWatch;
import org.quittance.service.decision.Answer;
import org.quittance.service.decision.DunningEngine;
import org.quittance.service.policy.PolicyLibrary;
import org.quittance.service.policy.PolicyReader;
import org.quittance.service.proof.HeadArchive;
import org.quittance.service.proof.JournalProof;
import org.quittance.service.proof.PersonalData;
import org.quittance.service.proof.WriteOffs;
import org.quittance.service.tone.ToneLint;
import org.quittance.tck.channel.RecordingChannel;

/**
 * A small firm for tests: the real engine and the embedded database in a temporary folder, a clock that is set by hand, channels
 * that record. Engine, store and proof are found by name, since their packages are nobody's business at compile time.
 */
final class World implements AutoCloseable {

    static final CreditorId FIRM = CreditorId.of("exemple");
    static final Actor CLERK = Actor.withAllRoles("claire");
    static final Actor APPROVER = Actor.withAllRoles("alain");

    final HandClock clock = new HandClock();
    final Installation installation = new Installation();
    final Renderers renderers = new Renderers();
    final CreditorTurns turns = new CreditorTurns();
    final RecordingChannel letters;
    final RecordingChannel mails;
    final PlainRenderer renderer = new PlainRenderer();
    final DunningEngine engine = make("org.quittance.engine.PureDunningEngine");
    final ToneLint lint = make("org.quittance.tone.DataToneLint");
    final CaseLedger ledger;
    final SendLedger messages;
    final CaseJournal journal;
    final DatabaseCopy copy;
    final PersonalRecords records;
    final LedgerIntake intake;
    final InvoiceStore store;
    final Folder workspace;
    final Firms firms = new Firms();
    final PolicyLibrary library;
    final AgreementLedger agreements;
    final RestrictionNews news;
    final JournalProof proof;
    String headFolder = "";
    RunService runs;
    private final AutoCloseable database;

    World(Path folder) throws Exception {
        this(folder, RecordingChannel.of("letter", Medium.LETTER), RecordingChannel.of("email", Medium.EMAIL));
    }

    /** What the channels carried away does not come back when the process is started again. */
    World(Path folder, RecordingChannel letters, RecordingChannel mails) throws Exception {
        this.letters = letters;
        this.mails = mails;
        Class<?> databaseType = Class.forName("org.quittance.store.sqlite.SqliteDatabase");
        String configuration = "org.quittance.store.sqlite.SqliteDatabase$Configuration";
        database = (AutoCloseable) databaseType
                .getConstructor(Class.forName(configuration))
                .newInstance(annotation(configuration, Map.of("directory", folder.toString())));
        ledger = make("org.quittance.store.sqlite.SqliteCaseLedger", database, clock);
        messages = make("org.quittance.store.sqlite.SqliteSendLedger", database);
        journal = make("org.quittance.store.sqlite.SqliteCaseJournal", database);
        copy = make("org.quittance.store.sqlite.SqliteDatabaseCopy", database, clock);
        records = make("org.quittance.store.sqlite.SqlitePersonalRecords", database, clock);
        intake = make("org.quittance.store.sqlite.SqliteLedgerIntake", database);
        store = make("org.quittance.store.sqlite.SqliteInvoiceStore", database);
        DebtorDirectory directory = make("org.quittance.store.sqlite.SqliteDebtorDirectory", database);
        workspace = new Folder(folder);
        proof = make("org.quittance.proof.journal.SignedJournalProof", journal, ledger, workspace, clock);
        PolicyReader reader = make("org.quittance.engine.policy.JsonPolicyReader");
        library = new WorkspacePolicyLibrary(reader, workspace, firms, installation, renderers);
        installation.addStore(store, Map.of());
        installation.addDirectory(directory, Map.of());
        installation.addChannel(letters, Map.of());
        installation.addChannel(mails, Map.of());
        renderers.addRenderer(renderer, Map.of());
        agreements = make("org.quittance.store.sqlite.SqliteAgreementLedger", database);
        news = new RestrictionNews(ledger, agreements, library);
        runs = runs(ledger);
    }

    AutoCloseable database() {
        return database;
    }

    RunService runs(CaseLedger over) {
        return new CaseworkRunService(
                over,
                messages,
                engine,
                library,
                firms,
                clock,
                workspace,
                installation,
                renderers,
                turns,
                news,
                heads(headFolder),
                annotation(CaseworkRunService.Limits.class, Map.of("messagesPerDispatch", 1_000L)));
    }

    /** With thirty days for businesses where nothing was agreed. */
    LimitWatch limits() {
        return new LedgerLimitWatch(ledger, firms, installation, new OneCountry("FR"));
    }

    PaymentTerms terms() {
        return new PaymentTerms(
                make("org.quittance.store.sqlite.SqlitePreventionLedger", database), new OneCountry("FR"));
    }

    /** What platforms tell of e-invoices. */
    LifecycleStatuses statuses() {
        return new LifecycleStatuses(new Desk(ledger, agreements, library, firms, clock, installation, engine, lint));
    }

    HeadArchive heads(String folderOfHeads) {
        return make(
                "org.quittance.proof.journal.HeadKeeper",
                proof,
                journal,
                firms,
                workspace,
                clock,
                annotation(
                        "org.quittance.proof.journal.HeadKeeper$Destination",
                        Map.of("folder", folderOfHeads, "intervalHours", 24L)));
    }

    CaseService cases() {
        return new CaseworkCaseService(ledger, journal, messages, engine, library, firms, installation);
    }

    PersonalData personalData() {
        return make(
                "org.quittance.proof.privacy.LedgerPersonalData",
                records,
                ledger,
                cases(),
                List.of(store),
                workspace,
                clock,
                turns);
    }

    WriteOffs writeOffs(BadDebtRelief... reliefs) {
        return make(
                "org.quittance.proof.writeoff.JournalledWriteOffs",
                ledger,
                journal,
                messages,
                cases(),
                firms,
                runs,
                store,
                List.of(),
                List.of(reliefs),
                turns);
    }

    /** A firm in Paris that is one of the given name, reachable by both media. */
    void debtor(String id) throws Exception {
        debtor(Debtor.named(new DebtorKey(FIRM, DebtorId.of(id)), "Exemple " + id)
                .kind(DebtorKind.BUSINESS)
                .email(id + "@debiteur.example")
                .address(new PostalAddress(List.of("1 rue de l’Exemple"), "75001", "Paris", "FR"))
                .build());
    }

    void debtor(Debtor debtor) throws Exception {
        take(session -> session.debtor(debtor));
    }

    /** An invoice with declared evidence, due on a day. */
    void invoice(String number, String debtor, LocalDate due, String amount) throws Exception {
        take(session -> session.invoice(InvoiceRecord.of(number, DebtorId.of(debtor), due.minusDays(30))
                .instalments(List.of(new InvoiceRecord.Instalment(due, Money.parse(amount, "EUR"))))
                .evidence(new SendingEvidence(EvidenceGrade.DECLARED, due.minusDays(30), "claire"))
                .build()));
    }

    /** An invoice of which nobody says that it was sent. */
    void unsentInvoice(String number, String debtor, LocalDate due, String amount) throws Exception {
        take(session -> session.invoice(InvoiceRecord.of(number, DebtorId.of(debtor), due.minusDays(30))
                .instalments(List.of(new InvoiceRecord.Instalment(due, Money.parse(amount, "EUR"))))
                .build()));
    }

    void payment(String key, String invoice, String amount, LocalDate on) throws Exception {
        take(session -> session.payment(
                new PaymentRecord(key, Optional.empty(), Optional.of(invoice), Money.parse(amount, "EUR"), on, on)));
    }

    /** Payments are complete for a long time to come, so that no test waits for the bank. */
    void bankDataComplete() throws Exception {
        bankDataUntil(LocalDate.of(2099, 12, 31));
    }

    void bankDataUntil(LocalDate day) throws Exception {
        take(session -> {
            session.paymentsKnownUntil(day);
            return session;
        });
    }

    @FunctionalInterface
    interface Intake {
        Object run(IntakeSession session) throws Exception;
    }

    void take(Intake work) throws Exception {
        try (IntakeSession session = intake.open(FIRM, CLERK, clock.now())) {
            work.run(session);
            session.commit();
        }
    }

    Heard prepare(LocalDate day) throws CaseworkException {
        clock.day = day;
        Heard heard = new Heard();
        heard.summary = runs.prepare(FIRM, new RunRequest(day, false, Optional.empty()), CLERK, heard);
        return heard;
    }

    Heard dryRun(LocalDate day) throws CaseworkException {
        Heard heard = new Heard();
        heard.summary = runs.prepare(FIRM, new RunRequest(day, true, Optional.empty()), CLERK, heard);
        return heard;
    }

    MessageSummary approve() throws CaseworkException {
        return runs.approve(FIRM, Selection.everything(), APPROVER, new Heard());
    }

    Heard dispatch() throws CaseworkException {
        Heard heard = new Heard();
        heard.messages = runs.dispatch(FIRM, Selection.everything(), clock.day, CLERK, heard);
        return heard;
    }

    /** Prepares, approves and dispatches. */
    void whole(LocalDate day) throws CaseworkException {
        prepare(day);
        approve();
        dispatch();
    }

    List<MessageRecord> all(MessageState... states) throws Exception {
        return messages.messages(FIRM, MessageQuery.inStates(java.util.Set.of(states), 1_000));
    }

    @Override
    public void close() throws Exception {
        database.close();
    }

    @SuppressWarnings("unchecked")
    static <T> T make(String type, Object... arguments) {
        try {
            for (Constructor<?> constructor : Class.forName(type).getConstructors()) {
                if (constructor.getParameterCount() == arguments.length) {
                    return (T) constructor.newInstance(arguments);
                }
            }
            throw new IllegalStateException("no constructor of " + type + " fits");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static Object annotation(String type, Map<String, ?> values) {
        try {
            return annotation(Class.forName(type), values);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    static <T> T annotation(Class<T> type, Map<String, ?> values) {
        return (T) Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> values.get(method.getName()));
    }

    /** What a listener heard. */
    static final class Heard implements RunListener {

        final List<RunAction> actions = new ArrayList<>();
        final List<Answer> silent = new ArrayList<>();
        final List<String> failed = new ArrayList<>();
        RunSummary summary = new RunSummary(Optional.empty(), LocalDate.EPOCH, 0, 0, 0, 0, 0, 0, Map.of());
        MessageSummary messages = new MessageSummary(Map.of(), 0);

        @Override
        public void action(RunAction action) {
            actions.add(action);
        }

        @Override
        public void silent(DebtorId debtor, Answer answer) {
            silent.add(answer);
        }

        @Override
        public void failed(DebtorId debtor, String reason) {
            failed.add(debtor + ": " + reason);
        }

        /** The decisions without what a dry run cannot have. */
        List<String> decisions() {
            List<String> decisions = new ArrayList<>();
            actions.forEach(action -> decisions.add(action.debtor() + " " + action.step() + " " + action.channel() + " "
                    + action.invoices() + " " + action.total()));
            silent.forEach(answer -> decisions.add(answer.toString()));
            decisions.addAll(failed);
            return decisions;
        }
    }

    /** One creditor. */
    static final class Firms implements CreditorDirectory {

        Creditor firm = Creditor.named(
                        FIRM, "Exemple SARL", new PostalAddress(List.of("2 rue du Modèle"), "69001", "Lyon", "FR"))
                .accounts(Map.of(
                        "EUR", new BankAccount("EXEMPLE SARL", "FR7630006000011234567890189", Optional.of("AGRIFRPP"))))
                .build();

        @Override
        public Optional<Creditor> creditor(CreditorId id) {
            return creditors().stream().filter(known -> known.id().equals(id)).findFirst();
        }

        Map<String, String> problems = Map.of();

        @Override
        public List<Creditor> creditors() {
            return problems.isEmpty() ? List.of(firm) : List.of();
        }

        @Override
        public SortedMap<String, Sentence> broken() {
            SortedMap<String, Sentence> broken = new TreeMap<>();
            problems.forEach((id, problem) -> broken.put(id, Sentence.plain(problem)));
            return broken;
        }
    }
}
