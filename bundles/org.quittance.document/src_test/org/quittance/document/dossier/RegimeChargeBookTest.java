package org.quittance.document.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quittance.api.interest.ChargeKind;
import org.quittance.api.interest.InterestAnswer;
import org.quittance.api.interest.InterestQuestion;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.interest.InterestSegment;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorKind;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;
import org.quittance.document.Samples;

class RegimeChargeBookTest {

    @Test
    void interestIsCountedOnWhatWasOpenAtTheTime() {
        Claim claim = claim(SampleCase.DEBTOR, Optional.empty());
        List<String> segments = claim.lines().stream()
                .map(line -> line.item().number() + " " + line.segment().from() + " "
                        + line.segment().to() + " "
                        + line.segment().principal().toDecimalString())
                .toList();
        assertEquals(
                List.of(
                        "F-2026-101 2026-09-15 2026-10-05 3000.00",
                        "F-2026-101 2026-10-06 2026-11-21 2400.00",
                        "F-2026-117 2026-10-21 2026-11-21 1189.00"),
                segments);
        assertEquals(Samples.euros(240_000 + 118_900 - 15_000), claim.principal());
        assertEquals(Samples.euros(8_000), claim.indemnity());
        assertEquals(claim.principal().plus(claim.interest()).plus(claim.indemnity()), claim.total());
    }

    @Test
    void aConsumerOwesNoInterestBeforeAFormalNotice() {
        Debtor consumer = Samples.debtorNamed("Dominique Modèle")
                .kind(DebtorKind.CONSUMER)
                .build();
        assertTrue(claim(consumer, Optional.empty()).lines().isEmpty());
        Claim after = claim(consumer, Optional.of(LocalDate.of(2026, 11, 16)));
        assertEquals(LocalDate.of(2026, 11, 17), after.lines().get(0).segment().from());
    }

    private static Claim claim(Debtor debtor, Optional<LocalDate> noticeOn) {
        RegimeChargeBook book = new RegimeChargeBook();
        book.addRegime(new OneEuro());
        List<OpenItem> items = new SampleCase()
                .view(SampleCase.CREDITOR.id(), debtor.id(), SampleCase.TODAY, Locale.FRENCH)
                .items();
        ChargeBook.Case whose = new ChargeBook.Case(SampleCase.CREDITOR, debtor, noticeOn, SampleCase.TODAY);
        return Claim.of(items, whose, book).get(0);
    }

    /** One euro per segment, forty per invoice. */
    private static final class OneEuro implements InterestRegime {

        @Override
        public String id() {
            return "test";
        }

        @Override
        public boolean governs(String creditorCountry, DebtorKind debtor) {
            return true;
        }

        @Override
        public Set<ChargeKind> titles() {
            return Set.of(ChargeKind.INTEREST, ChargeKind.INDEMNITY);
        }

        @Override
        public InterestAnswer interest(InterestQuestion question) {
            InterestSegment segment = new InterestSegment(
                    question.from(),
                    question.to(),
                    1,
                    question.principal(),
                    BigDecimal.TEN,
                    "test",
                    Samples.euros(100));
            return new InterestAnswer(List.of(segment), Optional.empty());
        }

        @Override
        public Optional<Money> indemnity(Money principal, LocalDate dueDate) {
            return Optional.of(Samples.euros(4_000));
        }
    }
}
