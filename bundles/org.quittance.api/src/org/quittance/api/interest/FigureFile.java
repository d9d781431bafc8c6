package org.quittance.api.interest;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Legal figures as text, one per line: {@code KEY WORDS… [unsourced] [validated] [| SOURCE]}. {@code #} begins a comment;
 * {@code source} and {@code checked} say for the lines that follow what was read and when. A fault is named with file and
 * line.
 */
final class FigureFile {

    private final String name;
    private final List<Entry> entries = new ArrayList<>();
    private String source = "";
    private String checked = "";

    private FigureFile(String name) {
        this.name = name;
    }

    /** Reads a resource that is shipped beside a class. */
    static FigureFile beside(Class<?> owner, String name) {
        try (InputStream stream = owner.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is missing beside " + owner.getName());
            }
            return read(name, new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name + " beside " + owner.getName() + " cannot be read", e);
        }
    }

    static FigureFile read(String name, Reader text) throws IOException {
        FigureFile file = new FigureFile(requireNonNull(name, "name"));
        BufferedReader lines = new BufferedReader(text);
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                file.take(number, line.strip());
            }
        }
        return file;
    }

    private void take(int number, String line) {
        int gap = line.indexOf(' ');
        String key = gap < 0 ? line : line.substring(0, gap);
        String rest = gap < 0 ? "" : line.substring(gap + 1).strip();
        if (key.equals("source")) {
            source = rest;
        } else if (key.equals("checked")) {
            checked = rest;
        } else {
            int bar = rest.indexOf('|');
            String before = bar < 0 ? rest : rest.substring(0, bar).strip();
            String after = bar < 0 ? source : rest.substring(bar + 1).strip();
            entries.add(new Entry(name + ", line " + number, key, before, after, checked));
        }
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Every entry with a key, in order. */
    List<Entry> all(String key) {
        return entries.stream().filter(entry -> entry.key().equals(key)).toList();
    }

    /** The only entry with a key, which must be there. */
    Entry one(String key) {
        List<Entry> found = all(key);
        if (found.size() != 1) {
            throw new IllegalStateException(name + ": «" + key + "» stands in it " + found.size() + " times, not once");
        }
        return found.get(0);
    }

    /** @param place file and line, for errors */
    record Entry(String place, String key, String text, String source, String checked) {

        private static final List<String> FLAGS = List.of("unsourced", "validated");

        /** The words without the flags. */
        List<String> words() {
            return Arrays.stream(text.split("\\s+"))
                    .filter(word -> !FLAGS.contains(word))
                    .toList();
        }

        /** The word at a position, in the form asked for. */
        <T> T word(int index, Function<String, T> form) {
            List<String> words = words();
            if (index >= words.size()) {
                throw fault("word " + (index + 1) + " after «" + key + "» is missing");
            }
            return as(words.get(index), form);
        }

        /** The word after another word, or a default where that word does not stand in the line. */
        <T> T after(String word, T otherwise, Function<String, T> form) {
            int index = words().indexOf(word);
            return index < 0 ? otherwise : word(index + 1, form);
        }

        Figure figure(BigDecimal value) {
            if (source.isBlank()) {
                throw fault("the figure " + value + " names no source");
            }
            List<String> words = List.of(text.split("\\s+"));
            return new Figure(
                    value,
                    source,
                    as(checked, LocalDate::parse),
                    !words.contains("unsourced"),
                    words.contains("validated"));
        }

        <T> T as(String word, Function<String, T> form) {
            try {
                return form.apply(word);
            } catch (DateTimeParseException | IllegalArgumentException | ArithmeticException e) {
                IllegalStateException fault = fault("«" + word + "» is not understood: " + e.getMessage());
                fault.initCause(e);
                throw fault;
            }
        }

        IllegalStateException fault(String what) {
            return new IllegalStateException(place + ": " + what);
        }
    }
}
