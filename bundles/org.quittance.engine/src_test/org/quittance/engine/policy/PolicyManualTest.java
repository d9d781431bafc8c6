package org.quittance.engine.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quittance.service.policy.Policy;
import org.quittance.service.policy.PolicyStep;
import org.quittance.service.policy.SendingWindow;

/** The manual says what the reader reads. */
class PolicyManualTest {

    private static final Path MANUAL = Path.of("..", "..", "releng", "docs", "policy.md");

    @Test
    void itsExampleIsAGoodPolicy() throws Exception {
        String manual = Files.readString(MANUAL);
        int begin = manual.indexOf("```json") + "```json".length();
        String example = manual.substring(begin, manual.indexOf("```", begin));
        assertEquals(List.of(), new JsonPolicyReader().read(example).problems());
    }

    @Test
    void itHasARowForEveryField() throws Exception {
        String manual = Files.readString(MANUAL);
        Stream.of(Policy.class, PolicyStep.class, SendingWindow.class)
                .flatMap(type -> Stream.of(type.getRecordComponents()))
                .map(RecordComponent::getName)
                .filter(name -> !name.equals("hash"))
                .forEach(name -> assertTrue(manual.contains("\n| `" + name + "` |"), name));
    }
}
