package org.quittance.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.quittance.engine.Case.DUE;
import static org.quittance.engine.Case.euros;
import static org.quittance.engine.Case.invoice;
import static org.quittance.engine.Case.key;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quittance.api.model.Money;
import org.quittance.service.decision.Answer;
import org.quittance.service.decision.Explanation;
import org.quittance.service.decision.Reason;

/** For every open item there is an answer with a code and a sentence. */
class Rule12EveryItemHasAnAnswerTest {

    private static final List<Locale> LANGUAGES = List.of(Locale.FRENCH, Locale.ENGLISH);

    @Test
    void everyItemIsAnsweredOnceInTheLedgersOrder() {
        Case file = new Case()
                .with("C", 0)
                .withCredit("P", DUE, "5.00")
                .with("A", -50)
                .with("B", 90);
        assertEquals(
                List.of("C", "P", "A", "B"),
                file.plan(DUE.plusDays(3)).answers().stream()
                        .map(Answer::number)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReasonHasASentenceInBothLanguagesWithAndWithoutDetails(Reason reason) {
        Case file = new Case();
        Answer bare = Answer.of(key("A"), "F-1", euros("1234.56"), reason);
        Answer full = new Answer(
                key("A"),
                "F-1",
                euros("1234.56"),
                reason,
                Optional.of("courteous"),
                Optional.of(DUE),
                Optional.of(Money.parse("10.00", "EUR")),
                Optional.of("détail"),
                Optional.of(DUE.plusDays(9)));
        for (Locale language : LANGUAGES) {
            for (Answer answer : List.of(bare, full)) {
                String text = file.engine.text(answer, language);
                assertTrue(text.endsWith("."), text);
                assertFalse(text.contains("{") || text.contains("[") || text.contains("  "), text);
                assertTrue(Character.isUpperCase(text.charAt(0)), text);
                assertFalse(text.contains("'"), text);
            }
        }
    }

    @Test
    void anItemThatWasJustRemindedSaysSoInsteadOfCallingItsDueDateEarly() {
        Case file = new Case().with("A", 0).sent("A", "courteous", DUE.plusDays(3));
        Answer answer = file.answer("A", DUE.plusDays(4));
        assertEquals(Reason.NOT_YET, answer.reason());
        String text = file.engine.text(answer, Locale.ENGLISH);
        assertTrue(text.startsWith("Step “courteous reminder” was taken on "), text);
        assertTrue(text.contains("“firm reminder”"), text);
        assertFalse(text.contains("too early"), text);
    }

    @Test
    void sentencesAreWrittenAsTheirLanguageWritesThem() {
        Case file = new Case();
        Answer answer = new Answer(
                key("A"),
                "F-1",
                euros("1234.56"),
                Reason.PROMISE_RUNNING,
                Optional.of("firm"),
                Optional.of(LocalDate.of(2026, 3, 1)),
                Optional.of(euros("1234.56")),
                Optional.empty(),
                Optional.of(LocalDate.of(2026, 3, 5)));
        assertEquals(
                "Le débiteur a promis 1\u202f234,56\u00a0€ pour le 1er mars 2026\u202f; la promesse se vérifie à"
                        + " partir du 5 mars 2026.",
                file.engine.text(answer, Locale.FRENCH));
        assertEquals(
                "The debtor promised €1,234.56 for 1 March 2026; this can be checked from 5 March 2026.",
                file.engine.text(answer, Locale.GERMAN));
    }

    @Test
    void theExplanationTellsTheWayAndEndsWithTheAnswer() {
        Case file = new Case().with("A", 0).sent("A", "courteous", DUE.plusDays(14));
        for (Locale language : LANGUAGES) {
            Explanation explanation = file.explain("A", DUE.plusDays(15), language);
            assertEquals(Reason.STEP_GAP, explanation.answer().reason());
            List<String> because = explanation.because();
            assertEquals(file.engine.text(explanation.answer(), language), because.get(because.size() - 1));
            assertTrue(because.size() >= 6, because.toString());
        }
        assertTrue(file.explain("A", DUE.plusDays(15), Locale.FRENCH)
                .because()
                .contains("Étape «\u00a0relance courtoise\u00a0»\u00a0: envoyée, le 16 mars 2026."));
    }

    @Test
    void theExplanationDecidesWhatThePlanDecides() {
        Case file = new Case()
                .with("A", 0)
                .with("B", 5)
                .withCredit("P", DUE, "5.00")
                .with(invoice("C", DUE, euros("2.00")));
        for (int day = -10; day < 80; day++) {
            LocalDate today = DUE.plusDays(day);
            for (Answer answer : file.plan(today).answers()) {
                assertEquals(
                        answer,
                        file.explain(answer.number(), today, Locale.ENGLISH).answer());
            }
            file.play(today);
        }
    }

    @Test
    void whatIsNotInThePositionCannotBeExplained() {
        assertThrows(
                IllegalArgumentException.class, () -> new Case().with("A", 0).explain("B", DUE, Locale.FRENCH));
    }
}
