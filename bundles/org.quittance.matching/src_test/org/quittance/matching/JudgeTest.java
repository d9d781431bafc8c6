package org.quittance.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quittance.api.bank.MatchPart;
import org.quittance.api.importer.StatementEntry;
import org.quittance.api.model.CreditorReference;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;
import org.quittance.matching.index.InvoiceIndex;
import org.quittance.matching.index.PayerIndex;
import org.quittance.matching.judge.Judge;
import org.quittance.matching.judge.Judge.Stage;
import org.quittance.matching.judge.Judgement;
import org.quittance.matching.judge.LetterItems;
import org.quittance.matching.judge.Rules;

class JudgeTest {

    private static final String IBAN = "DE89370400440532013000";

    private final InvoiceIndex index = new InvoiceIndex();
    private final PayerIndex payers = new PayerIndex();

    @BeforeEach
    void ledger() {
        add("anne", "F-2026-00101", 10_000);
        add("anne", "F-2026-00102", 25_050);
        add("bruno", "F-2026-00201", 33_000);
        add("bruno", "F-2026-00202", 10_000);
        index.finish();
        payers.named(index.debtorNumber(DebtorId.of("anne")), "Boulangerie Modèle SARL");
        payers.named(index.debtorNumber(DebtorId.of("bruno")), "Garage Exemple");
        payers.paid(index.debtorNumber(DebtorId.of("bruno")), IBAN, "GARAGE EXEMPLE");
    }

    private void add(String debtor, String number, long cents) {
        LocalDate issued = MadeBank.TODAY.minusDays(60);
        index.add(OpenItem.of(ItemKey.of(MadeBank.FIRM, InvoiceId.of(number), 1), DebtorId.of(debtor))
                .issued(issued)
                .due(issued.plusDays(30))
                .original(Money.ofMinor(cents, MadeBank.EURO))
                .open(Money.ofMinor(cents, MadeBank.EURO))
                .disputed(Money.zero(MadeBank.EURO))
                .token("t")
                .build());
    }

    private Judgement judge(long cents, String text, String name, String iban) {
        LetterItems letters =
                reference -> reference.equals("261121R1M42") ? List.of("F-2026-00101", "F-2026-00102") : List.of();
        StatementEntry entry = StatementEntry.of(
                        MadeBank.ACCOUNT, "k", MadeBank.TODAY, Money.ofMinor(cents, MadeBank.EURO))
                .text(text)
                .counterparty(name.isEmpty() ? Optional.empty() : Optional.of(name))
                .counterpartyIban(iban.isEmpty() ? Optional.empty() : Optional.of(iban))
                .build();
        return new Judge(index, payers, letters, Rules.USUAL).judge(entry, Stage.ALL);
    }

    @ParameterizedTest
    @CsvSource({
        "F-2026-00102, NUMBER",
        "f 2026 102, NUMBER",
        "Facture N° F2026/00102 du 05/11/2026, NUMBER",
        "FACTF2O26OO102, NUMBER",
        "votre facture 2026-102, NUMBER",
        "F-2026-00120, NUMBER_MISSPELT",
        "'', PAYER_AND_AMOUNT"
    })
    void aNumberIsFoundHoweverItIsWritten(String text, String reason) {
        Judgement judgement = judge(25_050, text, "BOULANGERIE MODELE", "");
        assertEquals(reason, judgement.booked().orElseThrow().reason());
        assertEquals(
                Optional.of("F-2026-00102"),
                judgement.booked().orElseThrow().parts().get(0).invoice());
    }

    @Test
    void theReferenceOfALetterPaysWhatItAsksFor() {
        String reference = CreditorReference.of("261121R1M42").forPeople();
        Judgement judgement = judge(35_050, "VIR " + reference, "", "");
        assertEquals("LETTER_REFERENCE", judgement.booked().orElseThrow().reason());
        assertEquals(2, judgement.booked().orElseThrow().parts().size());
    }

    /** The text names Anne's invoice, the account is Bruno's, and he owes just as much. */
    @Test
    void aRivalThatIsAsGoodLeavesItToAPerson() {
        Judgement judgement = judge(10_000, "F-2026-00101", "GARAGE EXEMPLE", IBAN);
        assertTrue(judgement.booked().isEmpty(), judgement::toString);
        assertEquals(2, judgement.proposals().size());
    }

    @Test
    void aThirdPartyThatNamesTheInvoicePaysIt() {
        Judgement judgement = judge(25_050, "F-2026-00102", "HOLDING INCONNUE", "");
        assertEquals("NUMBER", judgement.booked().orElseThrow().reason());
    }

    @Test
    void theAmountAloneIsNeverEnough() {
        assertTrue(judge(25_050, "VIREMENT", "HOLDING INCONNUE", "").booked().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"F-2026-00077", "RF18 5390 0754 7034"})
    void anotherNumberThatMayBeOursMakesTheAmountDoubtful(String text) {
        assertTrue(judge(25_050, text, "BOULANGERIE MODELE", "").booked().isEmpty());
    }

    /** F-2026-00103 may be an invoice that nobody has imported yet, at the same price. */
    @Test
    void aNumberOneDigitAwayIsProposedAndNeverBooked() {
        Judgement judgement = judge(25_050, "F-2026-00103", "BOULANGERIE MODELE", "");
        assertTrue(judgement.booked().isEmpty(), judgement::toString);
        assertEquals("NUMBER_MISSPELT", judgement.proposals().get(0).reason());
    }

    @Test
    void aSmallDifferenceClosesTheInvoiceAndALargerOneStaysOpen() {
        Judgement small = judge(24_990, "F-2026-00102", "BOULANGERIE MODELE", "");
        assertEquals(
                MatchPart.Kind.DIFFERENCE,
                small.booked().orElseThrow().parts().get(1).kind());
        Judgement part = judge(24_000, "F-2026-00102", "BOULANGERIE MODELE", "");
        assertEquals("PART_PAYMENT", part.booked().orElseThrow().reason());
        assertEquals(1, part.booked().orElseThrow().parts().size());
    }

    @Test
    void moneyForAnInvoiceIssuedLaterIsNotTakenByItsAmount() {
        StatementEntry early = StatementEntry.of(
                        MadeBank.ACCOUNT, "k", MadeBank.TODAY.minusDays(90), Money.ofMinor(25_050, MadeBank.EURO))
                .counterparty(Optional.of("BOULANGERIE MODELE"))
                .build();
        assertTrue(new Judge(index, payers, LetterItems.NONE, Rules.USUAL)
                .judge(early, Stage.ALL)
                .booked()
                .isEmpty());
    }

    /** Two per cent within sixty days. */
    private Judgement judgeWithDiscount(long cents, String text, int daysAgo) {
        StatementEntry entry = StatementEntry.of(
                        MadeBank.ACCOUNT, "k", MadeBank.TODAY.minusDays(daysAgo), Money.ofMinor(cents, MadeBank.EURO))
                .text(text)
                .counterparty(Optional.of("BOULANGERIE MODELE"))
                .build();
        return new Judge(index, payers, LetterItems.NONE, new Rules(950, 100, 0, 20, 60)).judge(entry, Stage.ALL);
    }

    @Test
    void theDiscountIsTakenOfEachInvoiceThatIsNamed() {
        Judgement judgement = judgeWithDiscount(34_349, "F-2026-00101 F-2026-00102", 0);
        assertEquals("DISCOUNT", judgement.booked().orElseThrow().reason());
        assertEquals(
                List.of("MONEY 98.00 EUR", "MONEY 245.49 EUR", "DISCOUNT 2.00 EUR", "DISCOUNT 5.01 EUR"),
                judgement.booked().orElseThrow().parts().stream()
                        .map(part -> part.kind() + " " + part.amount())
                        .toList());
    }

    @Test
    void aDiscountTakenTooLateLeavesTheRestOpen() {
        assertEquals(
                "DISCOUNT",
                judgeWithDiscount(9_800, "F-2026-00101", 0)
                        .booked()
                        .orElseThrow()
                        .reason());
        Judgement late = judgeWithDiscount(9_800, "F-2026-00101", -1);
        assertEquals("PART_PAYMENT", late.booked().orElseThrow().reason());
    }

    @Test
    void aFewCentsTooMuchPayTheInvoiceAndStayAsCredit() {
        Judgement little = judge(25_100, "F-2026-00102", "BOULANGERIE MODELE", "");
        assertEquals("OVERPAID", little.booked().orElseThrow().reason());
        assertEquals(
                Optional.empty(), little.booked().orElseThrow().parts().get(1).invoice());
        assertTrue(
                judge(26_000, "F-2026-00102", "BOULANGERIE MODELE", "").booked().isEmpty());
    }

    @Test
    void oneNameOfTwoDebtorsPaysTheOnlyInvoiceOfItsAmount() {
        payers.named(index.debtorNumber(DebtorId.of("bruno")), "Boulangerie Modèle SARL");
        assertEquals(
                "PAYER_AND_AMOUNT",
                judge(25_050, "", "BOULANGERIE MODELE", "")
                        .booked()
                        .orElseThrow()
                        .reason());
        assertTrue(judge(10_000, "", "BOULANGERIE MODELE", "").booked().isEmpty());
    }
}
