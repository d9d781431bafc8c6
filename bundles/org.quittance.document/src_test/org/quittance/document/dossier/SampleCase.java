package org.quittance.document.dossier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.quittance.api.document.DocumentException;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.document.DocumentKind;
import org.quittance.api.interest.Anchor;
import org.quittance.api.interest.ChargeKind;
import org.quittance.api.interest.FeeTier;
import org.quittance.api.interest.Figure;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.interest.RateRule;
import org.quittance.api.interest.RateTable;
import org.quittance.api.interest.ReferenceDay;
import org.quittance.api.interest.ReferenceRate;
import org.quittance.api.interest.RegimeTerms;
import org.quittance.api.interest.StartRule;
import org.quittance.api.ledger.AgreementLedger;
import org.quittance.api.ledger.CaseAgreements;
import org.quittance.api.ledger.CaseHistory;
import org.quittance.api.ledger.ClaimStatement;
import org.quittance.api.ledger.Commitment;
import org.quittance.api.ledger.CommitmentTerms;
import org.quittance.api.ledger.JournalEntry;
import org.quittance.api.ledger.MessageId;
import org.quittance.api.ledger.MessageItem;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.ledger.PreparedMessage;
import org.quittance.api.ledger.ProofDocument;
import org.quittance.api.ledger.RunId;
import org.quittance.api.ledger.SendLedger;
import org.quittance.api.model.Allocation;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.DebtorKind;
import org.quittance.api.model.EvidenceGrade;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.ItemKind;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;
import org.quittance.api.model.SendingEvidence;
import org.quittance.api.store.InvoiceDocument;
import org.quittance.document.LetterRenderer;
import org.quittance.document.Samples;
import org.quittance.engine.PureDunningEngine;
import org.quittance.engine.policy.JsonPolicyReader;
import org.quittance.service.casework.CaseService;
import org.quittance.service.casework.CreditorDirectory;
import org.quittance.service.claim.CaseClaim;
import org.quittance.service.claim.ChargeClaim;
import org.quittance.service.decision.Answer;
import org.quittance.service.decision.DebtorPosition;
import org.quittance.service.decision.DunningEngine;
import org.quittance.service.decision.Explanation;
import org.quittance.service.decision.Law;
import org.quittance.service.decision.Reason;
import org.quittance.service.decision.Situation;

/** One debtor with two invoices, a payment, a credit note, two reminders, a formal notice and a broken promise. */
final class SampleCase implements CaseService, CreditorDirectory {

    static final LocalDate TODAY = Samples.TODAY;
    static final Creditor CREDITOR = Samples.creditor();
    static final Debtor DEBTOR = Samples.debtor();
    private static final LetterRenderer LETTERS = new LetterRenderer(Samples.shelf());

    MessageState noticeState = MessageState.SENT;
    final Archive archive = new Archive();
    List<ProofDocument> proofs = List.of();
    List<ChargeClaim> charges = List.of();
    List<ClaimStatement> statements = List.of();

    CaseDossierService service() {
        SendLedger ledger = (SendLedger) Proxy.newProxyInstance(
                SampleCase.class.getClassLoader(), new Class<?>[] {SendLedger.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("content")) {
                        return content((MessageId) arguments[1]);
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
        DunningEngine engine = (DunningEngine) Proxy.newProxyInstance(
                SampleCase.class.getClassLoader(),
                new Class<?>[] {DunningEngine.class},
                (proxy, method, arguments) -> "Facture " + ((Answer) arguments[0]).number() + " : prochaine étape.");
        CaseDossierService service =
                new CaseDossierService(this, ledger, this, engine, agreements(), (ofCreditor, ofDebtor) -> proofs);
        service.addJurisdiction(Samples.frenchLaw());
        service.addArchive(archive);
        return service;
    }

    private static AgreementLedger agreements() {
        return (AgreementLedger) Proxy.newProxyInstance(
                SampleCase.class.getClassLoader(),
                new Class<?>[] {AgreementLedger.class},
                (proxy, method, arguments) -> new CaseAgreements(
                        DEBTOR.id(),
                        List.of(plan()),
                        List.of(terms()),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()));
    }

    private static Commitment plan() {
        List<Commitment.Instalment> instalments = new ArrayList<>();
        for (int month = 0; month < 6; month++) {
            instalments.add(new Commitment.Instalment(TODAY.plusDays(9).plusMonths(month), Samples.euros(60_431)));
        }
        return new Commitment(
                "plan-1",
                Commitment.Kind.PLAN,
                Commitment.State.LIVE,
                TODAY,
                Set.of(second().key(), ItemKey.of(CREDITOR.id(), InvoiceId.of("F-2026-101"), 1)),
                Samples.euros(358_900),
                instalments);
    }

    private static CommitmentTerms terms() {
        return new CommitmentTerms(
                "plan-1",
                Samples.euros(358_900),
                Samples.euros(3_686),
                Samples.euros(0),
                Samples.euros(0),
                Optional.of(new BigDecimal("4.5")),
                "anne",
                TODAY,
                Optional.empty(),
                Optional.empty(),
                "",
                "",
                "");
    }

    @Override
    public List<Debtor> search(CreditorId creditor, String text) {
        return List.of(DEBTOR);
    }

    @Override
    public CaseView view(CreditorId creditor, DebtorId debtor, LocalDate asOf, Locale language) {
        List<OpenItem> items = List.of(first(), second(), credit());
        CaseHistory history = CaseHistory.of(DEBTOR.id())
                .statements(statements)
                .commitments(List.of(new Commitment(
                        "p1",
                        Commitment.Kind.PROMISE,
                        Commitment.State.BROKEN,
                        LocalDate.of(2026, 11, 4),
                        Set.of(),
                        Samples.euros(300_000),
                        List.of(new Commitment.Instalment(LocalDate.of(2026, 11, 12), Samples.euros(100_000))))))
                .build();
        List<Explanation> decisions = items.stream()
                .map(item -> new Explanation(
                        new Answer(
                                item.key(),
                                item.number(),
                                item.open(),
                                Reason.ACT,
                                Optional.of("handover"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(LocalDate.of(2026, 12, 8))),
                        item.open(),
                        List.of()))
                .toList();
        CaseClaim claim = claim(items, history, new TenPercent(StartRule.AFTER_DUE_DATE));
        return new CaseView(
                DEBTOR,
                items,
                decisions,
                new CaseClaim(claim.items(), claim.credits(), charges),
                history,
                List.of(
                        message(3, DocumentKind.FORMAL_NOTICE, "formal-notice", "2026-11-16", noticeState),
                        message(2, DocumentKind.REMINDER, "firm", "2026-11-02", MessageState.SENT),
                        message(1, DocumentKind.REMINDER, "courteous", "2026-10-12", MessageState.SENT),
                        message(4, DocumentKind.REMINDER, "last", "2026-11-20", MessageState.WITHDRAWN)),
                List.of(
                        entry(3, "2026-11-16T08:00:00Z", "message.sent", "{\"message\":\"20261116-1-3\"}"),
                        entry(2, "2026-11-13T08:00:00Z", "commitment.broken", "{\"id\":\"p1\"}"),
                        new JournalEntry(
                                1,
                                Instant.parse("2026-10-12T08:00:00Z"),
                                "anne",
                                "message.sent",
                                Optional.of(DEBTOR.id()),
                                Optional.empty())));
    }

    static CaseClaim claim(List<OpenItem> items, CaseHistory history, InterestRegime regime) {
        Situation situation = new Situation(
                TODAY,
                CREDITOR,
                new JsonPolicyReader().shipped().get(0),
                Optional.of(TODAY),
                Set.of(),
                new Law(List.of(regime), List.of()));
        return new PureDunningEngine().claim(new DebtorPosition(DEBTOR, items, history), situation);
    }

    private static JournalEntry entry(long sequence, String at, String kind, String payload) {
        return new JournalEntry(
                sequence, Instant.parse(at), "anne", kind, Optional.of(DEBTOR.id()), Optional.of(payload));
    }

    OpenItem first() {
        OpenItem.Builder item = item("F-2026-101", ItemKind.INVOICE, 240_000)
                .original(Samples.euros(300_000))
                .issued(LocalDate.of(2026, 8, 15))
                .due(LocalDate.of(2026, 9, 14))
                .allocations(List.of(new Allocation(LocalDate.of(2026, 10, 5), Samples.euros(60_000))));
        return item.evidence(new SendingEvidence(EvidenceGrade.DELIVERED, LocalDate.of(2026, 8, 16), "plateforme"))
                .build();
    }

    private static OpenItem second() {
        return item("F-2026-117", ItemKind.INVOICE, 118_900)
                .issued(LocalDate.of(2026, 9, 20))
                .due(LocalDate.of(2026, 10, 20))
                .build();
    }

    private static OpenItem credit() {
        return item("AV-2026-007", ItemKind.CREDIT_NOTE, -15_000)
                .issued(LocalDate.of(2026, 11, 2))
                .due(LocalDate.of(2026, 11, 2))
                .build();
    }

    private static OpenItem.Builder item(String number, ItemKind kind, long cents) {
        return OpenItem.of(ItemKey.of(CREDITOR.id(), InvoiceId.of(number), 1), DEBTOR.id())
                .number(number)
                .kind(kind)
                .open(Samples.euros(cents))
                .token("t");
    }

    private static MessageRecord message(int number, DocumentKind kind, String step, String date, MessageState state) {
        RunId run = new RunId(date.replace("-", "") + "-1");
        LocalDate day = LocalDate.parse(date);
        Money zero = Samples.euros(0);
        PreparedMessage message = PreparedMessage.of(MessageId.of(run, number), run, DEBTOR.id())
                .step(step, kind)
                .asOf(day)
                .items(List.of(new MessageItem(second().token(), 1, step, zero, zero, Optional.empty())))
                .amounts(zero, zero, zero, zero)
                .facts("{}")
                .build();
        return new MessageRecord(
                message,
                state,
                Instant.parse(date + "T08:00:00Z"),
                state.countsAsSent() ? Optional.of(day) : Optional.empty(),
                Optional.of("letter"),
                Optional.empty(),
                Optional.empty());
    }

    private static List<DocumentFile> content(MessageId id) throws DocumentException {
        String template =
                id.value().endsWith("-3") ? "formal-notice" : id.value().endsWith("-2") ? "firm" : "courteous";
        var message = LETTERS.render(Samples.full(template, Locale.FRENCH, 2).build(), CREDITOR, DEBTOR);
        return List.of(
                message.letter(),
                DocumentFile.of("message.txt", "text/plain", message.text().getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public Optional<Creditor> creditor(CreditorId id) {
        return Optional.of(CREDITOR);
    }

    @Override
    public List<Creditor> creditors() {
        return List.of(CREDITOR);
    }

    /** Has the first invoice, in a PDF of somebody else whose fonts are not embedded. */
    static final class Archive implements InvoiceDocument {

        final byte[] invoice = foreign();

        @Override
        public Map<InvoiceId, SendingEvidence> evidence(CreditorId creditor, Collection<InvoiceId> invoices) {
            return Map.of();
        }

        @Override
        public Optional<DocumentFile> document(CreditorId creditor, InvoiceId invoice) {
            return invoice.value().equals("F-2026-101")
                    ? Optional.of(DocumentFile.of("Facture F-2026-101.pdf", "application/pdf", this.invoice))
                    : Optional.empty();
        }

        private static byte[] foreign() {
            try (PDDocument document = new PDDocument();
                    ByteArrayOutputStream out = new ByteArrayOutputStream()) {
                for (int page = 1; page <= 2; page++) {
                    PDPage sheet = new PDPage();
                    document.addPage(sheet);
                    try (PDPageContentStream content = new PDPageContentStream(document, sheet)) {
                        content.beginText();
                        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 20);
                        content.newLineAtOffset(72, 700);
                        content.showText("INVOICE F-2026-101, page " + page);
                        content.endText();
                    }
                }
                document.save(out);
                return out.toByteArray();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    /** Ten percent, forty euros. */
    static final class TenPercent implements InterestRegime {

        private final StartRule start;

        TenPercent(StartRule start) {
            this.start = start;
        }

        @Override
        public String id() {
            return "test";
        }

        @Override
        public boolean governs(String creditorCountry, DebtorKind debtor) {
            return true;
        }

        @Override
        public Set<ChargeKind> titles() {
            return Set.of(ChargeKind.INTEREST, ChargeKind.INDEMNITY);
        }

        @Override
        public RegimeTerms terms() {
            return RegimeTerms.of(
                            "C. com. L441-10 II",
                            new RateRule(
                                    "test",
                                    BigDecimal.ONE,
                                    none(BigDecimal.ZERO),
                                    BigDecimal.ZERO,
                                    Anchor.EACH_CHANGE,
                                    ReferenceDay.FIRST_DAY))
                    .start(start, 0)
                    .fee(new FeeTier(Samples.euros(4_000), Optional.empty(), LocalDate.MIN, none(BigDecimal.ZERO)))
                    .build();
        }

        @Override
        public RateTable rates() {
            return RateTable.of(
                    terms().rate(),
                    List.of(new ReferenceRate("test", LocalDate.of(1, 1, 1), LocalDate.MAX, none(BigDecimal.TEN))));
        }

        private static Figure none(BigDecimal value) {
            return new Figure(value, "test", LocalDate.EPOCH, true, false);
        }
    }
}
