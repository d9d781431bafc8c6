package org.quittance.tone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.quittance.service.tone.Tone;
import org.quittance.service.tone.ToneContext;
import org.quittance.service.tone.ToneContext.Reader;
import org.quittance.service.tone.ToneFinding;

class ToneLintTest {

    private static final DataToneLint LINT = new DataToneLint();

    @Test
    void aFindingNamesItsLineItsWordsAndTheBetterOnes() {
        List<ToneFinding> findings = LINT.check(
                "Madame, Monsieur,\n\nvotre Dette est ancienne.", ToneContext.typed(Locale.FRENCH, Tone.FIRM));
        assertEquals(1, findings.size(), findings::toString);
        assertEquals(3, findings.get(0).line());
        assertEquals("Dette", findings.get(0).found());
        assertEquals("montant dû", findings.get(0).instead());
        assertTrue(findings.get(0).blocks());
    }

    @Test
    void aWordIsReportedOnceHoweverManyRulesKnowIt() {
        List<ToneFinding> findings =
                LINT.check("Réglez sous peine de poursuites.", ToneContext.typed(Locale.FRENCH, Tone.FORMAL));
        assertEquals(1, findings.size(), findings::toString);
    }

    @Test
    void aFirstReminderWithoutInvitationIsFound() {
        ToneContext first = new ToneContext(Locale.FRENCH, Tone.COURTEOUS, Reader.DEBTOR, true);
        assertEquals(
                List.of("invitation-missing"),
                LINT.check("Merci de régler 120 €.", first).stream()
                        .map(ToneFinding::code)
                        .toList());
        assertEquals(List.of(), LINT.check("Merci de régler 120 €. Rappelez-nous au 01 00 00 00 00.", first));
    }

    @Test
    void whatABystanderMayReadIsJudgedMoreStrictly() {
        for (String[] sample : new String[][] {
            {"fr", "Votre facture est en retard."},
            {"en", "Your invoice is overdue."},
            {"de", "Ihre Rechnung ist überfällig."}
        }) {
            Locale language = Locale.forLanguageTag(sample[0]);
            ToneContext sms = new ToneContext(language, Tone.FIRM, Reader.BYSTANDER, false);
            assertEquals("sms-discretion", LINT.check(sample[1], sms).get(0).code());
            assertEquals(List.of(), LINT.check(sample[1], ToneContext.typed(language, Tone.FIRM)));
        }
    }

    @Test
    void aSheetForColleaguesMayNameThings() {
        ToneContext staff = new ToneContext(Locale.FRENCH, Tone.COURTEOUS, Reader.STAFF, false);
        assertEquals(List.of(), LINT.check("Abandon de la créance, dette du débiteur", staff));
    }

    @Test
    void aLanguageWithoutRulesIsRefusedAndNotLetThrough() {
        ToneContext italian = ToneContext.typed(Locale.ITALIAN, Tone.FORMAL);
        assertThrows(IllegalArgumentException.class, () -> LINT.check("Il suo debito", italian));
    }

    @Test
    void longTextsAreCheckedInTimeThatGrowsWithThem() {
        String page = "Merci de régler la somme de 120 € pour la facture F-2026-0001, échue le 3 mai. ".repeat(4_000);
        long start = System.nanoTime();
        LINT.check(page, ToneContext.typed(Locale.FRENCH, Tone.COURTEOUS));
        assertTrue(System.nanoTime() - start < 5_000_000_000L, "a third of a megabyte takes more than five seconds");
    }
}
