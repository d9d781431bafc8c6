package org.quittance.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.api.importer.ImportSink;
import org.quittance.api.importer.Importer;
import org.quittance.api.importer.LifecycleStatus;
import org.quittance.api.importer.Party.Identifier;
import org.quittance.api.ledger.CaseAgreements;
import org.quittance.api.ledger.Contact;
import org.quittance.api.ledger.Dispute;
import org.quittance.api.ledger.Hold;
import org.quittance.api.ledger.JournalEntry;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.EvidenceGrade;
import org.quittance.api.model.Money;
import org.quittance.api.model.SendingEvidence;
import org.quittance.casework.intake.FileImportService;
import org.quittance.service.casework.ImportService.ImportListener;
import org.quittance.service.casework.ImportService.ImportRequest;
import org.quittance.service.casework.ImportService.ImportSummary;
import org.quittance.service.casework.ImportService.ImportedStatus;
import org.quittance.service.casework.ImportService.Rejection;

class LifecycleStatusesTest {

    private static final DebtorId ANNE = DebtorId.of("anne");

    private final Path folder;
    private final World world;
    private final FileImportService imports;
    private final LocalDate today;
    private final List<Rejection> rejections = new ArrayList<>();
    private final List<ImportedStatus> told = new ArrayList<>();
    private Given given = new Given(List.of());

    LifecycleStatusesTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        world = new World(folder);
        imports = new FileImportService(
                world.intake,
                world.ledger,
                world.firms,
                world.clock,
                world.installation,
                world.limits(),
                world.statuses(),
                world.terms());
        today = world.clock.today(world.firms.firm.zone());
        world.debtor("anne");
        world.unsentInvoice("F-1", "anne", today.plusDays(10), "365.00");
    }

    @AfterEach
    void close() throws Exception {
        world.close();
    }

    @ParameterizedTest
    @CsvSource({"200, CHANNEL", "201, CHANNEL", "202, DELIVERED", "203, DELIVERED", "205, DELIVERED"})
    void thatAPlatformHasItIsEvidenceOfSending(String code, EvidenceGrade grade) throws Exception {
        take(status("F-1", code).label("Déposée").issuer("Plateforme Modèle").build());
        SendingEvidence evidence = evidence().orElseThrow();
        assertEquals(grade, evidence.grade());
        assertEquals(today, evidence.sentOn());
        assertEquals("CDV " + code + " Déposée (Plateforme Modèle)", evidence.source());
        assertEquals(List.of(), agreements().holds());
    }

    @Test
    void anInvoiceThatCouldNotBeTransmittedIsNotSentAndAPersonHearsOfIt() throws Exception {
        take(status("F-1", "200")
                .reasons(List.of(new LifecycleStatus.Reason("NON_TRANSMISE", "")))
                .build());
        assertEquals(Optional.empty(), evidence());
        assertEquals(List.of(ANNE), world.agreements.waiting(World.FIRM));
    }

    @ParameterizedTest
    @CsvSource({"206", "207", "210"})
    void whatTheBuyerContestsIsADispute(String code) throws Exception {
        take(status("F-1", code)
                .label("En litige")
                .reasons(List.of(new LifecycleStatus.Reason("QTE_ERR", "Il manque deux cartons")))
                .build());
        Dispute dispute = agreements().disputes().get(0);
        assertEquals("CDV " + code + " En litige (QTE_ERR – Il manque deux cartons)", dispute.reason());
        assertEquals(Optional.empty(), dispute.amount(), "all of it, where no part is stated");
        assertEquals(Optional.of(today.plusDays(14)), dispute.deadline());
        assertTrue(agreements().contacts().get(0).answers(), "the buyer has answered");
    }

    @Test
    void onlyTheContestedPartRestsWhereItIsStated() throws Exception {
        take(status("F-1", "206")
                .figures(List.of(new LifecycleStatus.Figure("MAPTTC", new BigDecimal("300.00"), "EUR")))
                .build());
        assertEquals(
                Optional.of(Money.parse("65.00", "EUR")),
                agreements().disputes().get(0).amount());
        take(status("F-1", "207")
                .figures(List.of(new LifecycleStatus.Figure("MNATTC", new BigDecimal("30.00"), "")))
                .build());
        List<Dispute> open = agreements().disputes().stream()
                .filter(dispute -> dispute.closedOn().isEmpty())
                .toList();
        assertEquals(1, open.size(), "the later word takes the place of the earlier one");
        assertEquals(Optional.of(Money.parse("30.00", "EUR")), open.get(0).amount());
        take(status("F-1", "210")
                .figures(List.of(new LifecycleStatus.Figure("MNATTC", new BigDecimal("9000.00"), "EUR")))
                .build());
        assertEquals(Optional.empty(), agreements().disputes().get(2).amount(), "more than is open means all");
    }

    @ParameterizedTest
    @CsvSource({"208", "212", "213", "220", "221", "224", "225", "226", "227", "501", "777"})
    void whatAPersonMustLookAtRestsUntilThen(String code) throws Exception {
        ImportSummary summary = take(status("F-1", code).label("Quelque chose").build());
        assertEquals(0, summary.rejected(), "a status nobody knows is a task, not an error");
        Hold hold = agreements().holds().get(0);
        assertEquals("status-" + code, hold.reason());
        assertEquals(Optional.empty(), hold.until());
        assertEquals(List.of(ANNE), world.agreements.waiting(World.FIRM));
    }

    @ParameterizedTest
    @CsvSource({"204", "214", "205"})
    void whatNeedsNothingIsOnlyKept(String code) throws Exception {
        take(status("F-1", code).build());
        assertEquals(List.of(), agreements().holds());
        assertEquals(List.of(), agreements().disputes());
        assertEquals(code.equals("205"), agreements().contacts().get(0).answers());
    }

    @Test
    void aPaymentOnItsWayIsGivenSomeDays() throws Exception {
        take(status("F-1", "211").build());
        assertEquals(Optional.of(today.plusDays(7)), agreements().holds().get(0).until());
        take(status("F-1", "211", today.minusDays(30)).build());
        assertEquals(1, agreements().holds().size(), "one of long ago stops nothing any more");
    }

    @Test
    void theSameStatusAgainChangesNothing() throws Exception {
        LifecycleStatus status = status("F-1", "207").label("En litige").build();
        assertEquals(0, take(status).unchanged());
        List<JournalEntry> journal = journal();
        assertEquals("claire", journal.get(0).actor());
        assertEquals(1, take(status).unchanged());
        assertEquals(journal, journal());
        assertEquals(1, agreements().disputes().size());
        assertEquals(
                List.of(true, false), told.stream().map(ImportedStatus::isNew).toList());
        String id = agreements().disputes().get(0).id();
        world.ledger.write(
                World.FIRM,
                World.CLERK,
                batch -> batch.put(ANNE, agreements().disputes().get(0).closed(today, Dispute.Outcome.REJECTED)));
        take(status);
        assertEquals(1, agreements().disputes().size(), "what a person has closed stays closed: " + id);
        take(status("F-1", "207", today.minusDays(1)).build());
        assertEquals(2, agreements().disputes().size(), "another day, another word");
    }

    @Test
    void anApprovalEndsWhatWasContestedAndSuspended() throws Exception {
        take(status("F-1", "207", today.minusDays(3)).build());
        take(status("F-1", "208", today.minusDays(2)).build());
        take(status("F-1", "209", today.minusDays(1)).build());
        assertEquals(List.of(), agreements().holds());
        assertEquals(1, open());
        take(status("F-1", "205").build());
        assertEquals(0, open());
        assertEquals(
                Optional.of(Dispute.Outcome.WITHDRAWN),
                agreements().disputes().get(0).outcome());
    }

    @Test
    void theOrderOfTheFilesDoesNotMatter() throws Exception {
        take(status("F-1", "205").build());
        take(
                status("F-1", "207", today.minusDays(3)).build(),
                status("F-1", "208", today.minusDays(2)).build());
        assertEquals(List.of(), agreements().holds());
        assertEquals(0, open(), "it was approved later");
        assertEquals(3, agreements().contacts().size());
        take(status("F-1", "228").build());
        take(status("F-1", "225", today.minusDays(3)).build());
        assertEquals(List.of(), agreements().holds());
        take(status("F-1", "213", today.minusDays(3)).build());
        assertEquals(1, agreements().holds().size(), "an approval does not make a rejected invoice a sent one");
    }

    @Test
    void whatIsNotAboutOurInvoiceIsRefused() throws Exception {
        Creditor plain = world.firms.firm;
        world.firms.firm = Creditor.named(plain.id(), plain.name(), plain.address())
                .accounts(Map.of("EUR", plain.account("EUR").orElseThrow()))
                .legalId("123 456 782")
                .build();
        take(status("F-9", "207").build());
        take(status("F-1", "207")
                .seller(List.of(new Identifier("0002", "111111118")))
                .build());
        take(status("F-1", "207").invoiceDate(Optional.of(today.minusDays(400))).build());
        take(status("F-1", "207", today.plusDays(1)).build());
        assertEquals(
                List.of("invoice", "seller", "issueDate", "issueDate"),
                rejections.stream().map(Rejection::field).toList());
        assertEquals(List.of(), agreements().contacts());
        take(status("F-1", "207")
                .seller(List.of(new Identifier("0002", "123456782")))
                .build());
        assertEquals(1, open());
    }

    @Test
    void whatIsPaidHasNoDisputeAnyMore() throws Exception {
        world.payment("p-1", "F-1", "365.00", today);
        take(status("F-1", "207").build());
        assertEquals(List.of(), agreements().disputes());
        assertEquals(Contact.Kind.ANSWER, agreements().contacts().get(0).kind());
    }

    private long open() throws Exception {
        return agreements().disputes().stream()
                .filter(dispute -> dispute.closedOn().isEmpty())
                .count();
    }

    private CaseAgreements agreements() {
        try {
            return world.agreements.agreements(World.FIRM, ANNE);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private List<JournalEntry> journal() throws Exception {
        return world.journal.entries(World.FIRM, Optional.of(ANNE), 99);
    }

    private Optional<SendingEvidence> evidence() throws Exception {
        return world.store.find(World.FIRM, "F-1", today).get(0).evidence();
    }

    private LifecycleStatus.Builder status(String invoice, String code) {
        return status(invoice, code, today);
    }

    private static LifecycleStatus.Builder status(String invoice, String code, LocalDate on) {
        return LifecycleStatus.of(
                invoice, code, LocalDateTime.of(on.getYear(), on.getMonth(), on.getDayOfMonth(), 9, 30));
    }

    private ImportSummary take(LifecycleStatus... statuses) throws Exception {
        imports.removeImporter(given);
        given = new Given(List.of(statuses));
        imports.addImporter(given, Map.of());
        Path file = Files.writeString(folder.resolve("statuses"), "given");
        return imports.importFiles(
                World.FIRM,
                new ImportRequest(List.of(file), Optional.empty(), Optional.empty(), false),
                World.CLERK,
                new ImportListener() {
                    @Override
                    public void rejected(Rejection rejection) {
                        rejections.add(rejection);
                    }

                    @Override
                    public void status(ImportedStatus status) {
                        told.add(status);
                    }
                });
    }

    /** A format whose files are the statuses that were given. */
    private record Given(List<LifecycleStatus> statuses) implements Importer {

        @Override
        public String format() {
            return "given";
        }

        @Override
        public boolean recognises(String fileName, byte[] head) {
            return new String(head, StandardCharsets.UTF_8).equals("given");
        }

        @Override
        public void read(CreditorId creditor, Path file, Optional<Path> mapping, ImportSink sink) {
            statuses.forEach(status -> sink.lifecycleStatus(1, status));
        }
    }
}
