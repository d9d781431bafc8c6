package org.quittance.engine.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.api.interest.ChargeKind;
import org.quittance.api.model.EvidenceGrade;
import org.quittance.service.policy.Policy;
import org.quittance.service.policy.PolicyProblem;
import org.quittance.service.policy.PolicyStep;
import org.quittance.service.policy.SendingWindow;

/** Every problem of a policy is named with its line and field; a good policy reads as it is written. */
class PolicyReadingTest {

    private final JsonPolicyReader reader = new JsonPolicyReader();

    private static String text(String id) {
        try (InputStream stream = JsonPolicyReader.class.getResourceAsStream(id + ".json")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The shipped standard with one piece of text replaced, which must be there. */
    private List<PolicyProblem> problems(String piece, String by) {
        String standard = text("standard");
        assertTrue(standard.contains(piece), piece);
        return reader.read(standard.replaceFirst(Pattern.quote(piece), by)).problems();
    }

    private static int line(String piece) {
        String standard = text("standard");
        return (int) standard.substring(0, standard.indexOf(piece)).lines().count() + (piece.startsWith("\n") ? 1 : 0);
    }

    private void assertProblem(String piece, String by, String path, String... words) {
        List<PolicyProblem> problems = problems(piece, by);
        assertTrue(
                problems.stream()
                        .anyMatch(problem -> problem.path().equals(path)
                                && Arrays.stream(words).allMatch(problem.text()::contains)),
                problems.toString());
    }

    @Test
    void theThreeShippedPoliciesAreThere() {
        assertEquals(
                List.of("standard", "service", "gentle"),
                reader.shipped().stream().map(Policy::id).toList());
    }

    @Test
    void standardIsTheLadderOfTheDomain() {
        Policy standard = reader.shipped().get(0);
        assertEquals(
                List.of(-5, 3, 15, 22, 30, 40, 60),
                standard.steps().stream().map(PolicyStep::thresholdDays).toList());
        assertEquals(
                List.of("courtesy-note", "courteous", "firm", "call", "last", "formal-notice", "handover"),
                standard.steps().stream().map(PolicyStep::id).toList());
        PolicyStep notice = standard.step("formal-notice").orElseThrow();
        assertEquals(2, notice.remindersBefore());
        assertEquals(Optional.of(15), notice.deadlineDays());
        assertEquals(EvidenceGrade.DECLARED, notice.evidence());
        assertEquals(
                Set.of(ChargeKind.INTEREST, ChargeKind.INDEMNITY),
                standard.step("last").orElseThrow().charges());
        assertTrue(standard.step("call").orElseThrow().onlyUnanswered());
    }

    @Test
    void theHashIsThatOfTheMeaningNotOfTheSpaces() {
        String standard = text("standard");
        String hash = reader.read(standard).policy().get(0).hash();
        assertEquals(64, hash.length());
        assertEquals(
                hash, reader.read(standard.replace("\n", " ")).policy().get(0).hash());
        assertEquals(
                hash,
                reader.read(standard.replace("\"id\": \"firm\",", "\"id\": \"firm\", \"charges\": [],"))
                        .policy()
                        .get(0)
                        .hash());
        assertNotEquals(
                hash,
                reader.read(standard.replace("\"thresholdDays\": 15", "\"thresholdDays\": 16"))
                        .policy()
                        .get(0)
                        .hash());
    }

    @Test
    void aSyntaxErrorNamesItsLine() {
        List<PolicyProblem> problems = problems("\"thresholdDays\": 3,", "\"thresholdDays\": ,");
        assertEquals(1, problems.size());
        assertEquals(22, problems.get(0).line());
        assertTrue(
                problems.get(0).text().startsWith("is not JSON"),
                problems.get(0).text());
    }

    @Test
    void aFieldGivenTwiceOrTextAfterTheEndIsASyntaxError() {
        assertTrue(problems("\"id\": \"firm\",", "\"id\": \"firm\", \"id\": \"firm\",")
                .get(0)
                .text()
                .contains("Duplicate"));
        assertEquals(1, reader.read(text("standard") + "{}").problems().size());
    }

    @Test
    void anUnknownFieldIsNamedWithTheOneProbablyMeant() {
        List<PolicyProblem> problems = problems("\"deadlineDays\": 8", "\"deadlineDay\": 8");
        PolicyProblem problem = problems.get(0);
        assertEquals(25, problem.line());
        assertEquals("steps[1].deadlineDay", problem.path());
        assertTrue(problem.text().contains("did you mean «deadlineDays»?"), problem.text());
        assertProblem("\"thanks\"", "\"thank\"", "thank", "«thanks»");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"id\": \"standard\",|-|id|is missing",
                "\"minimumGapDays\": 7,|-|minimumGapDays|is missing",
                "\"template\": \"firm\",|-|steps[2].template|is missing",
                "\"id\": \"firm\"|\"id\": \"Firm!\"|steps[2].id|lower-case words",
                "\"id\": \"firm\"|\"id\": 7|steps[2].id|is a number, expected text",
                "\"id\": \"firm\"|\"id\": \"courteous\"|steps[2].id|already the id of steps[1]",
                "\"id\": \"firm\"|\"id\": \"broken-promise\"|steps[2].id|kept for messages",
                "\"kind\": \"formal-notice\"|\"kind\": \"formal-note\"|steps[5].kind|did you mean «formal-notice»?",
                "\"thresholdDays\": 15|\"thresholdDays\": \"15\"|steps[2].thresholdDays|is text, expected a whole"
                        + " number",
                "\"thresholdDays\": 15|\"thresholdDays\": 15.5|steps[2].thresholdDays|whole number",
                "\"thresholdDays\": 15|\"thresholdDays\": 3|steps[2].thresholdDays|not after the 3",
                "\"thresholdDays\": 60|\"thresholdDays\": 99999|steps[6].thresholdDays|allowed is -365 to 3650",
                "\"deadlineDays\": 15|\"deadlineDays\": 15, \"gapDays\": -1|steps[5].gapDays|allowed is 1 to 365",
                "\"EUR\": \"10.00\"|\"EUR\": 10.00|minimumOpen|is a number, expected amounts",
                "\"EUR\": \"10.00\"|\"EUR\": \"10.001\"|minimumOpen|is not an amount",
                "\"EUR\": \"10.00\"|\"EURO\": \"10.00\"|minimumOpen|currency code",
                "\"EUR\": \"10.00\"|\"EUR\": \"0.00\"|minimumOpen|not more than zero",
                "\"thanks\": false|\"thanks\": \"no\"|thanks|expected true or false",
                "\"media\": [\"call\"]|\"media\": [\"call\", \"email\"]|steps[3].media|one medium call",
                "\"media\": [\"letter\"]|\"media\": [\"letter\", \"letter\"]|steps[5].media|twice",
                "\"media\": [\"letter\"]|\"media\": []|steps[5].media|names no medium",
                "\"media\": [\"letter\"]|\"media\": [\"call\"]|steps[5].media|step of its own",
                "\"template\": \"handover\"|\"template\": \"handover\", \"media\": [\"letter\"]|steps[6].media|leave"
                        + " the media out",
                "\"expiresAfterDays\": 5|\"expiresAfterDays\": 0|steps[3].expiresAfterDays|allowed is 1 to 90",
                "\"remindersBefore\": 2|\"remindersBefore\": 1|steps[5].remindersBefore|at least 2 reminders",
                "\"remindersBefore\": 2|\"remindersBefore\": 4|steps[5].remindersBefore|only 3 reminders",
                "\"onlyUnanswered\": true,||steps[3].onlyUnanswered|-",
                "\"charges\": [\"interest\", \"indemnity\"],|\"charges\": [\"late-fee\"],|steps[4].lateFee|is missing",
                "\"charges\": [\"interest\", \"indemnity\"],|\"lateFee\": {\"EUR\": \"5.00\"},|steps[4].lateFee|not"
                        + " among",
                "\"template\": \"courtesy-note\",|\"template\": \"courtesy-note\", \"charges\":"
                        + " [\"interest\"],|steps[0].charges|before an item is late",
                "\"template\": \"call\",|\"template\": \"call\", \"charges\": [\"interest\"],|steps[3].charges|a call"
                        + " charges nothing",
                "\"kind\": \"formal-notice\"|\"kind\": \"reminder\"|steps[6].kind|comes after a formal notice",
                "\"template\": \"formal-notice\",|\"template\": \"formal-notice\", \"onlyUnanswered\":"
                        + " true,|steps[5].kind|no condition",
                "\"evidence\": \"declared\"|\"evidence\": \"certain\"|steps[5].evidence|declared, channel, delivered",
                "\"from\": \"08:00\"|\"from\": \"8h\"|window.from|not a time of the day",
                "\"from\": \"08:00\"|\"from\": \"08:60\"|window.from|not a time of the day",
                "\"from\": \"08:00\"|\"from\": 8|window.from|is a number, expected text",
                "\"to\": \"20:00\"|\"to\": \"25:00\"|window.to|not a time of the day",
                "\"to\": \"20:00\"|\"to\": \"08:00\"|window.to|not after «08:00»",
                "\"to\": \"20:00\"|\"until\": \"20:00\"|window.until|unknown field",
                "\"from\": \"08:00\"|\"days\": []|window.days|is empty",
                "\"from\": \"08:00\"|\"days\": [\"sunday\"]|window.days|nothing is sent on a weekend",
                "\"from\": \"08:00\"|\"days\": [\"lundi\"]|window.days|not one of monday",
                "{\"from\": \"08:00\", \"to\": \"20:00\"}|\"08:00-20:00\"|window|is text, expected a window",
                "{\"fr\": \"Standard\"|{\"french\": \"Standard\"|names|language code",
            })
    void aProblemNamesItsField(String piece, String by, String path, String words) {
        if (words.equals("-")) {
            assertEquals(List.of(), problems(piece, ""));
        } else {
            assertProblem(piece, by.equals("-") ? "" : by, path, words);
        }
    }

    @Test
    void aPolicyWithoutAWindowSendsOnBusinessDaysAtAnyHour() {
        String standard = text("standard");
        String window = "\"window\": {\"from\": \"08:00\", \"to\": \"20:00\"}";
        assertEquals(List.of(), problems(window, "\"window\": {\"to\": \"24:00\"}"));
        Policy open = reader.read(standard.replace(window + ",", "")).policy().get(0);
        Policy spelledOut = reader.read(
                        standard.replace(window, "\"window\": {\"from\": \"00:00\", \"to\": \"24:00\"}"))
                .policy()
                .get(0);
        assertEquals(SendingWindow.BUSINESS_DAYS, open.window());
        assertEquals(open.hash(), spelledOut.hash());
        assertNotEquals(open.hash(), reader.read(standard).policy().get(0).hash());
    }

    @Test
    void aFormalNoticeWithoutADateIsRefusedAtItsLine() {
        String without = text("standard")
                .replace("\"evidence\": \"declared\",\n      \"deadlineDays\": 15", "\"evidence\": \"declared\"");
        PolicyProblem problem = reader.read(without).problems().get(0);
        assertEquals("steps[5].deadlineDays", problem.path());
        assertEquals(line("\"id\": \"formal-notice\"") - 1, problem.line());
    }

    @Test
    void aCallThatNeverExpiresAndASuspensionOutOfTheBlueAreRefused() {
        String call = text("standard").replace(",\n      \"expiresAfterDays\": 5", "");
        assertEquals(
                "steps[3].expiresAfterDays", reader.read(call).problems().get(0).path());
        String sudden = """
            {"id": "x", "names": {}, "minimumGapDays": 1, "transitDays": 0, "steps": [
              {"id": "s", "kind": "suspension", "thresholdDays": 5, "template": "s", "media": ["letter"]}]}\
            """;
        assertEquals("steps[0].kind", reader.read(sudden).problems().get(0).path());
    }

    @Test
    void severalProblemsComeInOrderOfLine() {
        List<PolicyProblem> problems = reader.read(text("standard")
                        .replace("\"thresholdDays\": 15", "\"thresholdDays\": 2")
                        .replace("\"transitDays\": 3", "\"transitDays\": 99")
                        .replace("{\"fr\": \"Standard\"", "{\"french\": \"Standard\"")
                        .replace("\"id\": \"last\"", "\"id\": \"firm\""))
                .problems();
        assertEquals(
                List.of("names", "transitDays", "steps[2].thresholdDays", "steps[4].id"),
                problems.stream().map(PolicyProblem::path).toList());
    }

    @Test
    void whatIsNoPolicyAtAllIsAProblemNotAnException() {
        for (String text : List.of(
                "",
                "null",
                "[]",
                "7",
                "{",
                "{}",
                "{\"steps\": []}",
                "{\"steps\": 1}",
                "{\"steps\": [1]}",
                "[".repeat(5000),
                "\u0000")) {
            assertTrue(!reader.read(text).problems().isEmpty(), text);
            assertTrue(reader.read(text).policy().isEmpty());
        }
    }
}
