package org.quittance.importer.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.quittance.api.text.Sentence;

/** How a sentence shows its values in each language. */
class SentenceTest {

    @Test
    void showsDatesAndNumbersAsTheReaderWritesThem() {
        Sentence said = Sentence.of(RowProblem.class, "payments.incomplete", LocalDate.of(2026, 2, 1), 1234);
        assertEquals(
                "payments are not complete until 2026-02-01, because 1234 of this file were rejected;"
                        + " correct them and import the file again",
                said.in(Locale.GERMAN));
        assertEquals(
                "les paiements ne sont pas complets jusqu’au 1er février 2026, car 1234 de ce fichier ont été"
                        + " refusés\u00a0; les corriger et importer de nouveau le fichier",
                said.in(Locale.FRANCE));
    }

    @Test
    void tellsSentencesAndFailuresInsideASentenceInTheSameLanguage() {
        Sentence inner = Sentence.of(RowProblem.class, "suggestion", "amount");
        assertEquals(
                "n’est pas connu ici\u00a0; vouliez-vous dire «\u00a0amount\u00a0»\u00a0?",
                Sentence.of(RowProblem.class, "key.unknown-near", inner).in(Locale.FRENCH));
        RowProblem problem = new RowProblem("due", "field.empty", "due");
        assertEquals("is empty, expected «due»", problem.getMessage());
        assertEquals(
                "a.csv cannot be read: is empty, expected «due»",
                Sentence.of(RowProblem.class, "file.unreadable", "a.csv", problem)
                        .toString());
        assertEquals(
                "est vide\u00a0; l’un de a, b est attendu",
                Sentence.of(RowProblem.class, "records.empty", List.of("a", "b"))
                        .in(Locale.FRENCH));
    }

    @Test
    void aPlainTextIsTheSameInEveryLanguage() {
        assertEquals("it is bad", Sentence.plain("it is bad").in(Locale.FRENCH));
        assertEquals(
                "NullPointerException",
                Sentence.from(new NullPointerException()).toString());
        assertEquals("no.such []", Sentence.of(RowProblem.class, "no.such").toString());
    }
}
