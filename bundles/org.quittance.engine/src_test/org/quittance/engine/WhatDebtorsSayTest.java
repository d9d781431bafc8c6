package org.quittance.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.quittance.engine.Case.DUE;
import static org.quittance.engine.Case.euros;
import static org.quittance.engine.Case.key;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quittance.api.ledger.CaseMark;
import org.quittance.api.ledger.Contact;
import org.quittance.api.ledger.Goodwill;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Money;
import org.quittance.service.decision.PlannedMessage;
import org.quittance.service.decision.Reason;

/** Contacts, goodwill and marks stop, change or pass what they are about, and nothing else. */
class WhatDebtorsSayTest {

    private final Case file = new Case().with("A", 0).with("B", 0);

    private static Contact contact(Optional<ItemKey> item, LocalDate on, boolean answers) {
        return new Contact("contact-1", Contact.Kind.NOTE, on, item, Optional.empty(), answers, answers, "", "");
    }

    private static Goodwill goodwill(
            Goodwill.Kind kind, Goodwill.State state, Optional<ItemKey> item, Optional<Money> amount) {
        return new Goodwill(
                "goodwill-1", kind, state, item, amount, "", "claire", DUE, Optional.empty(), Optional.empty());
    }

    private static CaseMark mark(CaseMark.Kind kind) {
        return new CaseMark(kind, DUE, Optional.empty(), "", Optional.empty());
    }

    private void twoReminders() {
        for (String invoice : List.of("A", "B")) {
            file.sent(invoice, "courteous", DUE.plusDays(3)).sent(invoice, "firm", DUE.plusDays(15));
        }
    }

    private Optional<String> next(String invoice) {
        return file.answer(invoice, DUE.plusDays(22)).step();
    }

    @Test
    void anAnswerAboutOneItemLetsOnlyItsCallPass() {
        twoReminders();
        file.contacts.add(contact(Optional.of(key("A")), DUE.plusDays(17), true));
        assertEquals(Optional.of("last"), next("A"));
        assertEquals(Optional.of("call"), next("B"));
    }

    @Test
    void anAnswerAboutEverythingLetsAllCallsPassAndAnInternalNoteNone() {
        twoReminders();
        file.contacts.add(contact(Optional.empty(), DUE.plusDays(17), false));
        assertEquals(Optional.of("call"), next("A"));
        file.contacts.add(contact(Optional.empty(), DUE.plusDays(17), true));
        assertEquals(Optional.of("last"), next("A"));
        assertEquals(Optional.of("last"), next("B"));
    }

    @Test
    void anAnswerBeforeTheStepBeforeDoesNotCount() {
        twoReminders();
        file.contacts.add(contact(Optional.empty(), DUE.plusDays(10), true));
        assertEquals(Optional.of("call"), next("A"));
    }

    @Test
    void aDebtorInWritingOnlyIsNotCalledAndIsToldWhy() {
        twoReminders();
        file.marks.add(mark(CaseMark.Kind.WRITING_ONLY));
        assertEquals(Optional.of("last"), next("A"));
        List<String> because =
                file.explain("A", DUE.plusDays(22), Locale.ENGLISH).because();
        assertTrue(because.stream().anyMatch(line -> line.contains("in writing")), because::toString);
    }

    @Test
    void insolvencyStopsEverythingAndBeingHardToReachStopsNothing() {
        file.marks.add(mark(CaseMark.Kind.UNREACHABLE));
        assertEquals(Reason.ACT, file.reason("A", DUE.plusDays(3)));
        file.marks.add(mark(CaseMark.Kind.INSOLVENT));
        for (int day = 0; day < 200; day++) {
            assertEquals(Reason.ON_HOLD, file.reason("A", DUE.plusDays(day)));
            assertEquals(List.of(), file.plan(DUE.plusDays(day)).messages());
        }
    }

    @Test
    void whatIsGivenUpIsNotClaimedAndWhatIsOnlyProposedIs() {
        Optional<Money> amount = Optional.of(euros("65.00"));
        file.goodwill.add(goodwill(Goodwill.Kind.DISCOUNT, Goodwill.State.PROPOSED, Optional.of(key("A")), amount));
        assertEquals(euros("730.00"), principal(DUE.plusDays(3)));
        file.goodwill.set(0, goodwill(Goodwill.Kind.DISCOUNT, Goodwill.State.GRANTED, Optional.of(key("A")), amount));
        assertEquals(euros("665.00"), principal(DUE.plusDays(3)));
    }

    @Test
    void anItemGivenUpAsAWholeIsSilentAndSaysSo() {
        Optional<Money> more = Optional.of(euros("400.00"));
        file.goodwill.add(goodwill(Goodwill.Kind.CREDIT_DUE, Goodwill.State.GRANTED, Optional.of(key("A")), more));
        assertEquals(Reason.GIVEN_UP, file.reason("A", DUE.plusDays(3)));
        assertEquals(euros("365.00"), principal(DUE.plusDays(3)));
    }

    private Money principal(LocalDate day) {
        return file.plan(day).messages().get(0).principal();
    }

    @Test
    void waivedChargesAreNotClaimedForTheItemsTheyWereWaivedFor() {
        for (String invoice : List.of("A", "B")) {
            file.sent(invoice, "courteous", DUE.plusDays(3))
                    .sent(invoice, "firm", DUE.plusDays(15))
                    .sent(invoice, "call", DUE.plusDays(22));
        }
        LocalDate last = DUE.plusDays(30);
        PlannedMessage full = file.plan(last).messages().get(0);
        assertTrue(full.interest().isPositive() && full.indemnity().isPositive(), full::toString);
        file.goodwill.add(goodwill(
                Goodwill.Kind.WAIVE_INTEREST, Goodwill.State.GRANTED, Optional.of(key("A")), Optional.empty()));
        PlannedMessage oneFree = file.plan(last).messages().get(0);
        assertEquals(full.interest().minor(), oneFree.interest().times(2).minor());
        assertEquals(full.indemnity(), oneFree.indemnity());
        file.goodwill.set(
                0, goodwill(Goodwill.Kind.WAIVE_INDEMNITY, Goodwill.State.GRANTED, Optional.empty(), Optional.empty()));
        PlannedMessage noIndemnity = file.plan(last).messages().get(0);
        assertTrue(noIndemnity.indemnity().isZero());
        assertEquals(full.interest(), noIndemnity.interest());
    }
}
