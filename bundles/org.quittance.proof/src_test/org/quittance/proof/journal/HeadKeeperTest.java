package org.quittance.proof.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.ledger.CaseJournal;
import org.quittance.api.ledger.CaseLedger;
import org.quittance.api.ledger.JournalHead;
import org.quittance.api.ledger.JournalLink;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.PostalAddress;
import org.quittance.api.text.Sentence;
import org.quittance.api.time.BusinessClock;
import org.quittance.service.casework.CreditorDirectory;
import org.quittance.service.proof.HeadArchive;
import org.quittance.service.proof.HeadArchive.Cause;
import org.quittance.service.proof.HeadArchive.Trouble;
import org.quittance.service.workspace.Workspace;

/** A journal that grows by hand, and a clock that is set by hand. */
class HeadKeeperTest {

    private static final CreditorId FIRM = CreditorId.of("exemple");
    private static final CreditorId BROKEN = CreditorId.of("broken");

    private final Path workspaceFolder;
    private final Path archive;
    private final TreeMap<CreditorId, Long> links = new TreeMap<>();
    private Instant now = Instant.parse("2026-03-02T08:00:00Z");

    HeadKeeperTest(@TempDir Path folder) {
        workspaceFolder = folder.resolve("workspace");
        archive = folder.resolve("archive");
    }

    private HeadArchive keeper(String folder) {
        CaseJournal journal = fake(
                CaseJournal.class,
                Map.of(
                        "head",
                        arguments -> Optional.ofNullable(links.get(arguments[0]))
                                .map(link -> head((CreditorId) arguments[0], link))));
        CaseLedger ledger = fake(CaseLedger.class, Map.of("id", arguments -> "1a2b3c4d5e6f"));
        Workspace workspace = fake(Workspace.class, Map.of("directory", arguments -> workspaceFolder));
        BusinessClock clock = fake(BusinessClock.class, Map.of("now", arguments -> now));
        return new HeadKeeper(
                new SignedJournalProof(journal, ledger, workspace, clock),
                journal,
                new Firms(),
                workspace,
                clock,
                fake(
                        HeadKeeper.Destination.class,
                        Map.of("folder", arguments -> folder, "intervalHours", arguments -> 24L)));
    }

    private JournalHead head(CreditorId creditor, long link) {
        return new JournalHead(creditor, "1a2b3c4d5e6f", new JournalLink(link, 1, link, link, "00".repeat(32)), now);
    }

    private List<String> kept() throws Exception {
        if (!Files.isDirectory(archive)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(archive)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".head"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void keepsTheNextHeadOnceTheIntervalIsOver() throws Exception {
        links.put(FIRM, 1L);
        keeper(archive.toString()).keepDue();
        assertEquals(List.of("exemple-1a2b3c4d-0000000001.head"), kept());
        links.put(FIRM, 2L);
        now = now.plus(Duration.ofHours(23));
        keeper(archive.toString()).keepDue();
        assertEquals(1, kept().size(), "a head a day, over restarts");
        now = now.plus(Duration.ofHours(1));
        keeper(archive.toString()).keepDue();
        assertEquals(List.of("exemple-1a2b3c4d-0000000001.head", "exemple-1a2b3c4d-0000000002.head"), kept());
    }

    @Test
    void keepsNothingWhileTheJournalDoesNotGrow() throws Exception {
        HeadArchive keeper = keeper(archive.toString());
        keeper.keepDue();
        assertEquals(List.of(), kept(), "an empty journal has no head");
        links.put(FIRM, 1L);
        keeper.keepDue();
        Instant signed = HeadFile.lastSigned(archive, head(FIRM, 1)).orElseThrow();
        now = now.plus(Duration.ofDays(30));
        keeper.keepDue();
        assertEquals(signed, HeadFile.lastSigned(archive, head(FIRM, 1)).orElseThrow());
    }

    @Test
    void aRunKeepsAHeadWhateverTheInterval() throws Exception {
        links.put(FIRM, 1L);
        HeadArchive keeper = keeper(archive.toString());
        keeper.keepDue();
        links.put(FIRM, 2L);
        keeper.keep(FIRM);
        assertEquals(2, kept().size());
    }

    @Test
    void aCreditorWhoseConfigurationIsBrokenIsAnchoredToo() throws Exception {
        links.put(BROKEN, 7L);
        keeper(archive.toString()).keepDue();
        assertEquals(List.of("broken-1a2b3c4d-0000000007.head"), kept());
    }

    @Test
    void whatCannotBeKeptStopsNothing() throws Exception {
        links.put(FIRM, 1L);
        Path file = Files.writeString(archive, "a file where a folder should be");
        keeper(file.toString()).keepDue();
        keeper(workspaceFolder.resolve("inside").toString()).keepDue();
        keeper("\0").keepDue();
        keeper("").keepDue();
        assertTrue(Files.isRegularFile(archive));
        assertTrue(Files.notExists(workspaceFolder.resolve("inside")));
    }

    @Test
    void saysWhyNoHeadCanBeKept() throws Exception {
        assertEquals(Optional.empty(), keeper("").trouble(), "nothing is configured");
        assertEquals(Optional.empty(), keeper(archive.toString()).trouble(), "it will be made");
        String inside = workspaceFolder.resolve("inside").toString();
        assertEquals(
                Optional.of(new Trouble(inside, Cause.IN_WORKSPACE)),
                keeper(inside).trouble());
        Files.writeString(archive, "a file where a folder should be");
        for (String unusable :
                List.of(archive.toString(), archive.resolve("below").toString(), "\0")) {
            assertEquals(
                    Optional.of(new Trouble(unusable, Cause.UNUSABLE)),
                    keeper(unusable).trouble());
        }
    }

    @Test
    void permissionsAreKnownWhereTheFileStoreIsNot() {
        Path nowhere = archive.resolve("nowhere");
        assertThrows(IOException.class, () -> Files.getFileStore(nowhere));
        assertEquals(
                nowhere.getFileSystem().supportedFileAttributeViews().contains("posix"), SigningKeys.isPosix(nowhere));
    }

    @Test
    void aHeadNobodyCanReadDoesNotCount() throws Exception {
        Files.createDirectories(archive);
        Files.write(archive.resolve("exemple-1a2b3c4d-0000000001.head"), new byte[] {(byte) 0xff, 1, 2});
        links.put(FIRM, 2L);
        keeper(archive.toString()).keepDue();
        assertEquals(2, kept().size());
    }

    @Test
    void theTimerAsksAgainAndAgainUntilItIsClosed() throws Exception {
        CountDownLatch asked = new CountDownLatch(3);
        List<CreditorId> none = new ArrayList<>();
        HeadArchive counting = new HeadArchive() {

            @Override
            public void keep(CreditorId creditor) {
                none.add(creditor);
            }

            @Override
            public void keepDue() {
                asked.countDown();
            }
        };
        HeadTimer timer = new HeadTimer(counting, Duration.ofMillis(1));
        assertTrue(asked.await(20, TimeUnit.SECONDS));
        timer.close();
        assertEquals(List.of(), none);
    }

    /** Answers one call. */
    @FunctionalInterface
    private interface Said {

        Object to(Object[] arguments);
    }

    @SuppressWarnings("unchecked")
    private static <T> T fake(Class<T> type, Map<String, Said> answers) {
        return (T) Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.getOrDefault(method.getName(), HeadKeeperTest::unexpected)
                        .to(arguments));
    }

    private static Object unexpected(Object[] arguments) {
        throw new UnsupportedOperationException(List.of(arguments).toString());
    }

    /** One that can be used, and one that cannot. */
    private static final class Firms implements CreditorDirectory {

        @Override
        public Optional<Creditor> creditor(CreditorId id) {
            return creditors().stream().filter(known -> known.id().equals(id)).findFirst();
        }

        @Override
        public List<Creditor> creditors() {
            return List.of(Creditor.named(
                            FIRM, "Exemple SARL", new PostalAddress(List.of("2 rue du Modèle"), "69001", "Lyon", "FR"))
                    .build());
        }

        @Override
        public SortedMap<String, Sentence> broken() {
            return new TreeMap<>(Map.of(BROKEN.value(), Sentence.plain("etc/creditors/broken.json: no name")));
        }
    }
}
