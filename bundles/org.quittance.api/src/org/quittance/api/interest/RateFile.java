package org.quittance.api.interest;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quittance.api.interest.FigureFile.Entry;

/**
 * Reference rates as text: {@code index NAME}, then one rate per line, {@code SPAN PERCENT}, where the span is {@code 2026-S2},
 * {@code 2026}, one day, or {@code DAY..DAY} with both ends included. {@code source TEXT} and {@code checked DAY} hold for the
 * lines that follow; {@code | TEXT} at the end of a line is the source of that line alone; {@code unsourced} and
 * {@code validated} are flags.
 */
public final class RateFile {

    private static final String INDEX = "index";

    private RateFile() {}

    /**
     * Reads a file that is shipped beside a class.
     *
     * @throws IllegalStateException where the file is missing or faulty; names the line
     */
    public static List<ReferenceRate> beside(Class<?> owner, String name) {
        return rates(FigureFile.beside(requireNonNull(owner, "owner"), name));
    }

    /**
     * Reads the text form.
     *
     * @param name what errors call it
     * @throws IllegalStateException where it is faulty; names the line
     */
    public static List<ReferenceRate> read(String name, Reader text) throws IOException {
        return rates(FigureFile.read(name, text));
    }

    private static List<ReferenceRate> rates(FigureFile file) {
        List<ReferenceRate> rates = new ArrayList<>();
        Optional<String> index = Optional.empty();
        for (Entry entry : file.entries()) {
            if (entry.key().equals(INDEX)) {
                index = Optional.of(entry.word(0, word -> word));
            } else {
                String known = index.orElseThrow(() -> entry.fault("a rate before the name of its index"));
                rates.add(rate(known, entry));
            }
        }
        return List.copyOf(rates);
    }

    private static ReferenceRate rate(String index, Entry entry) {
        String span = entry.key();
        BigDecimal value = entry.word(0, BigDecimal::new);
        Optional<Period> period = Period.parse(span);
        int dots = span.indexOf("..");
        String first = dots < 0 ? span : span.substring(0, dots);
        String last = dots < 0 ? span : span.substring(dots + 2);
        LocalDate from = period.isPresent() ? period.get().first() : entry.as(first, LocalDate::parse);
        LocalDate until = period.isPresent() ? period.get().last() : entry.as(last, LocalDate::parse);
        return entry.as(span, whole -> new ReferenceRate(index, from, until, entry.figure(value)));
    }
}
