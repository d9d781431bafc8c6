package org.quittance.oracle.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Fuzzes each reader, guided by coverage, in a process of its own: the fuzzer takes one target per process. Seconds as the
 * build says; what it ever found stays in {@code findings} and is tried again each time.
 */
class FuzzingTest {

    private static final int SECONDS = Integer.getInteger("quittance.fuzz.seconds", 5);
    private static final int PATIENCE_SECONDS = 240;
    /** A build says the same twice; whoever fuzzes for longer looks elsewhere each time. */
    private static final List<String> SAME_EACH_TIME = SECONDS > 5 ? List.of() : List.of("-seed=20261122", "-runs=200");

    private static final Path FINDINGS = Path.of("findings");
    private static final Path DOCUMENTS = Path.of("..", "..", "releng", "samples", "einvoice");

    @ParameterizedTest
    @CsvSource({
        "camt, FuzzedCamt, camt.*",
        "mt940, FuzzedMt940, mt940.*",
        "cfonb120, FuzzedCfonb, cfonb.*",
        "ofx, FuzzedOfx, ofx.*",
        "einvoice, FuzzedEinvoice, 'cii.*|ubl.*|zugferd.*|factur-x.*'",
        "cdar, FuzzedCdar, cdar.*",
        "csv, FuzzedCsv, .*csv",
        "mapping, FuzzedMapping, .*mapping.json"
    })
    void nothingTheFuzzerMakesBreaksTheReader(String format, String target, String samples, @TempDir Path folder)
            throws Exception {
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        for (Path sample : samples(samples)) {
            Files.copy(sample, corpus.resolve(sample.getFileName()));
        }
        Path words = Files.writeString(
                folder.resolve("words"), StatementFuzzing.dictionary() + DocumentFuzzing.dictionary());
        Path log = folder.resolve("log");
        Process fuzzer = new ProcessBuilder(command(target, folder, words, corpus))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertTrue(fuzzer.waitFor(SECONDS + PATIENCE_SECONDS, TimeUnit.SECONDS), () -> end(log));
        } finally {
            fuzzer.destroyForcibly();
        }
        assertEquals(0, fuzzer.exitValue(), () -> format + ": keep the finding as a test\n" + end(log));
    }

    private static List<Path> samples(String pattern) throws IOException {
        List<Path> found = new ArrayList<>(BankFiles.named(pattern));
        try (Stream<Path> files = Files.list(DOCUMENTS)) {
            files.filter(file -> file.getFileName().toString().matches(pattern))
                    .sorted()
                    .forEach(found::add);
        }
        return found;
    }

    private static List<String> command(String target, Path folder, Path words, Path corpus) {
        String libraries = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                absolute(libraries),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=org.quittance.oracle.tests." + target,
                "--instrumentation_includes=org.quittance.**",
                // Following comparisons too makes methods the JVM refuses out of what the Eclipse compiler makes of a
                // switch.
                "--trace=cov",
                "--reproducer_path=" + folder,
                "-max_total_time=" + SECONDS,
                "-timeout=60",
                "-rss_limit_mb=4096",
                "-dict=" + words,
                "-artifact_prefix=" + folder + File.separator,
                corpus.toString()));
        command.addAll(command.size() - 1, SAME_EACH_TIME);
        return command;
    }

    private static String absolute(String libraries) {
        return String.join(
                File.pathSeparator,
                Stream.of(libraries.split(File.pathSeparator))
                        .map(library -> Path.of(library).toAbsolutePath().toString())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"camt", "mt940", "cfonb120", "ofx", "einvoice", "cdar", "csv", "mapping"})
    void whatWasFoundOnceStaysMended(String format) throws IOException {
        Fuzzing fuzzing = Fuzzing.of(format);
        for (Path sample : samples(".*")) {
            fuzzing.check(Files.readAllBytes(sample));
        }
        Path findings = FINDINGS.resolve(format);
        if (Files.isDirectory(findings)) {
            try (Stream<Path> files = Files.list(findings)) {
                for (Path finding : files.toList()) {
                    fuzzing.check(Files.readAllBytes(finding));
                }
            }
        }
    }

    private static String end(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
        } catch (IOException unreadable) {
            return "the log of the fuzzer cannot be read: " + unreadable.getMessage();
        }
    }
}
