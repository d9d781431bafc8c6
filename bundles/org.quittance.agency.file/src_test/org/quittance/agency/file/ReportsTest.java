package org.quittance.agency.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quittance.api.agency.AgencyEvent;
import org.quittance.api.agency.AgencyException;
import org.quittance.api.agency.AgencyFeedback;
import org.quittance.api.agency.HandOverKey;
import org.quittance.api.model.Money;
import org.quittance.tck.agency.SampleCase;

/** The agency's reports: their order, what is refused, and that nothing is lost or read for ever. */
class ReportsTest {

    private static final String GOOD =
            "{\"id\":\"%s\",\"key\":\"dossier-0001\",\"kind\":\"%s\",\"on\":\"2026-05-20\"%s}";

    @TempDir
    Path folder;

    @Test
    void amountsAreExactWhetherTextOrNumber() throws Exception {
        report("1.json", good("a", "PAYMENT", ",\"amount\":\"123.45\",\"currency\":\"EUR\""));
        report("2.json", good("b", "PAYMENT", ",\"amount\":0.10,\"currency\":\"EUR\""));
        assertEquals(
                List.of(Optional.of(Money.parse("123.45", "EUR")), Optional.of(Money.parse("0.10", "EUR"))),
                read("").events().stream().map(AgencyEvent::amount).toList());
    }

    @Test
    void aKindOfALaterVersionIsKeptAsOther() throws Exception {
        report("1.json", good("a", "VISIT", ",\"text\":\"sur place\""));
        AgencyEvent event = read("").events().get(0);
        assertEquals(AgencyEvent.Kind.OTHER, event.kind());
        assertEquals("VISIT: sur place", event.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[1]",
                "{\"id\":\"a\"} {}",
                "{\"id\":\"a\",\"key\":\"../../etc\",\"kind\":\"CONTACT\",\"on\":\"2026-05-20\"}",
                "{\"id\":\"a\",\"key\":\"dossier-0001\",\"kind\":\"CONTACT\",\"on\":\"20.05.2026\"}",
                "{\"id\":\" \",\"key\":\"dossier-0001\",\"kind\":\"CONTACT\",\"on\":\"2026-05-20\"}",
                "{\"id\":\"a\",\"key\":\"dossier-0001\",\"kind\":\"PAYMENT\",\"on\":\"2026-05-20\"}",
                "{\"id\":\"a\",\"key\":\"dossier-0001\",\"kind\":\"COST\",\"on\":\"2026-05-20\",\"amount\":\"1\"}",
                "{\"id\":\"a\",\"key\":\"dossier-0001\",\"kind\":\"COST\",\"on\":\"2026-05-20\",\"amount\":\"1\",\"currency\":\"XYZ\"}",
                "{\"id\":\"a\",\"key\":\"dossier-0001\",\"kind\":\"COST\",\"on\":\"2026-05-20\",\"amount\":1e9,\"currency\":\"EUR\"}",
                "{\"id\":\"a\",\"id\":\"b\",\"key\":\"dossier-0001\",\"kind\":\"CONTACT\",\"on\":\"2026-05-20\"}",
                "{\"id\":\"a\",\"key\":\"dossier-0001\",\"kind\":\"COST\",\"on\":\"2026-05-20\",\"amount\":1e999999999,\"currency\":\"EUR\"}",
                "{\"id\":\"a\",\"key\":\"dossier-0001\",\"kind\":\"COST\",\"on\":\"2026-05-20\",\"amount\":\"0.001\",\"currency\":\"EUR\"}"
            })
    void whatCannotBeReadIsNamedAndStays(String json) throws Exception {
        report("1.json", json);
        AgencyFeedback page = read("");
        assertEquals(List.of(), page.events());
        assertEquals(1, page.refused().size());
        assertTrue(
                page.refused().get(0).startsWith("feedback/1.json "),
                page.refused().toString());
        assertEquals(json, SharedFolder.text(folder.resolve("feedback/1.json")));
    }

    @Test
    void deepLongAndLargeFilesAreRefused() throws Exception {
        report("1.json", good("a", "CONTACT", ",\"more\":" + "[".repeat(50) + "]".repeat(50)));
        report("2.json", good("a".repeat(201), "CONTACT", ""));
        report("3.json", good("a", "CONTACT", ",\"text\":\"" + "x".repeat(30_000) + "\""));
        report("4.json", good("a", "CONTACT", "") + " ".repeat(300_000));
        AgencyFeedback page = read("");
        assertEquals(List.of(), page.events());
        assertEquals(4, page.refused().size());
    }

    @Test
    void linksAreNotFollowed() throws Exception {
        Path outside = Files.writeString(folder.resolve("outside"), good("a", "CONTACT", ""));
        Files.createSymbolicLink(
                Files.createDirectories(folder.resolve("feedback")).resolve("1.json"), outside);
        AgencyFeedback page = read("");
        assertEquals(List.of(), page.events());
        assertEquals(1, page.refused().size());
    }

    @Test
    void aHalfWrittenReportIsReadOnceItIsWhole() throws Exception {
        report("1.json", "{\"id\":");
        report("2.json", good("second", "CONTACT", ""));
        AgencyFeedback first = read("");
        assertEquals(List.of("second"), ids(first));
        AgencyFeedback same = read(first.next());
        assertEquals(first.next(), same.next(), "the cursor rests while nothing changes");
        report("1.json", good("first", "CONTACT", ""));
        AgencyFeedback whole = read(first.next());
        assertEquals(List.of("first"), ids(whole));
        assertEquals(List.of(), whole.refused());
        assertEquals(List.of(), ids(read(whole.next())));
    }

    @Test
    void aBrokenReportThatIsTakenAwayIsForgotten() throws Exception {
        report("1.json", "{");
        AgencyFeedback first = read("");
        Files.delete(folder.resolve("feedback/1.json"));
        assertEquals(List.of(), read(first.next()).refused());
    }

    @Test
    void manyReportsComeInPages() throws Exception {
        for (int number = 0; number < 1_201; number++) {
            String name = String.format(Locale.ROOT, "%05d", number);
            report(name + ".json", good(name, "CONTACT", ""));
        }
        int count = 0;
        int pages = 0;
        String cursor = "";
        for (AgencyFeedback page = read(cursor); !page.next().equals(cursor); page = read(cursor)) {
            count += page.events().size();
            pages++;
            cursor = page.next();
        }
        assertEquals(1_201, count);
        assertEquals(3, pages);
    }

    @Test
    void filesBeingWrittenAndForeignFilesAreNotReports() throws Exception {
        report(".1.json", "{");
        report("2.json.tmp", "{");
        report("readme.txt", "hello");
        assertEquals(new AgencyFeedback(List.of(), "", List.of()), read(""));
    }

    @Test
    void acknowledgementsComeInTheOrderTheyWereNoticed() throws Exception {
        for (String key : List.of("dossier-0001", "dossier-0002")) {
            SharedFolder.connector(folder).handOver(SampleCase.keyed(new HandOverKey(key)));
        }
        acknowledge("dossier-0002");
        AgencyFeedback first = read("");
        assertEquals(List.of("acknowledgement-dossier-0002"), ids(first));
        acknowledge("dossier-0001");
        assertEquals(List.of("acknowledgement-dossier-0001"), ids(read(first.next())));
        assertEquals(List.of("acknowledgement-dossier-0002", "acknowledgement-dossier-0001"), ids(read("")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "17",
                "{",
                "{}",
                "{\"acknowledgements\":{\"after\":\"\",\"unread\":[]},\"reports\":{\"after\":\"x\"}}",
                "{\"acknowledgements\":{\"after\":\"\",\"unread\":[\"../x.json\"]},\"reports\":{\"after\":\"\",\"unread\":[]}}"
            })
    void aCursorOfSomebodyElseIsRefused(String cursor) {
        AgencyException failure = assertThrows(AgencyException.class, () -> read(cursor));
        assertFalse(failure.isRetryable());
    }

    private void acknowledge(String key) throws IOException {
        Files.writeString(
                folder.resolve(key).resolve("acknowledgement.json"), "{\"reference\":\"R\",\"on\":\"2026-05-16\"}");
    }

    private AgencyFeedback read(String cursor) throws AgencyException {
        return SharedFolder.connector(folder).feedback(cursor);
    }

    private static List<String> ids(AgencyFeedback page) {
        return page.events().stream().map(AgencyEvent::id).toList();
    }

    private static String good(String id, String kind, String more) {
        return String.format(Locale.ROOT, GOOD, id, kind, more);
    }

    private void report(String name, String json) throws IOException {
        SharedFolder.report(folder, name, json);
    }
}
