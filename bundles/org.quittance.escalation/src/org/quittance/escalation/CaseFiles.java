package org.quittance.escalation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quittance.api.agency.CasePackage;
import org.quittance.api.agency.CasePackage.PastContact;
import org.quittance.api.agency.HandOverKey;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.document.DocumentKind;
import org.quittance.api.document.MessageFacts;
import org.quittance.api.document.MessageFacts.Line;
import org.quittance.api.interest.InterestSegment;
import org.quittance.api.interest.MissingRate;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.CreditorReference;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;
import org.quittance.service.casework.CaseService.CaseView;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CaseworkException.Kind;
import org.quittance.service.casework.Failures;
import org.quittance.service.claim.Claim;
import org.quittance.service.claim.ItemClaim;
import org.quittance.service.claim.LimitWatch;

/** Puts together what an agency gets about a case. */
final class CaseFiles {

    private static final String TEMPLATE = "handover";

    private final LimitWatch limits;
    private final Exhibits exhibits;

    CaseFiles(LimitWatch limits, Exhibits exhibits) {
        this.limits = limits;
        this.exhibits = exhibits;
    }

    /** @param items at least one; in one currency, or it is refused */
    CasePackage file(
            HandOverKey key,
            Creditor creditor,
            CaseView view,
            List<ItemClaim> items,
            CasePackage.Mandate mandate,
            List<String> wanted,
            LocalDate today)
            throws CaseworkException {
        Set<Currency> currencies =
                items.stream().map(one -> one.item().open().currency()).collect(Collectors.toSet());
        if (currencies.size() > 1) {
            throw Failures.refusal(
                    Kind.USAGE, "handover.currencies", view.debtor().id(), currencies);
        }
        List<DocumentFile> documents = exhibits.of(creditor, view.debtor(), wanted, today);
        CasePackage.Builder file = CasePackage.keyed(key)
                .parties(creditor, view.debtor())
                .claim(facts(key, creditor, view, items, today), today)
                .mandate(mandate)
                .contacts(contacts(view.messages()))
                .exhibits(documents);
        limitation(creditor, view.debtor(), items).ifPresent(file::limitationDate);
        return file.build();
    }

    private Optional<LocalDate> limitation(Creditor creditor, Debtor debtor, List<ItemClaim> items) {
        return items.stream()
                .map(one -> limits.lastDay(
                        creditor.address().country(), debtor.kind(), one.item().issueDate()))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private static List<PastContact> contacts(List<MessageRecord> newestFirst) {
        return newestFirst.stream()
                .filter(record ->
                        record.state().countsAsSent() && record.sentOn().isPresent())
                .filter(record -> record.message().kind() != DocumentKind.HANDOVER_PROPOSAL)
                .map(record -> new PastContact(
                        record.sentOn().orElseThrow(),
                        record.channel().orElse(record.message().kind() == DocumentKind.CALL_SHEET ? "call" : "-"),
                        record.message().step()))
                .sorted(Comparator.comparing(PastContact::on))
                .toList();
    }

    /** Costs of recovery are not in it: without a title they stay with the creditor (CPCE L111-8). */
    private static MessageFacts facts(
            HandOverKey key, Creditor creditor, CaseView view, List<ItemClaim> items, LocalDate today) {
        Money zero = Money.zero(items.get(0).item().open().currency());
        List<OpenItem> credits = view.claim().credits().stream()
                .filter(credit -> credit.open().currency().equals(zero.currency()))
                .toList();
        Money credited = credits.stream().map(OpenItem::open).reduce(zero, Money::plus);
        List<InterestSegment> segments = new ArrayList<>();
        items.forEach(one -> segments.addAll(one.claim().segments()));
        MessageFacts.Builder facts = MessageFacts.of(
                        DocumentKind.HANDOVER_PROPOSAL,
                        TEMPLATE,
                        creditor.language(),
                        today,
                        sum(items, zero, Claim::principal).plus(credited))
                .reference(key.value(), CreditorReference.of(key.value()))
                .lines(items.stream()
                        .map(one -> line(one.item(), one.claim().principal(), today))
                        .toList())
                .credits(credits.stream()
                        .map(credit -> line(credit, credit.open(), today))
                        .toList())
                .interest(sum(items, zero, Claim::interest), segments)
                .indemnity(sum(items, zero, Claim::indemnity))
                .fees(sum(items, zero, Claim::fees));
        items.stream()
                .flatMap(one -> one.claim().missing().stream())
                .map(MissingRate::since)
                .min(Comparator.naturalOrder())
                .ifPresent(since -> facts.interestKnownUntil(since.minusDays(1)));
        return facts.build();
    }

    private static Money sum(List<ItemClaim> items, Money zero, Function<Claim, Money> part) {
        return items.stream().map(one -> part.apply(one.claim())).reduce(zero, Money::plus);
    }

    private static Line line(OpenItem item, Money claimed, LocalDate today) {
        return new Line(
                item.number(),
                item.key().instalment(),
                item.issueDate(),
                item.dueDate(),
                (int) ChronoUnit.DAYS.between(item.dueDate(), today),
                item.original(),
                item.original().minus(item.open()),
                claimed);
    }
}
