package org.quittance.agency.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quittance.api.agency.AgencyException;
import org.quittance.api.agency.CasePackage.Mandate;
import org.quittance.api.agency.HandOverKey;
import org.quittance.api.agency.HandOverOutcome;
import org.quittance.tck.agency.SampleCase;

/** Crashes, missing folders, refused cases, recalls and acknowledgements that are wrong. */
class SharedFolderTroubleTest {

    private static final HandOverKey KEY = new HandOverKey("dossier-0001");

    @TempDir
    Path folder;

    @Test
    void whatACrashLeftIsNeitherACaseNorInTheWay() throws Exception {
        Path leftover = Files.createDirectories(folder.resolve("." + KEY + ".0000.part/exhibits"));
        Files.writeString(leftover.resolve("01-a.pdf"), "half");
        assertInstanceOf(HandOverOutcome.Refused.class, connector().recall(KEY, "payé"));
        assertInstanceOf(HandOverOutcome.Pending.class, connector().handOver(SampleCase.keyed(KEY)));
        assertTrue(Files.exists(folder.resolve(KEY.value()).resolve("manifest.json")));
        assertFalse(Files.exists(folder.resolve("." + KEY + ".0000.part")));
    }

    @Test
    void anAttemptThatFailsLeavesNothing() throws Exception {
        Files.writeString(folder.resolve("feedback"), "a file where a folder should be");
        AgencyException failure =
                assertThrows(AgencyException.class, () -> connector().handOver(SampleCase.keyed(KEY)));
        assertTrue(failure.isRetryable());
        assertTrue(failure.getMessage().contains(folder.toString()), failure.getMessage());
        assertEquals(List.of("feedback"), SharedFolder.files(folder));
    }

    @Test
    void aFolderThatIsNotThereIsNeverMade() {
        Path missing = folder.resolve("not-mounted");
        AgencyException failure = assertThrows(
                AgencyException.class, () -> SharedFolder.connector(missing).handOver(SampleCase.keyed(KEY)));
        assertFalse(failure.isRetryable());
        assertTrue(failure.getMessage().contains("not-mounted"), failure.getMessage());
        assertThrows(
                AgencyException.class, () -> SharedFolder.connector(missing).feedback(""));
        assertFalse(Files.exists(missing));
    }

    @Test
    void aFolderOfThatNameThatIsNoPackageStops() throws IOException {
        Files.createDirectories(folder.resolve(KEY.value()));
        AgencyException failure =
                assertThrows(AgencyException.class, () -> connector().handOver(SampleCase.keyed(KEY)));
        assertFalse(failure.isRetryable());
        assertTrue(failure.getMessage().contains("manifest.json"), failure.getMessage());
    }

    @Test
    void thePackageOfAnotherCaseIsNotTakenForThisOne() throws Exception {
        connector().handOver(SampleCase.keyed(KEY));
        HandOverKey other = new HandOverKey("dossier-0002");
        Files.move(folder.resolve(KEY.value()), folder.resolve(other.value()));
        AgencyException failure =
                assertThrows(AgencyException.class, () -> connector().handOver(SampleCase.keyed(other)));
        assertTrue(failure.getMessage().contains(KEY.value()), failure.getMessage());
    }

    @Test
    void aPackageThatCannotBeWrittenToItsEndLeavesNothing() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a", new byte[] {1});
        files.put("a/b", new byte[] {2});
        assertThrows(IOException.class, () -> new CaseFolders(folder).create(KEY, files));
        assertEquals(List.of(), SharedFolder.files(folder));
    }

    @Test
    void aPackageIsNotChangedByASecondHandOver() throws Exception {
        connector().handOver(SampleCase.keyed(KEY));
        String before = SharedFolder.text(folder.resolve(KEY.value()).resolve("case.json"));
        connector().handOver(SampleCase.builder(KEY).contacts(List.of()).build());
        assertEquals(before, SharedFolder.text(folder.resolve(KEY.value()).resolve("case.json")));
    }

    @Test
    void theFirstReasonOfARecallStays() throws Exception {
        connector().handOver(SampleCase.keyed(KEY));
        connector().recall(KEY, "payé");
        connector().recall(KEY, "litige");
        assertEquals(
                "payé",
                BoundedJson.read(folder.resolve(KEY.value()).resolve("recall.json"))
                        .path("reason")
                        .asText());
    }

    @Test
    void casesTheAgencyDoesNotTakeAreRefusedWithEveryReason() throws Exception {
        Mandate blank = new Mandate(" ", LocalDate.parse("2026-01-05"), " ", " ");
        HandOverOutcome outcome = new FileCollectionAgencyConnector(
                        "agence-be", "Agence", folder.toString(), new String[] {"BE"}, "")
                .handOver(SampleCase.builder(new HandOverKey("Feedback"))
                        .mandate(blank)
                        .build());
        String reason = assertInstanceOf(HandOverOutcome.Refused.class, outcome).reason();
        for (String part : List.of("Feedback", "FR", "mandate.number", "mandate.feeBasis", "mandate.payOver")) {
            assertTrue(reason.contains(part), part + " is not in: " + reason);
        }
        assertEquals(List.of(), SharedFolder.files(folder));
    }

    @Test
    void anAgencyMayRefuseInItsAcknowledgement() throws Exception {
        connector().handOver(SampleCase.keyed(KEY));
        acknowledge("{\"accepted\": false, \"reason\": \"conflit d’intérêts\", \"on\": \"2026-05-16\"}");
        assertEquals(HandOverOutcome.refused("conflit d’intérêts"), connector().handOver(SampleCase.keyed(KEY)));
        assertEquals("CLOSED", connector().feedback("").events().get(0).kind().name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"reference\": 7, \"on\": \"2026-05-16\"}",
                "{\"reference\": \"A\"}",
                "{\"reference\": \"A\", \"on\": \"2026-02-30\"}",
                "{\"reference\": \"A\", \"reference\": \"B\"}"
            })
    void anAcknowledgementThatCannotBeReadWaitsAndIsNamed(String json) throws Exception {
        connector().handOver(SampleCase.keyed(KEY));
        acknowledge(json);
        assertInstanceOf(HandOverOutcome.Pending.class, connector().handOver(SampleCase.keyed(KEY)));
        List<String> refused = connector().feedback("").refused();
        assertEquals(1, refused.size());
        assertTrue(refused.get(0).startsWith(KEY + "/acknowledgement.json "), refused.toString());
        acknowledge("{\"reference\": \"A\", \"on\": \"2026-05-16\"}");
        assertEquals(1, connector().feedback("").events().size());
    }

    @Test
    void settingsThatCannotWorkAreRefusedByName() {
        assertRefused("id", () -> new FileCollectionAgencyConnector(" ", "n", folder.toString(), new String[0], ""));
        assertRefused("id", () -> new FileCollectionAgencyConnector("a/b", "n", folder.toString(), new String[0], ""));
        assertRefused("name", () -> new FileCollectionAgencyConnector("a", "", folder.toString(), new String[0], ""));
        assertRefused("directory", () -> new FileCollectionAgencyConnector("a", "n", "", new String[0], ""));
        assertRefused("directory", () -> new FileCollectionAgencyConnector("a", "n", "out", new String[0], ""));
        assertRefused(
                "countries",
                () -> new FileCollectionAgencyConnector("a", "n", folder.toString(), new String[] {"fr"}, ""));
    }

    private static void assertRefused(String field, Executable construction) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, construction);
        assertTrue(refusal.getMessage().startsWith(field), refusal.getMessage());
    }

    private void acknowledge(String json) throws IOException {
        Files.writeString(folder.resolve(KEY.value()).resolve("acknowledgement.json"), json);
    }

    private FileCollectionAgencyConnector connector() {
        return SharedFolder.connector(folder);
    }
}
