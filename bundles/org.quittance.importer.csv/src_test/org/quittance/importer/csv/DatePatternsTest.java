package org.quittance.importer.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatePatternsTest {

    @ParameterizedTest
    @CsvSource({
        "dd/MM/yyyy, 20/11/2026",
        "d/M/yyyy, 20/11/2026",
        "M/d/yyyy, 11/20/2026",
        "yyyy-MM-dd, 2026-11-20",
        "yyyyMMdd, 20261120",
        "dd.MM.yy, 20.11.26"
    })
    void readsTheDayInEveryForm(String pattern, String text) throws RowProblem {
        assertEquals(LocalDate.of(2026, 11, 20), date(text, pattern));
    }

    @Test
    void agreesWithTheLibraryOnEveryDayOfFiftyYears() throws RowProblem {
        DatePatterns patterns = new DatePatterns(List.of(DatePattern.of("M/d/yyyy")));
        DateTimeFormatter formatter = DateTimeFormatter.ofPattern("M/d/uuuu");
        Slice slice = new Slice();
        for (LocalDate day = LocalDate.of(1990, 1, 1); day.getYear() < 2040; day = day.plusDays(1)) {
            slice.set(day.format(formatter));
            assertEquals(day, patterns.date(slice, "Date"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/02/2026", "29/02/2025", "00/01/2026", "10/13/2026", "31/04/2026", "99/01/2026"})
    void refusesDaysThatDoNotExist(String text) {
        RowProblem problem = assertThrows(RowProblem.class, () -> date(text, "dd/MM/yyyy"));
        assertEquals("Date", problem.field());
        assertTrue(problem.getMessage().contains("«" + text + "» does not exist"), problem.getMessage());
        assertTrue(problem.getMessage().contains("dd/MM/yyyy"), problem.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1/1/2026", "2026-01-01", "01/01/26", "01/01/20260", "01/01/2026 x", "a1/01/2026", ""})
    void refusesOtherForms(String text) {
        RowProblem problem = assertThrows(RowProblem.class, () -> date(text, "dd/MM/yyyy"));
        assertTrue(problem.getMessage().contains("expected form dd/MM/yyyy"), problem.getMessage());
    }

    @Test
    void refusesYearsNoLedgerHas() {
        assertTrue(assertThrows(RowProblem.class, () -> date("01/01/0226", "dd/MM/yyyy"))
                .getMessage()
                .contains("1900"));
    }

    @Test
    void triesSeveralForms() throws RowProblem {
        assertEquals(LocalDate.of(2026, 11, 20), date("2026-11-20", "dd/MM/yyyy", "yyyy-MM-dd"));
        assertEquals(LocalDate.of(2026, 11, 20), date("20/11/2026", "dd/MM/yyyy", "yyyy-MM-dd"));
    }

    @Test
    void knowsFormsThatAreMistakenForEachOther() {
        assertTrue(DatePattern.of("dd/MM/yyyy").isConfusedWith(DatePattern.of("M/d/yyyy")));
        assertTrue(DatePattern.of("yyyyMMdd").isConfusedWith(DatePattern.of("ddMMyyyy")));
        assertFalse(DatePattern.of("dd/MM/yyyy").isConfusedWith(DatePattern.of("d/M/yyyy")));
        assertFalse(DatePattern.of("dd/MM/yyyy").isConfusedWith(DatePattern.of("yyyy-MM-dd")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "dd/MM", "ddd/MM/yyyy", "dd/MM/yyy", "dd/MMM/yyyy", "dMyyyy", "dd/mm/yyyy", "dd/MM/dd"})
    void refusesPatternsItCannotRead(String pattern) {
        assertThrows(IllegalArgumentException.class, () -> DatePattern.of(pattern));
    }

    private static LocalDate date(String text, String... patterns) throws RowProblem {
        Slice slice = new Slice();
        slice.set(text);
        return new DatePatterns(Stream.of(patterns).map(DatePattern::of).toList()).date(slice, "Date");
    }
}
