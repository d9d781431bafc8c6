package org.quittance.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.bank.EntryState;
import org.quittance.api.importer.AccountStatement;
import org.quittance.api.ledger.CaseLedger;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.model.CreditorReference;
import org.quittance.api.model.DebtorId;
import org.quittance.api.store.ChangeCursor;
import org.quittance.api.store.InvoiceStore;
import org.quittance.api.store.ItemChange;
import org.quittance.api.store.StoreId;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.matching.MatchingService;
import org.quittance.service.matching.MatchingService.Choice;
import org.quittance.service.matching.MatchingService.MatchSummary;
import org.quittance.service.matching.MatchingService.Matched;
import org.quittance.service.matching.MatchingService.Share;

class MatchingServiceTest {

    private final Firm firm;
    private final MatchingService matching;

    MatchingServiceTest(@TempDir Path folder) throws Exception {
        firm = new Firm(folder);
        matching = firm.matching();
    }

    @BeforeEach
    void ledger() throws Exception {
        firm.debtor("anne", "Boulangerie Modèle SARL");
        firm.debtor("bruno", "Garage Exemple SAS");
        firm.invoice("F-2026-00101", "anne", 10_000);
        firm.invoice("F-2026-00102", "anne", 25_050);
        firm.invoice("F-2026-00103", "bruno", 7_777);
    }

    @AfterEach
    void close() throws Exception {
        firm.close();
    }

    private MatchSummary match() throws Exception {
        return matching.match(Firm.ID, Firm.CLERK);
    }

    private Matched entry(long number) throws Exception {
        return matching.list(Firm.ID, EnumSet.allOf(EntryState.class), 100, Firm.CLERK).stream()
                .filter(one -> one.entry().number() == number)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsSureIsBookedAndLeavesTheLedgerAsAnyPaymentDoes() throws Exception {
        firm.take(
                Firm.entry("a", 10_000).text("Facture F 2026 101").build(),
                Firm.entry("b", 7_777)
                        .structuredReference(
                                Optional.of(CreditorReference.of("F-2026-00103").value()))
                        .build());
        assertEquals(2, match().booked());
        assertEquals(List.of("F-2026-00102 250.50 EUR"), firm.open());
        assertTrue(firm.store.changesSince(Firm.ID, ChangeCursor.BEGINNING, 100).changes().stream()
                .anyMatch(change -> change.kind() == ItemChange.Kind.SETTLED));
        assertEquals(List.of("match.booked", "match.booked"), firm.journalled());
        assertEquals("NUMBER", entry(1).booked().orElseThrow().reason());
    }

    @Test
    void matchingTwiceChangesNothing() throws Exception {
        firm.take(
                Firm.entry("a", 10_000).text("F-2026-00101").build(),
                Firm.entry("b", 4_242)
                        .counterparty(Optional.of("Garage Exemple"))
                        .build(),
                Firm.entry("c", 99).text("divers").build());
        match();
        List<String> open = firm.open();
        List<String> journalled = firm.journalled();
        List<String> entries = shown();
        MatchSummary again = match();
        assertEquals(0, again.booked());
        assertEquals(open, firm.open());
        assertEquals(journalled, firm.journalled());
        assertEquals(entries, shown());
        assertEquals(EntryState.UNKNOWN, entry(3).entry().state());
    }

    private List<String> shown() throws Exception {
        return matching.list(Firm.ID, EnumSet.allOf(EntryState.class), 100, Firm.CLERK).stream()
                .map(one -> one.entry().number() + " " + one.entry().state() + one.booked() + one.proposals())
                .toList();
    }

    @Test
    void whatIsAmbiguousWaitsUntilAPersonSays() throws Exception {
        firm.invoice("F-2026-00104", "bruno", 7_777);
        firm.take(Firm.entry("a", 7_777)
                .counterparty(Optional.of("GARAGE EXEMPLE"))
                .build());
        assertEquals(1, match().waiting());
        Matched waiting = entry(1);
        assertEquals(2, waiting.proposals().size());
        assertTrue(matching.text(waiting.proposals().get(0), Locale.FRENCH).contains("bruno"));
        matching.confirm(Firm.ID, 1, Choice.ofProposal(1), Firm.CLERK);
        assertEquals(3, firm.open().size());
        assertEquals(EntryState.BOOKED, entry(1).entry().state());
    }

    @Test
    void anUndoneMatchIsAsIfItHadNeverBeenAndIsNotBookedAgainUnasked() throws Exception {
        List<String> before = firm.open();
        firm.take(Firm.entry("a", 10_000).text("F-2026-00101").build());
        match();
        matching.undo(Firm.ID, 1, "pays something else", Firm.CLERK);
        assertEquals(before, firm.open());
        assertEquals(0, match().booked());
        assertEquals(before, firm.open());
        assertEquals(
                List.of("match.booked", "match.undone"),
                firm.journalled().stream().sorted().toList());
        matching.confirm(
                Firm.ID,
                1,
                new Choice(
                        0,
                        List.of(new Share("F-2026-00102", Optional.of(Firm.euros(4_000)))),
                        Optional.of(DebtorId.of("anne"))),
                Firm.CLERK);
        assertEquals(
                List.of(
                        "F-2026-00101 100.00 EUR",
                        "F-2026-00102 210.50 EUR",
                        "F-2026-00103 77.77 EUR",
                        "credit -60.00 EUR"),
                firm.open());
    }

    @Test
    void aPersonCannotBookMoreThanThereIs() throws Exception {
        firm.take(Firm.entry("a", 5_000).build());
        match();
        List<String> before = firm.open();
        assertThrows(
                CaseworkException.class,
                () -> matching.confirm(
                        Firm.ID,
                        1,
                        new Choice(
                                0,
                                List.of(new Share("F-2026-00101", Optional.of(Firm.euros(5_001)))),
                                Optional.empty()),
                        Firm.CLERK));
        assertEquals(before, firm.open());
    }

    @Test
    void moneyOfAKnownDebtorThatFitsNothingIsCredit() throws Exception {
        firm.take(Firm.entry("a", 10_000)
                .counterparty(Optional.of("BOULANGERIE MODELE"))
                .counterpartyIban(Optional.of("DE89370400440532013000"))
                .text("F-2026-00101")
                .build());
        match();
        firm.take(Firm.entry("b", 4_321)
                .counterparty(Optional.of("BOULANGERIE MODELE"))
                .counterpartyIban(Optional.of("DE89370400440532013000"))
                .build());
        assertEquals(1, match().onAccount());
        assertTrue(firm.open().contains("credit -43.21 EUR"), firm.open()::toString);
        matching.confirm(
                Firm.ID,
                2,
                new Choice(0, List.of(new Share("F-2026-00102", Optional.empty())), Optional.empty()),
                Firm.CLERK);
        assertEquals(List.of("F-2026-00102 207.29 EUR", "F-2026-00103 77.77 EUR"), firm.open());
    }

    @Test
    void aReturnedDirectDebitReopensTheInvoiceAndUndoingTheReturnSettlesItAgain() throws Exception {
        firm.take(Firm.entry("a", 10_000)
                .endToEndId(Optional.of("E2E-1"))
                .text("F-2026-00101")
                .build());
        match();
        firm.take(Firm.entry("r", -10_000)
                .endToEndId(Optional.of("E2E-1"))
                .returnReason(Optional.of("AM04"))
                .build());
        assertEquals(1, match().returned());
        assertTrue(firm.open().contains("F-2026-00101 100.00 EUR"));
        assertEquals(EntryState.RETURNED, entry(1).entry().state());
        assertEquals(EntryState.RETURN, entry(2).entry().state());
        assertTrue(firm.journalled().contains("match.returned"));
        matching.undo(Firm.ID, 2, "of another firm", Firm.CLERK);
        assertEquals(2, firm.open().size());
    }

    @Test
    void aPaymentAndItsReturnInOneFileAreBothTakenIn() throws Exception {
        List<String> before = firm.open();
        firm.take(
                Firm.entry("a", 10_000)
                        .endToEndId(Optional.of("E2E-1"))
                        .text("F-2026-00101")
                        .build(),
                Firm.entry("r", -10_000)
                        .endToEndId(Optional.of("E2E-1"))
                        .reversal(true)
                        .build());
        match();
        assertEquals(EntryState.RETURN, entry(2).entry().state());
        assertEquals(before, firm.open());
    }

    @Test
    void moneyOutIsNoPayment() throws Exception {
        firm.take(Firm.entry("a", -10_000).text("F-2026-00101").build());
        match();
        assertEquals(EntryState.NO_PAYMENT, entry(1).entry().state());
        assertEquals(3, firm.open().size());
    }

    /** The journal fails after the booking: the next matching tells it, and books nothing twice. */
    @Test
    void aCrashBetweenBookingAndJournalIsMended() throws Exception {
        firm.take(Firm.entry("a", 10_000).text("F-2026-00101").build());
        CaseLedger failing = (CaseLedger) Proxy.newProxyInstance(
                CaseLedger.class.getClassLoader(), new Class<?>[] {CaseLedger.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("write")) {
                        throw LedgerException.passing("the process was killed", new IllegalStateException());
                    }
                    try {
                        return method.invoke(firm.cases, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        assertThrows(
                CaseworkException.class,
                () -> firm.matching(firm.store, failing).match(Firm.ID, Firm.CLERK));
        assertEquals(2, firm.open().size());
        assertEquals(List.of(), firm.journalled());
        assertEquals(0, match().booked());
        assertEquals(2, firm.open().size());
        assertEquals(List.of("match.booked"), firm.journalled());
    }

    @Test
    void overAVendorsLedgerItOnlyProposes() throws Exception {
        InvoiceStore vendor = (InvoiceStore) Proxy.newProxyInstance(
                InvoiceStore.class.getClassLoader(),
                new Class<?>[] {InvoiceStore.class},
                (proxy, method, arguments) ->
                        method.getName().equals("id") ? new StoreId("vendor") : method.invoke(firm.store, arguments));
        firm.take(Firm.entry("a", 10_000).text("F-2026-00101").build());
        MatchingService over = firm.matching(vendor, firm.cases);
        MatchSummary summary = over.match(Firm.ID, Firm.CLERK);
        assertTrue(summary.proposesOnly());
        assertEquals(0, summary.booked());
        assertEquals(3, firm.open().size());
        assertEquals("NUMBER", entry(1).proposals().get(0).reason());
        assertThrows(CaseworkException.class, () -> over.confirm(Firm.ID, 1, Choice.ofProposal(1), Firm.CLERK));
    }

    @Test
    void anIgnoredEntryStaysIgnoredUntilItIsTakenBack() throws Exception {
        firm.take(Firm.entry("a", 10_000).text("F-2026-00101").build());
        matching.ignore(Firm.ID, 1, "a loan", Firm.CLERK);
        assertEquals(0, match().booked());
        matching.undo(Firm.ID, 1, "", Firm.CLERK);
        assertEquals(1, match().booked());
    }

    @Test
    void anAccountThatWasNeverReadLeavesTheWholeUnknown() throws Exception {
        assertEquals(Optional.empty(), matching.freshness(Firm.ID).knownUntil());
        firm.in(session -> session.bank()
                .statement(new AccountStatement(
                        "30006 00001 12345678901",
                        "1",
                        Optional.of(LocalDate.of(2026, 11, 19)),
                        Optional.empty(),
                        Optional.empty())));
        assertEquals(
                Optional.of(LocalDate.of(2026, 11, 19)),
                matching.freshness(Firm.ID).knownUntil());
        assertEquals(1, matching.freshness(Firm.ID).accounts().size());
        assertEquals(
                Set.of(true),
                Set.of(matching.freshness(Firm.ID).accounts().get(0).configured()));
    }
}
