package org.quittance.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.ledger.JournalVerification;
import org.quittance.api.ledger.MessageId;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.DebtorKey;
import org.quittance.api.model.DebtorKind;
import org.quittance.api.model.Sha256;
import org.quittance.service.casework.Selection;

/**
 * Kills a run at each named fault point and goes on with the workspace as it was left: what was acknowledged is there, nothing
 * is sent twice, what was in flight is UNKNOWN and can be reconciled, and in the end everybody got one message.
 */
@Timeout(value = 2, unit = java.util.concurrent.TimeUnit.HOURS)
class CrashRoundsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 12);
    private static final int DEBTORS = 120;
    /** The reminder of the debtor who has paid, and the thanks. */
    private static final int MORE_MESSAGES = 2;

    /** More than one unit of work of a preparation holds. */
    private static final int DEBTORS_OF_LARGE = 1_000;

    private final Path templates;
    private final Map<String, int[]> rounds = new TreeMap<>();
    private final Map<String, Integer> passed;

    CrashRoundsTest(@TempDir Path templates) throws Exception {
        this.templates = templates;
        ledger(templates.resolve("small"), DEBTORS);
        Path probe = templates.resolve("probe");
        copy(templates.resolve("small"), probe);
        List<String> said = new ArrayList<>();
        assertEquals(0, child(probe, "", 0, true, said));
        Map<String, Integer> times = new HashMap<>();
        for (String line : said) {
            String[] words = line.split(" ");
            if (words[0].equals("passed")) {
                times.put(words[1], Integer.parseInt(words[2]));
            }
        }
        assertEquals(Set.copyOf(FaultPoints.NAMES), times.keySet(), "the run passes every point and no other");
        passed = Map.copyOf(times);
    }

    /** Beside those who are reminded one who was reminded four weeks ago, has paid since, and is to be thanked. */
    private static void ledger(Path folder, int debtors) throws Exception {
        try (World world = new World(folder)) {
            KilledRun.connect(world, new Wire(KilledRun.wire(folder), true, passing -> {}));
            world.bankDataComplete();
            world.debtor(Debtor.named(new DebtorKey(World.FIRM, DebtorId.of("paid")), "Exemple Anne")
                    .kind(DebtorKind.BUSINESS)
                    .email("anne@debiteur.example")
                    .policy("gentle")
                    .build());
            world.invoice("F-paid", "paid", DAY.minusDays(40), "100.00");
            world.whole(DAY.minusDays(28));
            world.payment("paid", "F-paid", "100.00", DAY.minusDays(20));
            for (int number = 0; number < debtors; number++) {
                String debtor = String.format("d%04d", number);
                world.debtor(debtor);
                world.invoice("F-" + debtor, debtor, DAY.minusDays(10), "100.00");
            }
        }
    }

    @Test
    void aRunKilledAtAnyPointGoesOnAndSendsNothingTwice() throws Exception {
        Random random = new Random(20261121);
        for (String point : FaultPoints.NAMES) {
            round("small", DEBTORS, point, 1 + random.nextInt(passed.getOrDefault(point, 1)), random.nextBoolean());
        }
    }

    @Test
    @Tag("long")
    void aRunKilledHoweverOftenGoesOnAndSendsNothingTwice() throws Exception {
        ledger(templates.resolve("large"), DEBTORS_OF_LARGE);
        int wanted = Integer.getInteger("quittance.crash.rounds", 1_000);
        Random random = new Random(Long.getLong("quittance.crash.seed", 3));
        for (int round = 0; round < wanted; round++) {
            String point = FaultPoints.NAMES.get(round % FaultPoints.NAMES.size());
            boolean large = round % 20 == 19;
            round(
                    large ? "large" : "small",
                    large ? DEBTORS_OF_LARGE : DEBTORS,
                    point,
                    1 + random.nextInt(passed.getOrDefault(point, 1)),
                    random.nextBoolean());
            report();
        }
    }

    /** After each round, so that of a run that is broken off something is known. */
    private void report() throws IOException {
        String file = System.getProperty("quittance.crash.report", "");
        if (!file.isEmpty()) {
            List<String> lines = new ArrayList<>();
            rounds.forEach((point, counts) -> lines.add("| `" + point + "` | " + counts[0] + " | " + counts[1] + " | "
                    + counts[2] + " | " + counts[3] + " |"));
            Files.write(Path.of(file), lines);
        }
    }

    private void round(String template, int debtors, String point, int time, boolean reconciles) throws Exception {
        Path folder = templates.resolve("round");
        copy(templates.resolve(template), folder);
        List<String> said = new ArrayList<>();
        String name = point + " time " + time + (reconciles ? "" : ", no reconciling");
        assertEquals(KilledRun.KILLED, child(folder, point, time, reconciles, said), name);
        try (World world = new World(folder)) {
            world.clock.day = DAY;
            KilledRun.connect(world, new Wire(KilledRun.wire(folder), reconciles, passing -> {}));
            JournalVerification journal = world.journal.verify(World.FIRM);
            assertTrue(journal.isValid(), () -> name + ": " + journal);
            int[] counts = rounds.computeIfAbsent(point, unused -> new int[4]);
            counts[0]++;
            counts[1] += acknowledged(world, said, name);
            counts[2] += inFlight(world, folder, name);
            counts[3] += goOn(world, folder, debtors, name);
        }
        delete(folder);
    }

    /** What the process was told is done is there, in that state. */
    private static int acknowledged(World world, List<String> said, String name) throws Exception {
        Map<String, MessageState> told = new HashMap<>();
        for (String line : said) {
            String[] words = line.split(" ");
            if (words[0].equals("told")) {
                told.put(words[1], MessageState.valueOf(words[2]));
            }
        }
        for (Map.Entry<String, MessageState> entry : told.entrySet()) {
            MessageState now = world.messages
                    .message(World.FIRM, new MessageId(entry.getKey()))
                    .orElseThrow(() -> new AssertionError(name + ": " + entry + " is lost"))
                    .state();
            assertTrue(
                    now == entry.getValue()
                            || !entry.getValue().countsAsSent()
                                    && now.ordinal() > entry.getValue().ordinal(),
                    () -> name + ": told " + entry + ", now " + now);
        }
        return told.size();
    }

    /** What is on the wire is SENT, or SENDING and so of unknown fate; nothing prepared or approved has left. */
    private static int inFlight(World world, Path folder, String name) throws Exception {
        Map<String, String> wire = Wire.lines(KilledRun.wire(folder));
        Set<String> mayHaveLeft = new HashSet<>();
        for (MessageRecord record : world.all(MessageState.SENDING, MessageState.SENT)) {
            mayHaveLeft.add(key(world, record));
        }
        assertTrue(mayHaveLeft.containsAll(wire.keySet()), () -> name + ": left before it was committed");
        for (MessageRecord record : world.all(MessageState.SENT)) {
            assertTrue(wire.containsKey(key(world, record)), () -> name + ": SENT and never on the wire");
        }
        return world.all(MessageState.SENDING).size();
    }

    /** Runs on as if nothing had happened; a person then resolves what no channel could tell. Returns how many that were. */
    private static int goOn(World world, Path folder, int debtors, String name) throws Exception {
        world.whole(DAY);
        assertEquals(List.of(), world.all(MessageState.SENDING), name);
        Map<String, String> wire = Wire.lines(KilledRun.wire(folder));
        List<MessageRecord> unknown = world.all(MessageState.UNKNOWN);
        resolve(world, unknown, wire, true);
        resolve(world, unknown, wire, false);
        world.whole(DAY);
        world.whole(DAY);
        Map<String, String> end = Wire.lines(KilledRun.wire(folder));
        assertEquals(debtors + MORE_MESSAGES, end.size(), () -> name + ": one message per debtor, and one of thanks");
        assertEquals(
                debtors + 1,
                world.all(MessageState.SENT).stream()
                        .map(record -> record.message().debtor())
                        .collect(Collectors.toSet())
                        .size(),
                name);
        assertTrue(world.journal.verify(World.FIRM).isValid(), name);
        return unknown.size();
    }

    private static void resolve(World world, List<MessageRecord> unknown, Map<String, String> wire, boolean left)
            throws Exception {
        Set<MessageId> those = unknown.stream()
                .filter(record -> wire.containsKey(key(world, record)) == left)
                .map(record -> record.message().id())
                .collect(Collectors.toSet());
        if (!those.isEmpty()) {
            world.runs.resolve(
                    World.FIRM,
                    Selection.of(those),
                    left ? MessageState.SENT : MessageState.WITHDRAWN,
                    DAY,
                    World.CLERK,
                    new World.Heard());
        }
    }

    private static String key(World world, MessageRecord record) {
        String firm = Sha256.hex(World.FIRM.value()).substring(0, 8);
        return "q-" + world.ledger.id() + "-" + firm + "-" + record.message().id();
    }

    /** Only lines that are complete: what the kill cut short was not said. */
    private static int child(Path folder, String point, int time, boolean reconciles, List<String> said)
            throws Exception {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-D" + KilledRun.FAULT + "=" + point,
                        "-D" + KilledRun.TIME + "=" + time,
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledRun.class.getName(),
                        folder.toString(),
                        DAY.toString(),
                        Boolean.toString(reconciles)))
                .redirectError(folder.resolveSibling("killed.err").toFile())
                .start();
        try (InputStream out = process.getInputStream()) {
            String all = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            all.substring(0, all.lastIndexOf('\n') + 1).lines().forEach(said::add);
        }
        return process.waitFor();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(folder)) {
            deepestFirst = files.sorted(java.util.Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.delete(file);
        }
    }
}
