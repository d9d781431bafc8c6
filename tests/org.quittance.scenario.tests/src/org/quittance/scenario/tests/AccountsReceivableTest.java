package org.quittance.scenario.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.ItemKey;
import org.quittance.service.casework.AgeingService;
import org.quittance.service.casework.AgeingService.CurrencyAgeing;
import org.quittance.service.casework.ImportService.ImportSummary;

/**
 * A real ledger of two years, lived through day by day. Runs when the environment variable QUITTANCE_AR_CSV names the public
 * sample of accounts receivable (2,466 invoices of 100 customers), which is not part of the project.
 */
class AccountsReceivableTest {

    private static final LocalDate FIRST = LocalDate.of(2012, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2013, 12, 31);
    private static final DateTimeFormatter AMERICAN = DateTimeFormatter.ofPattern("M/d/yyyy");
    private static final List<String> LADDER =
            List.of("courtesy-note", "courteous", "firm", "call", "last", "formal-notice", "handover");

    /**
     * As the shipped policy, with a courtesy note for any amount worth one here and without a minimum. The formal notice charges
     * nothing: the rates of 2012 are not shipped, and a notice that charges waits for its rate.
     */
    private static final String POLICY = """
        {
          "id": "two-years",
          "names": {"fr": "Deux ans", "en": "Two years"},
          "minimumOpen": {},
          "minimumGapDays": 7,
          "transitDays": 3,
          "thanks": true,
          "steps": [
            {"id": "courtesy-note", "kind": "reminder", "thresholdDays": -5, "template": "courtesy-note",
             "media": ["email"], "minimumOpen": {"EUR": "90.00"}},
            {"id": "courteous", "kind": "reminder", "thresholdDays": 3, "template": "courteous",
             "media": ["email", "letter"], "deadlineDays": 8},
            {"id": "firm", "kind": "reminder", "thresholdDays": 15, "template": "firm",
             "media": ["email", "letter"], "deadlineDays": 8},
            {"id": "call", "kind": "call", "thresholdDays": 22, "template": "call", "media": ["call"],
             "onlyUnanswered": true, "expiresAfterDays": 5},
            {"id": "last", "kind": "reminder", "thresholdDays": 30, "template": "last",
             "media": ["letter", "email"], "charges": ["interest", "indemnity"], "deadlineDays": 8},
            {"id": "formal-notice", "kind": "formal-notice", "thresholdDays": 40, "template": "formal-notice",
             "media": ["letter"], "remindersBefore": 2, "deadlineDays": 15},
            {"id": "handover", "kind": "handover", "thresholdDays": 60, "template": "handover"}
          ]
        }
        """;

    @TempDir
    private Path folder;

    private Path ledger;

    @BeforeEach
    void findTheLedger() {
        String name = System.getenv("QUITTANCE_AR_CSV");
        assumeTrue(
                name != null && Files.isRegularFile(Path.of(name)),
                "QUITTANCE_AR_CSV does not name the public sample of accounts receivable; its replay is left out");
        ledger = Path.of(name);
    }

    @Test
    void agesAsTheLedgerSays() throws Exception {
        try (OpenFirm firm = OpenFirm.on(folder.resolve("firm"), FIRST)) {
            ImportSummary taken = firm.take(ledger, mapping("accounts-receivable.mapping.json"));
            assertEquals(2466, taken.invoices());
            assertEquals(2466, taken.payments());
            List<CurrencyAgeing> ageing =
                    firm.service(AgeingService.class).ageing(firm.creditor(), LocalDate.of(2013, 6, 30));
            assertEquals(84, ageing.get(0).open().count());
            assertEquals("5119.85 EUR", ageing.get(0).open().amount().toString());
            assertEquals(12, ageing.get(0).overdue().count());
            assertEquals("835.56 EUR", ageing.get(0).overdue().amount().toString());
        }
    }

    @Test
    void remindsNobodyFromTheDayOfPaymentOnAndTakesEveryStepOnceInOrder() throws Exception {
        List<Row> rows = rows();
        try (OpenFirm firm = OpenFirm.on(folder.resolve("firm"), FIRST)) {
            firm.policy("two-years", POLICY);
            firm.take(ledger, mapping("accounts-receivable.mapping.json"));
            takeAddresses(firm, rows);
            Replay replay = new Replay(firm, Optional.of("two-years"));
            replay.live(FIRST, LAST);
            Map<ItemKey, LocalDate> settled = new HashMap<>();
            rows.forEach(row -> settled.put(row.item(firm), row.settled));
            LadderWatch watch = new LadderWatch(LADDER, Set.of("courtesy-note"), settled);
            replay.each(watch::look);
            assertEquals(List.of(), watch.broken());
            assertEquals(List.of(), replay.failures());
            for (Row row : rows) {
                boolean longLate = row.settled.isAfter(row.due.plusDays(3 + 21));
                assertTrue(
                        !longLate || watch.taken().containsKey(row.item(firm)),
                        row + " was late for weeks and never reminded");
            }
        }
    }

    @Test
    void honoursDisputesWhereTheMappingDoes() throws Exception {
        List<Row> rows = rows();
        try (OpenFirm firm = OpenFirm.on(folder.resolve("firm"), FIRST)) {
            firm.policy("two-years", POLICY);
            firm.take(ledger, mapping("accounts-receivable-disputed.mapping.json"));
            Replay replay = new Replay(firm, Optional.of("two-years"));
            replay.live(LocalDate.of(2013, 5, 1), LocalDate.of(2013, 6, 30));
            Set<ItemKey> disputed = new TreeSet<>();
            rows.stream().filter(row -> row.disputed).forEach(row -> disputed.add(row.item(firm)));
            LadderWatch watch = new LadderWatch(LADDER, Set.copyOf(LADDER), Map.of());
            replay.each(watch::look);
            assertEquals(List.of(), replay.failures());
            assertTrue(watch.taken().size() > 5, replay.states().toString());
            assertTrue(watch.taken().keySet().stream().noneMatch(disputed::contains));
        }
    }

    @Test
    @Tag("long")
    void reachesEveryStepWhenNobodyPays() throws Exception {
        List<Row> rows = rows();
        try (OpenFirm firm = OpenFirm.on(folder.resolve("firm"), FIRST)) {
            firm.policy("two-years", POLICY);
            firm.take(ledger, withoutPayments());
            takeAddresses(firm, rows);
            Replay replay = new Replay(firm, Optional.of("two-years"));
            replay.live(FIRST, LAST);
            LadderWatch watch = new LadderWatch(LADDER, Set.of("courtesy-note"), Map.of());
            replay.each(watch::look);
            assertEquals(List.of(), watch.broken());
            assertEquals(Set.copyOf(LADDER), replay.stepsTaken());
            List<String> unfinished = new ArrayList<>();
            for (Row row : rows) {
                List<String> taken = watch.taken().getOrDefault(row.item(firm), List.of());
                if (row.due.isBefore(LAST.minusDays(240)) && !taken.contains("handover")) {
                    unfinished.add(row + " reached only " + taken);
                }
            }
            assertEquals(List.of(), unfinished);
        }
    }

    private static Path mapping(String name) {
        return Path.of(System.getProperty("quittance.root"), "releng", "samples", name);
    }

    private Path withoutPayments() throws Exception {
        ObjectMapper json = new ObjectMapper();
        ObjectNode mapping = (ObjectNode)
                json.readTree(mapping("accounts-receivable.mapping.json").toFile());
        ((ObjectNode) mapping.get("records")).remove("payment");
        mapping.put("paymentsKnownUntil", LAST.toString());
        Path file = folder.resolve("without-payments.mapping.json");
        json.writeValue(file.toFile(), mapping);
        return file;
    }

    /** The sample has no addresses and a formal notice is a letter: everybody lives in the same fictitious street. */
    private void takeAddresses(OpenFirm firm, List<Row> rows) throws Exception {
        StringBuilder csv = new StringBuilder("id,name,kind,language,country,street,postalCode,town,email,legalId\n");
        new TreeSet<>(rows.stream().map(row -> row.customer).toList())
                .forEach(customer -> csv.append(customer)
                        .append(",Exemple ")
                        .append(customer)
                        .append(",business,fr,FR,1 rue de l’Exemple,69001,Lyon,")
                        .append(customer)
                        .append("@example.invalid,000000000\n"));
        Path file = Files.writeString(folder.resolve("addresses.csv"), csv);
        Path mapping = Files.writeString(folder.resolve("addresses.mapping.json"), """
            {"records": {"debtor": {"id": "id", "name": "name", "kind": "kind", "language": "language",
              "country": "country", "street": "street", "postalCode": "postalCode", "town": "town",
              "email": "email", "legalId": "legalId"}}}
            """);
        assertEquals(100, firm.take(file, mapping).debtors());
    }

    private List<Row> rows() throws Exception {
        List<Row> rows = new ArrayList<>();
        List<String> lines = Files.readAllLines(ledger);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            rows.add(new Row(
                    cells[3],
                    cells[1],
                    LocalDate.parse(cells[5], AMERICAN),
                    cells[7].equals("Yes"),
                    LocalDate.parse(cells[8], AMERICAN)));
        }
        return rows;
    }

    private record Row(String invoice, String customer, LocalDate due, boolean disputed, LocalDate settled) {

        ItemKey item(OpenFirm firm) {
            return ItemKey.of(firm.creditor(), InvoiceId.of(invoice), 1);
        }
    }
}
