package org.quittance.matching;

import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quittance.api.bank.BankLedger;
import org.quittance.api.importer.InvoiceRecord;
import org.quittance.api.importer.StatementEntry;
import org.quittance.api.intake.IntakeSession;
import org.quittance.api.intake.LedgerIntake;
import org.quittance.api.ledger.CaseJournal;
import org.quittance.api.ledger.CaseLedger;
import org.quittance.api.ledger.SendLedger;
import org.quittance.api.model.Actor;
import org.quittance.api.model.BankAccount;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.DebtorKey;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;
import org.quittance.api.model.PostalAddress;
import org.quittance.api.store.DebtorDirectory;
import org.quittance.api.store.InvoiceStore;
import org.quittance.api.store.OpenItemCursor;
import org.quittance.api.time.BusinessClock;
import org.quittance.service.casework.CreditorDirectory;

/** A firm with the embedded ledger and the matching on top of it. */
final class Firm implements AutoCloseable {

    static final CreditorId ID = CreditorId.of("exemple");
    static final Actor CLERK = Actor.withAllRoles("claire");
    static final String IBAN = "FR7630006000011234567890189";
    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    static final Currency EURO = Currency.getInstance("EUR");

    final LedgerIntake intake;
    final InvoiceStore store;
    final BankLedger bank;
    final CaseLedger cases;
    final CaseJournal journal;
    final SendLedger messages;
    final DebtorDirectory directory;
    final Clock clock = new Clock();
    private final AutoCloseable database;

    Firm(Path folder) throws Exception {
        Class<?> databaseType = Class.forName("org.quittance.store.sqlite.SqliteDatabase");
        Class<?> configuration = Class.forName("org.quittance.store.sqlite.SqliteDatabase$Configuration");
        database = (AutoCloseable) databaseType
                .getConstructor(configuration)
                .newInstance(annotation(configuration, Map.of("directory", folder.toString())));
        intake = make("SqliteLedgerIntake", database);
        store = make("SqliteInvoiceStore", database);
        bank = make("SqliteBankLedger", database);
        cases = make("SqliteCaseLedger", database, clock);
        journal = make("SqliteCaseJournal", database);
        messages = make("SqliteSendLedger", database);
        directory = make("SqliteDebtorDirectory", database);
    }

    @SuppressWarnings("unchecked")
    private static <T> T make(String name, Object... parts) throws Exception {
        Constructor<?> constructor =
                Class.forName("org.quittance.store.sqlite." + name).getConstructors()[0];
        return (T) constructor.newInstance(parts);
    }

    @SuppressWarnings("unchecked")
    private static <T> T annotation(Class<T> type, Map<String, Object> values) {
        return (T) Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> method.getName().equals("annotationType")
                        ? Annotation.class
                        : values.getOrDefault(method.getName(), method.getDefaultValue()));
    }

    BankMatching matching() {
        return matching(store, cases);
    }

    BankMatching matching(InvoiceStore over, CaseLedger telling) {
        return new BankMatching(
                over,
                bank,
                intake,
                telling,
                messages,
                List.of(directory),
                new Creditors(),
                clock,
                List.of(),
                annotation(MatchingLimits.class, Map.of()));
    }

    /** With limits of its own. */
    BankMatching matching(Map<String, Object> limits) {
        Map<String, Object> own = new HashMap<>(limits);
        own.put("creditor", ID.value());
        return new BankMatching(
                store,
                bank,
                intake,
                cases,
                messages,
                List.of(directory),
                new Creditors(),
                clock,
                List.of(new CreditorLimits(annotation(MatchingLimits.class, own))),
                annotation(MatchingLimits.class, Map.of()));
    }

    interface Work {
        void run(IntakeSession session) throws Exception;
    }

    void in(Work work) throws Exception {
        try (IntakeSession session = intake.open(ID, CLERK, clock.now())) {
            work.run(session);
            session.commit();
        }
    }

    void debtor(String id, String name) throws Exception {
        in(session -> session.debtor(
                Debtor.named(new DebtorKey(ID, DebtorId.of(id)), name).build()));
    }

    void invoice(String number, String debtor, long cents) throws Exception {
        in(session -> session.invoice(InvoiceRecord.of(number, DebtorId.of(debtor), TODAY.minusDays(60))
                .instalments(List.of(new InvoiceRecord.Instalment(TODAY.minusDays(30), euros(cents))))
                .build()));
    }

    /** An entry that is built further by the caller. */
    static StatementEntry.Builder entry(String key, long cents) {
        return StatementEntry.of(IBAN, key, TODAY.minusDays(1), euros(cents));
    }

    void take(StatementEntry... entries) throws Exception {
        in(session -> {
            for (StatementEntry entry : entries) {
                session.bank().entry(entry);
            }
        });
    }

    static Money euros(long cents) {
        return Money.ofMinor(cents, EURO);
    }

    /** Number and what is open, credits included. */
    List<String> open() throws Exception {
        List<String> open = new ArrayList<>();
        try (OpenItemCursor items = store.openItems(ID, TODAY)) {
            while (items.advance()) {
                OpenItem item = items.current();
                open.add((item.kind().isCredit() ? "credit" : item.number()) + " " + item.open());
            }
        }
        return open.stream().sorted().toList();
    }

    List<String> journalled() throws Exception {
        return journal.entries(ID, Optional.empty(), 100).stream()
                .map(entry -> entry.kind())
                .toList();
    }

    @Override
    public void close() throws Exception {
        database.close();
    }

    /** Stands still. */
    static final class Clock implements BusinessClock {

        @Override
        public Instant now() {
            return TODAY.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        }

        @Override
        public LocalDate today(ZoneId zone) {
            return TODAY;
        }

        @Override
        public boolean isSimulated() {
            return true;
        }
    }

    /** One creditor, paid on one account. */
    static final class Creditors implements CreditorDirectory {

        private final Creditor firm = Creditor.named(
                        ID, "Exemple SARL", new PostalAddress(List.of("2 rue du Modèle"), "69001", "Lyon", "FR"))
                .accounts(Map.of("EUR", new BankAccount("EXEMPLE SARL", IBAN, Optional.empty())))
                .build();

        @Override
        public Optional<Creditor> creditor(CreditorId id) {
            return id.equals(ID) ? Optional.of(firm) : Optional.empty();
        }

        @Override
        public List<Creditor> creditors() {
            return List.of(firm);
        }
    }
}
