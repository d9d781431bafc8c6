package org.quittance.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.ledger.CaseAgreements;
import org.quittance.api.ledger.CaseHistory;
import org.quittance.api.ledger.CaseMark;
import org.quittance.api.ledger.ClaimStatement;
import org.quittance.api.ledger.CommitmentTerms;
import org.quittance.api.ledger.Contact;
import org.quittance.api.ledger.Dispute;
import org.quittance.api.ledger.Goodwill;
import org.quittance.api.ledger.ImputedInterest;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.Restriction;
import org.quittance.api.ledger.Ruling;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.ItemKey;

class AgreementLedgerTest {

    private static final LocalDate DAY = Sample.TODAY;

    private final SqliteDatabase database;
    private final SqliteCaseLedger ledger;
    private final SqliteAgreementLedger agreements;

    AgreementLedgerTest(@TempDir Path directory) throws Exception {
        database = new SqliteDatabase(directory);
        ledger = new SqliteCaseLedger(database, new SteppedClock());
        agreements = new SqliteAgreementLedger(database);
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    private CaseAgreements read() throws Exception {
        return agreements.agreements(Sample.CREDITOR, Sample.DEBTOR);
    }

    private CaseHistory history() throws Exception {
        return ledger.histories(Sample.CREDITOR, List.of(Sample.DEBTOR)).get(Sample.DEBTOR);
    }

    private static Contact contact(String id, boolean answers) {
        return new Contact(
                id,
                Contact.Kind.CALL,
                DAY,
                Optional.of(Sample.item("F-1")),
                Optional.of("already-paid"),
                true,
                answers,
                "Mme Modèle",
                "virement d’hier");
    }

    private static Goodwill goodwill(Goodwill.State state) {
        return new Goodwill(
                "goodwill-1",
                Goodwill.Kind.DISCOUNT,
                state,
                Optional.of(Sample.item("F-1")),
                Optional.of(Sample.euros(1_500)),
                "geste",
                "claire",
                DAY,
                Optional.of("alain"),
                Optional.of(DAY.plusDays(1)));
    }

    @Test
    void everyRecordComesBackAsItWasWritten() throws Exception {
        CommitmentTerms terms = new CommitmentTerms(
                "plan-1",
                Sample.euros(10_000),
                Sample.euros(123),
                Sample.euros(0),
                Sample.euros(2_000),
                Optional.of(new BigDecimal("4.50")),
                "claire",
                DAY,
                Optional.of("alain"),
                Optional.of(DAY),
                "",
                "M. Modèle",
                "au téléphone");
        Ruling ruling = new Ruling(
                "grace-1",
                Ruling.Kind.GRACE,
                Sample.item("F-1"),
                DAY,
                Optional.of(DAY.plusDays(9)),
                Optional.of(new BigDecimal("2.5")),
                "TC",
                false);
        ImputedInterest imputed = new ImputedInterest("plan-1", Sample.item("F-1"), Sample.euros(310), DAY);
        CaseMark mark = new CaseMark(
                CaseMark.Kind.INSOLVENT,
                DAY,
                Optional.of(DAY.plusMonths(2)),
                "jugement",
                Optional.empty(),
                Optional.of(DAY.minusDays(4)));
        Restriction restriction = new Restriction(
                "credit-hold-1",
                Restriction.Kind.CREDIT_HOLD,
                DAY,
                "retard",
                Set.of(Sample.item("F-1"), Sample.item("F-2")),
                Optional.empty(),
                false);
        Dispute dispute = new Dispute(
                        "dispute-1",
                        Sample.item("F-1"),
                        Optional.empty(),
                        "faulty",
                        DAY,
                        Optional.of(DAY.plusDays(9)),
                        Optional.empty(),
                        "paul",
                        Optional.empty())
                .closed(DAY.plusDays(3), Dispute.Outcome.REJECTED);
        Sample.write(ledger, batch -> {
            batch.record(Sample.DEBTOR, contact("contact-1", true));
            batch.record(Sample.DEBTOR, goodwill(Goodwill.State.GRANTED));
            batch.record(Sample.DEBTOR, terms);
            batch.record(Sample.DEBTOR, mark);
            batch.record(Sample.DEBTOR, ruling);
            batch.record(Sample.DEBTOR, imputed);
            batch.record(Sample.DEBTOR, restriction);
            batch.put(Sample.DEBTOR, dispute);
        });
        CaseAgreements read = read();
        assertEquals(List.of(contact("contact-1", true)), read.contacts());
        assertEquals(List.of(goodwill(Goodwill.State.GRANTED)), read.goodwill());
        assertEquals(List.of(terms), read.terms());
        assertEquals(List.of(mark), read.marks());
        assertEquals(List.of(ruling), read.rulings());
        CaseHistory history =
                ledger.histories(Sample.CREDITOR, List.of(Sample.DEBTOR)).get(Sample.DEBTOR);
        assertEquals(List.of(ruling), history.rulings());
        assertEquals(List.of(imputed), history.imputed());
        assertEquals(List.of(restriction), read.restrictions());
        assertEquals(List.of(dispute), read.disputes());
        assertEquals(
                List.of(),
                agreements.agreements(Sample.CREDITOR, DebtorId.of("another")).contacts());
        assertEquals(
                List.of(),
                agreements.agreements(CreditorId.of("another"), Sample.DEBTOR).contacts());
    }

    @Test
    void decisionsSeeOnlyWhatHasEffectNow() throws Exception {
        Sample.write(ledger, batch -> {
            batch.record(Sample.DEBTOR, contact("contact-1", false));
            batch.record(Sample.DEBTOR, goodwill(Goodwill.State.PROPOSED));
            batch.record(
                    Sample.DEBTOR,
                    new CaseMark(CaseMark.Kind.WRITING_ONLY, DAY, Optional.empty(), "", Optional.of(DAY)));
        });
        assertEquals(List.of(), history().contacts());
        assertEquals(List.of(), history().goodwill());
        assertEquals(List.of(), history().marks());
        Sample.write(ledger, batch -> {
            batch.record(Sample.DEBTOR, contact("contact-1", true));
            batch.record(Sample.DEBTOR, goodwill(Goodwill.State.GRANTED));
            batch.record(
                    Sample.DEBTOR,
                    new CaseMark(CaseMark.Kind.WRITING_ONLY, DAY, Optional.empty(), "", Optional.empty()));
        });
        assertEquals(1, history().contacts().size());
        assertEquals(1, history().goodwill().size());
        assertEquals(1, history().marks().size());
        assertEquals(1, read().contacts().size(), "replaced by its identifier");
    }

    @Test
    void everyRecordRaisesTheRevisionButARestrictionNoDecisionDependsOn() throws Exception {
        Sample.write(ledger, batch -> batch.record(Sample.DEBTOR, contact("contact-1", false)));
        assertEquals(1, history().revision());
        Restriction restriction =
                new Restriction("r", Restriction.Kind.CREDIT_HOLD, DAY, "", Set.of(), Optional.empty(), false);
        Sample.write(ledger, batch -> batch.record(Sample.DEBTOR, restriction));
        assertEquals(1, history().revision());
        assertEquals(List.of(Sample.DEBTOR), agreements.restricted(Sample.CREDITOR));
        Sample.write(ledger, batch -> batch.record(Sample.DEBTOR, restriction.lifted(DAY)));
        assertEquals(List.of(Sample.DEBTOR), agreements.restricted(Sample.CREDITOR), "nobody was told");
        Sample.write(
                ledger,
                batch -> batch.record(Sample.DEBTOR, restriction.lifted(DAY).toldNow()));
        assertEquals(List.of(), agreements.restricted(Sample.CREDITOR));
    }

    @Test
    void anItemOfAnotherCreditorIsRefused() {
        ItemKey foreign = ItemKey.of(CreditorId.of("another"), InvoiceId.of("F-1"), 1);
        Contact contact =
                new Contact("c", Contact.Kind.NOTE, DAY, Optional.of(foreign), Optional.empty(), false, false, "", "");
        assertThrows(
                IllegalArgumentException.class,
                () -> Sample.write(ledger, batch -> batch.record(Sample.DEBTOR, contact)));
    }

    @Test
    void aClaimStatementIsKeptByteForByteAndNeverWrittenAgain() throws Exception {
        DocumentFile document = DocumentFile.of("claim-1.pdf", "application/pdf", new byte[] {1, 2, 3});
        ClaimStatement.Line line = new ClaimStatement.Line(
                Sample.item("F-1"), 2, Sample.euros(10_000), Sample.euros(123), Optional.of(DAY), Sample.euros(4_000));
        ClaimStatement issued =
                new ClaimStatement("claim-1", 1, DAY, List.of(line), document.sha256(), Optional.of(document));
        Sample.write(ledger, batch -> batch.record(Sample.DEBTOR, issued));
        ClaimStatement read = read().statements().get(0);
        assertEquals(issued.lines(), read.lines());
        assertEquals(issued.sha256(), read.sha256());
        CaseHistory history =
                ledger.histories(Sample.CREDITOR, List.of(Sample.DEBTOR)).get(Sample.DEBTOR);
        assertEquals(List.of(read), history.statements());
        assertEquals(Optional.of(document), agreements.claimStatement(Sample.CREDITOR, Sample.DEBTOR, 1));
        assertEquals(Optional.empty(), agreements.claimStatement(Sample.CREDITOR, Sample.DEBTOR, 2));
        assertThrows(LedgerException.class, () -> Sample.write(ledger, batch -> batch.record(Sample.DEBTOR, issued)));
    }
}
