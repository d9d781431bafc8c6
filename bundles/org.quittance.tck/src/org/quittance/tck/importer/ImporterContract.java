package org.quittance.tck.importer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.quittance.api.importer.ImportException;
import org.quittance.api.importer.Importer;
import org.quittance.api.model.CreditorId;

/** What holds for every importer. The author gives a file of the format; damage is done to it here. */
public abstract class ImporterContract {

    private static final CreditorId CREDITOR = CreditorId.of("exemple");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int CUTS = 150;
    private static final int DAMAGES = 400;
    private static final int READERS = 4;
    private static final long SEED = 20_260_302;

    private final Path folder;

    /** @param folder empty and temporary */
    protected ImporterContract(Path folder) {
        this.folder = folder;
    }

    protected abstract Importer importer();

    /** A file of the format, small, with at least {@link #records()} records and nothing wrong in it. */
    protected abstract byte[] sample() throws IOException;

    /** One for a format whose files are one document each. */
    protected int records() {
        return 2;
    }

    protected String fileName() {
        return "sample";
    }

    /** What {@link Importer#read} is to be given as mapping. */
    protected Optional<byte[]> mapping() {
        return Optional.empty();
    }

    /** The sample with one record that cannot be taken; empty where a bad record makes the file as a whole worthless. */
    protected Optional<byte[]> sampleWithABadRecord() throws IOException {
        return Optional.empty();
    }

    @Test
    final void itsFormatHasAShortNameToBeTyped() {
        String format = importer().format();
        assertTrue(format.matches("[a-z][a-z0-9.-]{1,19}"), format);
    }

    @Test
    final void recognisesItsOwnFile() throws IOException {
        assertTrue(importer().recognises(fileName(), sample()));
    }

    @Test
    final void recognisesNoFileOfAnotherFormat() {
        ForeignFiles.all().forEach((format, text) -> {
            boolean isItsOwn = List.of(format.split(" ")[0].split("\\|"))
                    .contains(importer().format());
            if (!isItsOwn) {
                assertFalse(
                        importer().recognises("file", text.getBytes(StandardCharsets.UTF_8)),
                        () -> importer().format() + " takes a file of " + format + " for its own");
            }
        });
    }

    @Test
    final void recognisesNothingInNothing() throws IOException {
        byte[] sample = sample();
        for (byte[] head : List.of(new byte[0], new byte[1], Arrays.copyOf(sample, 1), new byte[64 * 1024])) {
            assertFalse(importer().recognises("file", head));
        }
    }

    @Test
    final void readsItsFile() throws Exception {
        RecordingSink sink = read(sample());
        assertTrue(sink.order().size() >= records(), () -> "records read: " + sink.order());
        assertEquals(List.of(), sink.rejections());
    }

    @Test
    final void readingAgainGivesTheSameRecordsWithTheSameKeys() throws Exception {
        List<String> first = read(sample()).order();
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere")).resolve("another name");
        assertEquals(first, read(Files.write(elsewhere, sample())).order());
        assertEquals(first, read(sample()).order());
    }

    @Test
    final void severalFilesAreReadAtOnce() throws Exception {
        List<String> alone = read(sample()).order();
        Importer shared = importer();
        ExecutorService threads = Executors.newFixedThreadPool(READERS);
        try {
            List<Path> files =
                    List.of(file("1", sample()), file("2", sample()), file("3", sample()), file("4", sample()));
            Optional<Path> mapping = mappingFile();
            List<Callable<List<String>>> tasks = files.stream()
                    .map(file -> (Callable<List<String>>) () -> {
                        RecordingSink sink = new RecordingSink();
                        shared.read(CREDITOR, file, mapping, sink);
                        return sink.order();
                    })
                    .toList();
            for (Future<List<String>> read : threads.invokeAll(tasks)) {
                assertEquals(alone, read.get());
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    final void leavesTheFileAndItsFolderAsTheyWere() throws Exception {
        Path file = Files.write(Files.createDirectories(folder.resolve("alone")).resolve(fileName()), sample());
        read(file);
        assertArrayEquals(sample(), Files.readAllBytes(file));
        try (var files = Files.list(file.getParent())) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    final void aBadRecordIsRejectedWithItsLineAndReadingGoesOn() throws Exception {
        Optional<byte[]> bad = sampleWithABadRecord();
        assumeTrue(bad.isPresent(), "a file of this format is good as a whole or not at all");
        RecordingSink sink = read(bad.get());
        assertTrue(sink.rejection().line() > 0, () -> sink.rejection().toString());
        assertFalse(sink.rejection().reason().isBlank());
        assertFalse(sink.order().isEmpty());
        String last = read(sample()).order().get(read(sample()).order().size() - 1);
        assertEquals(
                withoutLine(last), withoutLine(sink.order().get(sink.order().size() - 1)));
    }

    private static String withoutLine(String record) {
        return record.substring(record.indexOf(' ') + 1);
    }

    @Test
    final void refusesWhatIsNotThereAndWhatIsEmpty() throws Exception {
        refused(folder.resolve("nowhere"));
        refused(Files.createDirectories(folder.resolve("folder")));
        refused(file("empty", new byte[0]));
        refused(file("blank", "\n \n\n".getBytes(StandardCharsets.US_ASCII)));
        refused(file("nul", new byte[10_000]));
    }

    @Test
    final void aFileThatIsCutOffIsReadOrRefusedAndNothingElse() throws Exception {
        byte[] sample = sample();
        int step = Math.max(1, sample.length / CUTS);
        for (int length = 1; length < sample.length; length += step) {
            readOrRefused(Arrays.copyOf(sample, length), "cut off after " + length + " bytes");
        }
    }

    @Test
    final void aFileThatIsDamagedIsReadOrRefusedAndNothingElse() throws Exception {
        Random random = new Random(SEED);
        for (int damage = 0; damage < DAMAGES; damage++) {
            byte[] bytes = sample();
            for (int i = 0; i <= random.nextInt(4); i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            readOrRefused(bytes, "damage " + damage);
        }
    }

    /** Entities would read files of the machine, or fill its memory. */
    @Test
    final void xmlThatDeclaresEntitiesIsRefused() throws Exception {
        String text = new String(sample(), StandardCharsets.UTF_8);
        assumeTrue(text.stripLeading().startsWith("<?xml"), "not XML");
        Path secret = Files.writeString(folder.resolve("secret"), "SECRET-OF-THE-MACHINE");
        int root = text.indexOf("<", text.indexOf("?>"));
        for (String declaration : List.of(
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>",
                "<!DOCTYPE x SYSTEM \"" + secret.toUri() + "\">",
                "<!DOCTYPE x [<!ENTITY e \"boom\"><!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;\">]>")) {
            String hostile =
                    text.substring(0, root) + declaration + text.substring(root).replaceFirst(">([^<>]*\\w)<", ">&e;<");
            RecordingSink sink = new RecordingSink();
            Path file = file("hostile", hostile.getBytes(StandardCharsets.UTF_8));
            assertThrows(ImportException.class, () -> importer().read(CREDITOR, file, mappingFile(), sink));
            assertFalse(sink.order().toString().contains("SECRET"));
        }
    }

    private void readOrRefused(byte[] bytes, String what) throws IOException {
        Path file = file("damaged", bytes);
        assertTimeoutPreemptively(
                PATIENCE,
                () -> {
                    try {
                        importer().recognises("damaged", bytes);
                        read(file);
                    } catch (ImportException refusal) {
                        assertFalse(String.valueOf(refusal.getMessage()).isBlank());
                    }
                },
                what);
    }

    private void refused(Path file) {
        ImportException refusal = assertThrows(ImportException.class, () -> read(file), file::toString);
        assertFalse(String.valueOf(refusal.getMessage()).isBlank());
    }

    /** Imports these bytes. */
    protected final RecordingSink read(byte[] bytes) throws IOException, ImportException {
        return read(file(fileName(), bytes));
    }

    private RecordingSink read(Path file) throws IOException, ImportException {
        RecordingSink sink = new RecordingSink();
        importer().read(CREDITOR, file, mappingFile(), sink);
        return sink;
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name.toLowerCase(Locale.ROOT)), bytes);
    }

    private Optional<Path> mappingFile() throws IOException {
        Optional<byte[]> mapping = mapping();
        return mapping.isEmpty() ? Optional.empty() : Optional.of(file("mapping.json", mapping.get()));
    }
}
