package org.quittance.casework.agreement;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.interest.InterestSegment;
import org.quittance.api.ledger.AgreementLedger;
import org.quittance.api.ledger.ClaimStatement;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.Role;
import org.quittance.service.agreement.Recording;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CaseworkException.Kind;
import org.quittance.service.casework.Failures;
import org.quittance.service.claim.ClaimStatements;
import org.quittance.service.claim.ItemClaim;
import org.quittance.service.dossier.DossierService;
import org.quittance.service.dossier.DossierService.ClaimSheet;
import org.quittance.service.dossier.DossierService.Order;

/** Claim statements over the case ledger; what is kept and what is printed come from one look at the case. */
@Component
public final class CaseworkClaimStatements implements ClaimStatements {

    private final Desk desk;
    private final AgreementLedger agreements;
    private final DossierService documents;

    @Activate
    public CaseworkClaimStatements(
            @Reference Desk desk, @Reference AgreementLedger agreements, @Reference DossierService documents) {
        this.desk = requireNonNull(desk, "desk");
        this.agreements = requireNonNull(agreements, "agreements");
        this.documents = requireNonNull(documents, "documents");
    }

    @Override
    public ClaimStatement issue(CreditorId creditor, DebtorId debtor, Locale language, Recording recording)
            throws CaseworkException {
        return desk.record(creditor, debtor, recording, Role.CLERK, "issue a claim", (file, entry) -> {
            List<ClaimStatement> earlier = file.agreements().statements();
            int number = earlier.size() + 1;
            ClaimSheet sheet = documents.claim(new Order(creditor, debtor, recording.on(), language), number, earlier);
            if (sheet.items().isEmpty()) {
                throw Failures.refusal(Kind.USAGE, "claim.nothing", file.debtor());
            }
            ClaimStatement statement = new ClaimStatement(
                    "claim-" + number,
                    number,
                    recording.on(),
                    sheet.items().stream().map(CaseworkClaimStatements::line).toList(),
                    sheet.document().sha256(),
                    Optional.of(sheet.document()));
            entry.put(statement);
            journal(entry, statement);
            return statement;
        });
    }

    private static ClaimStatement.Line line(ItemClaim claimed) {
        List<InterestSegment> segments = claimed.claim().segments();
        Optional<LocalDate> until = segments.isEmpty()
                ? Optional.empty()
                : Optional.of(segments.get(segments.size() - 1).to());
        return new ClaimStatement.Line(
                claimed.item().key(),
                claimed.cycle(),
                claimed.claim().principal(),
                claimed.claim().interest().plus(claimed.paidInterest()),
                until,
                claimed.claim().indemnity());
    }

    private static void journal(Entry entry, ClaimStatement statement) {
        ObjectNode json = entry.journal("claim.issued");
        json.put("id", statement.id());
        json.put("sha256", statement.sha256());
        var lines = json.putArray("lines");
        for (ClaimStatement.Line line : statement.lines()) {
            ObjectNode one = lines.addObject();
            one.put("item", line.item().toString());
            one.put("currency", line.principal().currency().getCurrencyCode());
            one.put("principal", line.principal().toDecimalString());
            one.put("interest", line.interest().toDecimalString());
            line.claimedUntil().ifPresent(day -> one.put("claimedUntil", day.toString()));
            one.put("indemnity", line.indemnity().toDecimalString());
        }
    }

    @Override
    public List<ClaimStatement> issued(CreditorId creditor, DebtorId debtor) throws CaseworkException {
        return desk.agreements(creditor, debtor).statements();
    }

    @Override
    public Optional<DocumentFile> document(CreditorId creditor, DebtorId debtor, int number) throws CaseworkException {
        try {
            return agreements.claimStatement(creditor, debtor, number);
        } catch (LedgerException e) {
            throw Failures.of(e);
        }
    }
}
