package org.quittance.document.dossier;

import static java.util.Objects.requireNonNull;
import static org.osgi.service.component.annotations.ReferenceCardinality.MULTIPLE;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;
import static org.osgi.service.component.annotations.ReferencePolicyOption.GREEDY;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.ledger.AgreementLedger;
import org.quittance.api.ledger.CaseAgreements;
import org.quittance.api.ledger.ClaimStatement;
import org.quittance.api.ledger.Commitment;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.ledger.ProofDocument;
import org.quittance.api.ledger.ProofLedger;
import org.quittance.api.ledger.SendLedger;
import org.quittance.api.legal.LegalEscalation;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.OpenItem;
import org.quittance.api.store.InvoiceDocument;
import org.quittance.api.store.StoreException;
import org.quittance.api.text.Sentence;
import org.quittance.document.pdf.Binding;
import org.quittance.document.pdf.Binding.Appendix;
import org.quittance.document.pdf.ReportForm;
import org.quittance.document.report.Report;
import org.quittance.service.casework.CaseService;
import org.quittance.service.casework.CaseService.CaseView;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CaseworkException.Kind;
import org.quittance.service.casework.CreditorDirectory;
import org.quittance.service.casework.Failures;
import org.quittance.service.claim.ItemClaim;
import org.quittance.service.decision.DunningEngine;
import org.quittance.service.dossier.DossierService;
import org.quittance.service.dossier.Exhibit;

/** Makes the documents of a case from what ledger, journal and archives hold. Loads fonts with the first document. */
@Component
public final class CaseDossierService implements DossierService {

    private static final String PDF = "application/pdf";

    private final CaseService cases;
    private final SendLedger messages;
    private final CreditorDirectory creditors;
    private final DunningEngine engine;
    private final ProofLedger proofs;
    private final AgreementLedger agreements;
    private final List<LegalEscalation> jurisdictions = new CopyOnWriteArrayList<>();
    private final List<InvoiceDocument> archives = new CopyOnWriteArrayList<>();
    private @Nullable ReportForm form;

    @Activate
    public CaseDossierService(
            @Reference CaseService cases,
            @Reference SendLedger messages,
            @Reference CreditorDirectory creditors,
            @Reference DunningEngine engine,
            @Reference AgreementLedger agreements,
            @Reference ProofLedger proofs) {
        this.cases = requireNonNull(cases, "cases");
        this.messages = requireNonNull(messages, "messages");
        this.creditors = requireNonNull(creditors, "creditors");
        this.engine = requireNonNull(engine, "engine");
        this.proofs = requireNonNull(proofs, "proofs");
        this.agreements = requireNonNull(agreements, "agreements");
    }

    @Override
    public List<Exhibit> exhibits(Order order) throws CaseworkException {
        return exhibits(evidence(due(order)));
    }

    @Override
    public List<Exhibit> write(Order order, Path target, boolean replace) throws CaseworkException {
        DossierFiles files = DossierFiles.at(target, replace);
        CaseFile file = due(order);
        List<Evidence> evidence = evidence(file);
        DossierReport dossier = new DossierReport(file, evidence);
        Report report = dossier.report(form().count(dossier.report(0)));
        List<DocumentFile> originals = DossierReport.originals(evidence);
        List<Appendix> appendices = evidence.stream()
                .filter(one -> one.sheets().isPresent())
                .map(one -> appendix(one, file.labels()))
                .toList();
        try {
            files.write(new Binding(form()).bind(report, appendices, originals), originals);
        } catch (IOException e) {
            throw new CaseworkException(Kind.INPUT, Sentence.of(CaseDossierService.class, "exhibit.unreadable", e), e);
        }
        return exhibits(evidence);
    }

    private static List<Exhibit> exhibits(List<Evidence> evidence) {
        return evidence.stream().map(Evidence::exhibit).toList();
    }

    private static Appendix appendix(Evidence one, Labels labels) {
        return new Appendix(
                labels.text("exhibit.label", one.number()),
                labels.text("exhibit.page"),
                one.sheets().orElseThrow(),
                one.pages(),
                one.own());
    }

    @Override
    public DocumentFile statement(Order order) throws CaseworkException {
        byte[] pdf = form().of(new AccountStatement(file(order, item -> true)).report());
        return DocumentFile.of("statement.pdf", PDF, pdf);
    }

    @Override
    public ClaimSheet claim(Order order, int number, List<ClaimStatement> earlier) throws CaseworkException {
        CaseFile file = due(order);
        List<ItemClaim> items = file.view().claim().items().stream()
                .filter(claimed -> CurrencyClaim.daysLate(claimed.item(), order.asOf()) > 0)
                .toList();
        byte[] pdf = form().of(new ClaimSheetReport(file, number, earlier).report(items));
        return new ClaimSheet(DocumentFile.of("claim-" + number + ".pdf", PDF, pdf), items);
    }

    @Override
    public DocumentFile callSheet(Order order) throws CaseworkException {
        CaseFile file = due(order);
        CallSheet sheet =
                new CallSheet(file, answer -> engine.text(answer, file.labels().language()));
        return DocumentFile.of("call-sheet.pdf", PDF, form().of(sheet.report()));
    }

    @Override
    public DocumentFile acknowledgement(Order order, String planId) throws CaseworkException {
        CaseFile file = file(order, item -> true);
        CaseAgreements agreed = agreements(order);
        Commitment plan = agreed.commitments().stream()
                .filter(known -> known.id().equals(planId) && known.kind() == Commitment.Kind.PLAN)
                .findFirst()
                .orElseThrow(() -> new CaseworkException(
                        Kind.USAGE, Sentence.of(CaseDossierService.class, "plan.none", file.debtor(), planId)));
        List<String> law = jurisdictions.stream()
                .filter(place -> place.governs(file.creditor(), file.debtor()))
                .findFirst()
                .map(place -> place.acknowledgementOfDebt(file.labels().language()))
                .orElse(List.of());
        Acknowledgement acknowledgement =
                new Acknowledgement(file.creditor(), file.debtor(), plan, agreed.terms(plan), file.labels());
        Report report = acknowledgement.report(file.view().items(), agreedOn(plan, order), law, order.asOf());
        return DocumentFile.of("acknowledgement.pdf", PDF, form().of(report));
    }

    /** The items of a plan on the day it was agreed on. */
    private CaseFile agreedOn(Commitment plan, Order order) throws CaseworkException {
        Order then = new Order(order.creditor(), order.debtor(), plan.madeOn(), order.language());
        return file(
                then,
                item -> !item.kind().isCredit()
                        && (plan.items().isEmpty() || plan.items().contains(item.key())));
    }

    private CaseAgreements agreements(Order order) throws CaseworkException {
        try {
            return agreements.agreements(order.creditor(), order.debtor());
        } catch (LedgerException e) {
            throw Failures.of(e);
        }
    }

    /** With nothing but what is due: more cannot be asked for. */
    private CaseFile due(Order order) throws CaseworkException {
        return file(order, item -> item.kind().isCredit() || CurrencyClaim.daysLate(item, order.asOf()) > 0);
    }

    private CaseFile file(Order order, Predicate<OpenItem> wanted) throws CaseworkException {
        Creditor creditor = creditors
                .creditor(order.creditor())
                .orElseThrow(() -> Failures.refusal(Kind.USAGE, "creditor.none", order.creditor()));
        Labels labels = Labels.in(order.language());
        CaseView view = cases.view(creditor.id(), order.debtor(), order.asOf(), labels.language());
        Agreed agreed = new Agreed(view);
        List<OpenItem> items = view.items().stream()
                .filter(wanted)
                .flatMap(item -> agreed.claimed(item).stream())
                .toList();
        List<CurrencyClaim> owed = CurrencyClaim.of(items, agreed, order.asOf());
        return new CaseFile(creditor, view, owed, order.asOf(), labels);
    }

    private List<Evidence> evidence(CaseFile file) throws CaseworkException {
        return new EvidenceCollection(
                        file,
                        new Originals(file.creditor().id(), file.view().debtor().id()),
                        form())
                .collect();
    }

    private synchronized ReportForm form() {
        ReportForm prepared = form;
        if (prepared == null) {
            prepared = ReportForm.embeddingFonts();
            form = prepared;
        }
        return prepared;
    }

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC, policyOption = GREEDY)
    public void addArchive(InvoiceDocument archive) {
        archives.add(archive);
    }

    public void removeArchive(InvoiceDocument archive) {
        archives.remove(archive);
    }

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC, policyOption = GREEDY)
    public void addJurisdiction(LegalEscalation jurisdiction) {
        jurisdictions.add(jurisdiction);
    }

    public void removeJurisdiction(LegalEscalation jurisdiction) {
        jurisdictions.remove(jurisdiction);
    }

    /** The archives that are installed, and the send ledger. */
    private final class Originals implements EvidenceCollection.Sources {

        private final CreditorId creditor;
        private final DebtorId debtor;

        Originals(CreditorId creditor, DebtorId debtor) {
            this.creditor = creditor;
            this.debtor = debtor;
        }

        @Override
        public List<ProofDocument> proofs() throws CaseworkException {
            try {
                return proofs.proofs(creditor, debtor);
            } catch (LedgerException e) {
                throw new CaseworkException(
                        Kind.WORKSPACE, Sentence.of(CaseDossierService.class, "proofs.unreadable", e), e);
            }
        }

        @Override
        public Optional<DocumentFile> invoice(InvoiceId invoice) throws CaseworkException {
            try {
                for (InvoiceDocument archive : archives) {
                    Optional<DocumentFile> found = archive.document(creditor, invoice);
                    if (found.isPresent()) {
                        return found;
                    }
                }
                return Optional.empty();
            } catch (StoreException e) {
                throw new CaseworkException(
                        Kind.UNAVAILABLE, Sentence.of(CaseDossierService.class, "archive.silent", e), e);
            }
        }

        @Override
        public List<DocumentFile> content(MessageRecord message) throws CaseworkException {
            try {
                return messages.content(creditor, message.message().id());
            } catch (LedgerException e) {
                throw new CaseworkException(
                        Kind.WORKSPACE, Sentence.of(CaseDossierService.class, "messages.unreadable", e), e);
            }
        }
    }
}
