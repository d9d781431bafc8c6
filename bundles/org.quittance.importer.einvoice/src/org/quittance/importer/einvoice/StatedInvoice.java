package org.quittance.importer.einvoice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quittance.api.importer.DocumentType;
import org.quittance.api.importer.ElectronicInvoice;
import org.quittance.api.importer.InvoiceRecord;
import org.quittance.api.importer.Party;
import org.quittance.api.model.Money;

/**
 * What a document states in either syntax, before it is known whether that is consistent.
 *
 * @param typeElement where its type stands
 * @param dueElement where its amount due stands
 * @param prepaid empty where the document does not say
 * @param terms one per term of payment
 */
record StatedInvoice(
        String number,
        XmlElement typeElement,
        Optional<String> process,
        LocalDate issueDate,
        Party seller,
        Party buyer,
        Optional<Party> payee,
        Money total,
        Optional<Money> prepaid,
        Optional<Money> rounding,
        Money amountDue,
        XmlElement dueElement,
        List<Term> terms,
        Optional<String> payeeIban,
        Optional<String> paymentReference,
        Optional<String> buyerReference,
        Optional<String> orderReference,
        Optional<String> contractReference,
        List<String> preceding,
        Optional<LocalDate> deliveredOn,
        List<ElectronicInvoice.Note> notes) {

    /** One term of payment. */
    record Term(Optional<LocalDate> dueDate, Optional<Money> amount, Optional<String> text) {}

    /** Amounts become positive; what contradicts itself is refused. */
    ElectronicInvoice checked() throws UnfitDocument {
        String code = typeElement.text().orElse("");
        DocumentType stated = DocumentTypes.of(code, process)
                .orElseThrow(() -> new UnfitDocument(
                        typeElement.line(),
                        typeElement.name(),
                        "the type " + Values.shown(code) + " is not that of an invoice or credit note"));
        boolean negative = total.isNegative();
        DocumentType type = negative ? DocumentType.CREDIT_NOTE : stated;
        if (negative && stated == DocumentType.CREDIT_NOTE) {
            throw new UnfitDocument(
                    typeElement.line(),
                    typeElement.name(),
                    "it is a credit note over a negative amount, which could mean either direction; ask for a correct one");
        }
        Money sum = signed(total, negative);
        Money due = signed(amountDue, negative);
        Money paidBefore = paidBefore(sum, due, negative);
        if (due.isNegative()) {
            throw unfitSum("more was paid before than the total of " + sum + "; pay back the difference by hand");
        }
        return ElectronicInvoice.of(number, type, issueDate, seller, buyer, sum)
                .process(process)
                .amountDue(due)
                .prepaid(paidBefore)
                .instalments(type == DocumentType.CREDIT_NOTE ? List.of() : instalments(due))
                .paymentTerms(words())
                .payee(payee.filter(other -> !other.name().equalsIgnoreCase(seller.name())))
                .payeeIban(payeeIban)
                .paymentReference(paymentReference)
                .buyerReference(buyerReference)
                .orderReference(orderReference)
                .contractReference(contractReference)
                .preceding(preceding)
                .deliveredOn(deliveredOn)
                .notes(notes)
                .build();
    }

    private Money paidBefore(Money sum, Money due, boolean negative) throws UnfitDocument {
        Money round = signed(rounding.orElse(Money.zero(total.currency())), negative);
        if (prepaid.isEmpty()) {
            // A document of the smallest profile has no place to say it.
            return sum.plus(round).minus(due);
        }
        Money stated = signed(prepaid.get(), negative);
        if (!sum.plus(round).minus(stated).equals(due)) {
            throw unfitSum("the total of " + sum + " less what was paid before, " + stated + ", is not the amount due, "
                    + due);
        }
        return stated;
    }

    private UnfitDocument unfitSum(String reason) {
        return new UnfitDocument(dueElement.line(), dueElement.name(), reason);
    }

    private static Money signed(Money amount, boolean negative) {
        return negative ? amount.negated() : amount;
    }

    private Optional<String> words() {
        List<String> texts =
                terms.stream().flatMap(term -> term.text().stream()).distinct().toList();
        return texts.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", texts));
    }

    /** Several dates count only if they share out the amount due; then the terms in words are not asked. */
    private List<InvoiceRecord.Instalment> instalments(Money due) {
        if (!due.isPositive()) {
            return List.of();
        }
        List<Term> dated =
                terms.stream().filter(term -> term.dueDate().isPresent()).toList();
        if (dated.isEmpty()) {
            return words().flatMap(text -> PaymentTermText.due(text, issueDate))
                    .map(day -> List.of(new InvoiceRecord.Instalment(day, due)))
                    .orElse(List.of());
        }
        long days = dated.stream().map(Term::dueDate).distinct().count();
        if (days == 1) {
            return List.of(new InvoiceRecord.Instalment(dated.get(0).dueDate().orElse(issueDate), due));
        }
        List<InvoiceRecord.Instalment> instalments = new ArrayList<>();
        Money left = due;
        for (Term term : dated) {
            Money amount = term.amount().orElse(Money.zero(due.currency()));
            if (!amount.isPositive()) {
                return List.of();
            }
            instalments.add(new InvoiceRecord.Instalment(term.dueDate().orElse(issueDate), amount));
            left = left.minus(amount);
        }
        return left.isZero() ? instalments : List.of();
    }
}
