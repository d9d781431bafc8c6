package org.quittance.tone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quittance.service.tone.Tone;
import org.quittance.service.tone.ToneContext;
import org.quittance.service.tone.ToneFinding;

/** Sentences that must be stopped, and sentences that must not: a wrong alarm is as bad as a missed one. */
class SentencesTest {

    private static final DataToneLint LINT = new DataToneLint();
    private static final int SENTENCES_MIN = 60;

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en", "de"})
    void everySentenceIsJudgedAsAPersonWould(String language) throws IOException {
        List<String> wrong = new ArrayList<>();
        int count = 0;
        for (String line : lines("sentences_" + language + ".txt")) {
            String[] parts = line.split(" \\| ", 3);
            Tone tone = Tone.valueOf(parts[1].strip().toUpperCase(Locale.ROOT));
            List<String> found = LINT.check(parts[2], ToneContext.typed(Locale.forLanguageTag(language), tone)).stream()
                    .map(ToneFinding::code)
                    .distinct()
                    .toList();
            boolean right = parts[0].strip().equals("-") ? found.isEmpty() : found.contains(parts[0].strip());
            if (!right) {
                wrong.add(line + " -> " + found);
            }
            count++;
        }
        assertEquals(List.of(), wrong, () -> String.join("\n", wrong));
        assertTrue(count >= SENTENCES_MIN, "only " + count + " sentences");
    }

    private static List<String> lines(String resource) throws IOException {
        try (InputStream in = SentencesTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        }
    }
}
