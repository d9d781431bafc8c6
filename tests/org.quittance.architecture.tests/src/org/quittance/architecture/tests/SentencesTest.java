package org.quittance.architecture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The sentences that refusals are told in: each exists in both languages, with the same values, and is said somewhere. */
class SentencesTest {

    private static final String ENGLISH = "sentences.properties";
    private static final Pattern VALUE = Pattern.compile("\\{([0-9])");
    private static final Pattern SAID = Pattern.compile("Sentence\\.of\\(\\s*\\w+\\.class,\\s*\"([^\"]+)\"");
    /** A failure of casework or of a document that has words of its own, instead of a sentence's. */
    private static final Pattern LITERAL =
            Pattern.compile("new (?:CaseworkException\\(\\s*(?:\\w+\\.)*[A-Z_]+,|DocumentException\\()"
                    + "(?!\\s*[A-Z]\\w+\\.\\w+\\(|\\s*said\\()([^;\"]*\"[^\"]* [^\"]*\")");

    /** Whoever measures reads the code. */
    private static final String BENCHMARK = "org.quittance.bench";

    private static final Pattern TYPE_WORD = Pattern.compile("[A-Z]\\w*\\.[A-Z_]+");

    @Test
    void everySentenceIsInFrenchTooAndShowsNoOtherValues() throws IOException {
        Set<String> amiss = new TreeSet<>();
        List<Path> files = files(ENGLISH);
        assertFalse(files.isEmpty());
        for (Path file : files) {
            Properties english = properties(file);
            Properties french = properties(file.resolveSibling("sentences_fr.properties"));
            for (String code : english.stringPropertyNames()) {
                String told = french.getProperty(code, "");
                if (told.isEmpty() || !values(english.getProperty(code)).containsAll(values(told))) {
                    amiss.add(file + ": " + code);
                }
            }
            french.stringPropertyNames().stream()
                    .filter(code -> !english.containsKey(code)
                            && !TYPE_WORD.matcher(code).matches())
                    .forEach(code -> amiss.add(file + ": only in French: " + code));
        }
        assertEquals(Set.of(), amiss);
    }

    @Test
    void everySentenceIsSaidAndEverythingSaidIsASentence() throws IOException {
        Set<String> amiss = new TreeSet<>();
        String code = sources();
        for (Path file : files(ENGLISH)) {
            Set<String> codes = properties(file).stringPropertyNames();
            codes.stream()
                    .filter(each -> !code.contains('"' + each + '"'))
                    .forEach(each -> amiss.add(file + ": never said: " + each));
        }
        for (Path folder : packages()) {
            Path file = folder.resolve(ENGLISH);
            Set<String> codes = Files.exists(file) ? properties(file).stringPropertyNames() : Set.of();
            Matcher said = SAID.matcher(ownSources(folder));
            while (said.find()) {
                if (!codes.contains(said.group(1))) {
                    amiss.add(folder + ": has no words: " + said.group(1));
                }
            }
        }
        assertEquals(Set.of(), amiss);
    }

    @Test
    void noRefusalIsToldInEnglishAlone() throws IOException {
        Set<String> amiss = new TreeSet<>();
        for (Path folder : packages()) {
            Matcher literal = LITERAL.matcher(ownSources(folder));
            while (!folder.toString().contains(BENCHMARK) && literal.find()) {
                amiss.add(folder + ": " + literal.group(1));
            }
        }
        assertEquals(Set.of(), amiss);
    }

    private static Set<String> values(String pattern) {
        return VALUE.matcher(pattern).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static Properties properties(Path file) throws IOException {
        Properties read = new Properties();
        if (Files.exists(file)) {
            try (Reader in = Files.newBufferedReader(file)) {
                read.load(in);
            }
        }
        return read;
    }

    private static List<Path> files(String name) throws IOException {
        try (Stream<Path> all = Files.walk(Suite.root().resolve("bundles"))) {
            return all.filter(file -> file.endsWith(name) && file.toString().contains("/src/"))
                    .toList();
        }
    }

    private static List<Path> packages() throws IOException {
        try (Stream<Path> all = Files.walk(Suite.root().resolve("bundles"))) {
            return all.filter(file -> Files.isDirectory(file) && file.toString().contains("/src/"))
                    .toList();
        }
    }

    /** All code: a package may say the sentences of another, and whoever implements a service those of its package. */
    private static String sources() throws IOException {
        try (Stream<Path> all = Files.walk(Suite.root().resolve("bundles"))) {
            return read(all.filter(file -> file.toString().contains("/src/")));
        }
    }

    private static String ownSources(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return read(all);
        }
    }

    private static String read(Stream<Path> files) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
            text.append(Files.readString(file));
        }
        return text.toString();
    }
}
