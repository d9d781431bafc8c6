package org.quittance.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.bank.AccountState;
import org.quittance.api.bank.BankEntry;
import org.quittance.api.bank.EntryMatch;
import org.quittance.api.bank.EntryState;
import org.quittance.api.bank.MatchPart;
import org.quittance.api.bank.Payer;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.importer.AccountStatement;
import org.quittance.api.importer.StatementEntry;
import org.quittance.api.intake.IntakeResult;
import org.quittance.api.intake.IntakeSession;
import org.quittance.api.ledger.PersonalRecords;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorKey;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;
import org.quittance.api.store.ChangeCursor;
import org.quittance.api.store.ItemChange;
import org.quittance.api.store.OpenItemCursor;

class BankBookTest {

    private static final String ACCOUNT = "FR7630006000011234567890189";
    private static final LocalDate DAY = Sample.TODAY.minusDays(2);
    private static final IntakeResult.Kind ADDED = IntakeResult.Kind.ADDED;

    private final SqliteDatabase database;
    private final SqliteInvoiceStore store;
    private final SqliteBankLedger bank;

    BankBookTest(@TempDir Path directory) throws Exception {
        database = new SqliteDatabase(directory);
        store = new SqliteInvoiceStore(database);
        bank = new SqliteBankLedger(database);
    }

    @BeforeEach
    void invoices() throws Exception {
        in(session -> {
            session.debtor(Debtor.named(new DebtorKey(Sample.CREDITOR, Sample.DEBTOR), "Exemple SARL")
                    .build());
            session.invoice(Sample.invoice("F-1", 3_000).build());
            session.invoice(Sample.invoice("F-2", 1_000, 500).build());
        });
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    private interface Work {
        void run(IntakeSession session) throws Exception;
    }

    private void in(Work work) throws Exception {
        try (IntakeSession session =
                new SqliteLedgerIntake(database).open(Sample.CREDITOR, Sample.ACTOR, new SteppedClock().now())) {
            work.run(session);
            session.commit();
        }
    }

    private static StatementEntry entry(String key, long cents) {
        return StatementEntry.of(ACCOUNT, key, DAY, Sample.euros(cents))
                .counterparty(Optional.of("EXEMPLE"))
                .counterpartyIban(Optional.of("DE89370400440532013000"))
                .text("F-1")
                .build();
    }

    private static EntryMatch match(MatchPart... parts) {
        return new EntryMatch(990, "NUMBER", true, List.of(parts));
    }

    private static MatchPart pays(String invoice, long cents) {
        return MatchPart.paying(Sample.DEBTOR, invoice, Sample.euros(cents));
    }

    private List<OpenItem> open() throws Exception {
        List<OpenItem> items = new ArrayList<>();
        try (OpenItemCursor cursor = store.openItems(Sample.CREDITOR, Sample.TODAY)) {
            while (cursor.advance()) {
                items.add(cursor.current());
            }
        }
        return items;
    }

    private String openText() throws Exception {
        return open().toString();
    }

    private BankEntry kept(long number) throws Exception {
        return bank.entry(Sample.CREDITOR, number).orElseThrow();
    }

    @Test
    void anEntryReadAgainChangesNothing() throws Exception {
        in(session -> {
            assertEquals(ADDED, session.bank().entry(entry("k", 100)).kind());
            assertEquals(
                    IntakeResult.Kind.UNCHANGED,
                    session.bank().entry(entry("k", 100)).kind());
        });
        in(session -> assertEquals(
                IntakeResult.Kind.UNCHANGED,
                session.bank().entry(entry("k", 100)).kind()));
        List<BankEntry> all = bank.entries(Sample.CREDITOR, EnumSet.allOf(EntryState.class), 0, 10);
        assertEquals(1, all.size());
        assertEquals("F-1", all.get(0).entry().text());
        assertEquals(Optional.of("EXEMPLE"), all.get(0).entry().counterparty());
    }

    @Test
    void aBookedMatchSettlesAndItsUndoGivesTheSameAsBefore() throws Exception {
        String before = openText();
        in(session -> session.bank().entry(entry("k", 4_000)));
        EntryMatch match = match(pays("F-1", 3_000), pays("F-2", 1_000));
        in(session -> assertEquals(ADDED, session.bank().book(1, match, true).kind()));
        assertEquals(1, open().size());
        assertEquals(Sample.euros(500), open().get(0).open());
        assertEquals(EntryState.BOOKED, kept(1).state());
        assertEquals(Optional.of(Sample.DEBTOR), kept(1).debtor());
        in(session -> assertEquals(
                IntakeResult.Kind.UNCHANGED, session.bank().book(1, match, true).kind()));
        List<Payer> payers = new ArrayList<>();
        bank.payers(Sample.CREDITOR, payers::add);
        assertEquals(
                List.of(new Payer(Sample.DEBTOR, Optional.of("DE89370400440532013000"), Optional.of("EXEMPLE"))),
                payers);
        in(session -> assertEquals(
                IntakeResult.Kind.CHANGED,
                session.bank()
                        .takeBack(1, Optional.empty(), "wrong", EntryState.NEW, Optional.empty())
                        .kind()));
        assertEquals(before, openText());
        assertEquals(EntryState.NEW, kept(1).state());
        List<ItemChange> changes =
                store.changesSince(Sample.CREDITOR, ChangeCursor.BEGINNING, 100).changes();
        assertEquals(ItemChange.Kind.REOPENED, changes.get(changes.size() - 1).kind());
        in(session -> assertEquals(ADDED, session.bank().book(1, match, false).kind()));
        assertEquals(2, bank.lastMatch(Sample.CREDITOR, 1).orElseThrow().round());
        assertEquals(1, open().size());
    }

    @Test
    void noMoreThanTheEntryAndNoMoreThanTheInvoiceIsEverBooked() throws Exception {
        String before = openText();
        in(session -> session.bank().entry(entry("k", 2_000)));
        in(session -> {
            assertEquals(
                    Optional.of("amount"),
                    session.bank().book(1, match(pays("F-1", 2_001)), true).field());
            assertEquals(
                    Optional.of("invoice"),
                    session.bank()
                            .book(1, match(pays("F-2", 500), pays("F-2", 1_001)), true)
                            .field());
            assertEquals(
                    Optional.of("invoice"),
                    session.bank().book(1, match(pays("F-9", 1)), true).field());
        });
        assertEquals(before, openText());
        assertEquals(EntryState.NEW, kept(1).state());
        assertTrue(bank.untold(Sample.CREDITOR, 10).isEmpty());
    }

    @Test
    void creditWaitsUnderItsDebtorAndGivesWayToAMatch() throws Exception {
        in(session -> session.bank().entry(entry("k", 1_000)));
        in(session -> {
            session.bank().book(1, match(MatchPart.credit(Sample.DEBTOR, Sample.euros(1_000))), true);
            session.bank()
                    .decide(1, EntryState.ON_ACCOUNT, Optional.of(Sample.DEBTOR), List.of(match(pays("F-2", 1_000))));
        });
        assertEquals(EntryState.ON_ACCOUNT, kept(1).state());
        assertTrue(open().stream().anyMatch(item -> item.open().minor() == -1_000));
        EntryMatch proposed =
                bank.proposals(Sample.CREDITOR, Set.of(1L)).get(1L).get(0);
        in(session ->
                assertEquals(ADDED, session.bank().book(1, proposed, false).kind()));
        assertTrue(open().stream().noneMatch(item -> item.open().isNegative()));
        assertEquals(2, open().size());
        assertEquals(2, bank.untold(Sample.CREDITOR, 10).size());
    }

    @Test
    void discountAndFeesCloseWhatTheMoneyDoesNot() throws Exception {
        in(session -> session.bank().entry(entry("k", 2_940)));
        in(session -> session.bank()
                .book(
                        1,
                        match(
                                pays("F-1", 2_940),
                                new MatchPart(
                                        MatchPart.Kind.DISCOUNT, Sample.DEBTOR, Optional.of("F-1"), Sample.euros(60))),
                        true));
        assertTrue(open().stream().noneMatch(item -> item.number().equals("F-1")));
    }

    @Test
    void anAccountIsKnownAsFarAsItsStatementsFollowOneAnother() throws Exception {
        in(session -> session.bank().statement(statement(5, 0, 100)));
        assertKnown(5, false);
        in(session -> session.bank().statement(statement(7, 150, 200)));
        assertKnown(5, true);
        in(session -> session.bank().statement(statement(9, 200, 210)));
        assertKnown(5, true);
        in(session -> session.bank().statement(statement(6, 100, 150)));
        assertKnown(9, false);
        in(session -> session.bank().statement(statement(3, 7, 8)));
        assertKnown(9, false);
    }

    @Test
    void anOverlappingStatementFollowsWhenItsEntriesLeadToItsBalance() throws Exception {
        in(session -> session.bank().statement(statement(5, 0, 100)));
        in(session -> {
            session.bank()
                    .entry(StatementEntry.of(ACCOUNT, "x", LocalDate.of(2026, 11, 6), Sample.euros(40))
                            .build());
            session.bank().statement(statement(7, 90, 140));
        });
        assertKnown(7, false);
    }

    @Test
    void aNotificationSaysNothingOfFreshness() throws Exception {
        in(session -> session.bank()
                .statement(new AccountStatement(ACCOUNT, "1", Optional.empty(), Optional.empty(), Optional.empty())));
        assertEquals(Optional.empty(), bank.accounts(Sample.CREDITOR).get(0).knownUntil());
    }

    private void assertKnown(int day, boolean gap) throws Exception {
        AccountState state = bank.accounts(Sample.CREDITOR).get(0);
        assertEquals(Optional.of(LocalDate.of(2026, 11, day)), state.knownUntil());
        assertEquals(gap, state.gap().isPresent());
    }

    private static AccountStatement statement(int day, long opening, long closing) {
        return new AccountStatement(
                ACCOUNT,
                "n" + day,
                Optional.of(LocalDate.of(2026, 11, day)),
                Optional.of(Sample.euros(opening)),
                Optional.of(Sample.euros(closing)));
    }

    @Test
    void erasingADebtorEmptiesWhatTheBankSaysOfThePayer() throws Exception {
        in(session -> session.bank().entry(entry("k", 3_000)));
        in(session -> session.bank().book(1, match(pays("F-1", 3_000)), true));
        SqlitePersonalRecords records = new SqlitePersonalRecords(database, new SteppedClock());
        Set<String> tables = new TreeSet<>();
        records.read(Sample.CREDITOR, Sample.DEBTOR, new PersonalRecords.Reader() {
            @Override
            public void row(String table, Map<String, Object> columns) {
                tables.add(table);
            }

            @Override
            public void document(String of, DocumentFile document) {}

            @Override
            public void document(InvoiceId invoice, DocumentFile document) {}
        });
        assertTrue(tables.containsAll(Set.of("bank_entry", "bank_match", "bank_match_part")), tables::toString);
        records.erase(Sample.CREDITOR, Sample.DEBTOR, Sample.ACTOR, false);
        StatementEntry emptied = kept(1).entry();
        assertEquals(Money.ofMinor(3_000, Sample.EURO), emptied.amount());
        assertTrue(
                emptied.counterparty().isEmpty() && emptied.counterpartyIban().isEmpty());
        assertEquals("", emptied.text());
        records.erase(Sample.CREDITOR, Sample.DEBTOR, Sample.ACTOR, true);
        assertFalse(bank.entry(Sample.CREDITOR, 1).isPresent());
    }
}
