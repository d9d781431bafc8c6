package org.quittance.casework.intake;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quittance.api.importer.ElectronicInvoice;
import org.quittance.api.importer.Party;
import org.quittance.api.model.BankAccount;
import org.quittance.api.model.Creditor;
import org.quittance.api.text.Sentence;

/** Whether a document is one of the creditor's own invoices, and what of it differs from the creditor's configuration. */
final class SellerCheck {

    private final Creditor creditor;
    private final Set<String> numbers;

    SellerCheck(Creditor creditor) {
        this.creditor = creditor;
        this.numbers = Identity.of(
                creditor.legalId(), creditor.vatNumber(), creditor.address().country());
    }

    /** Why the document is none of ours; empty if it is, or if that cannot be told. */
    Optional<Sentence> refusal(ElectronicInvoice invoice) {
        if (isCreditor(invoice.seller()) || creditor.isDraft()) {
            return Optional.empty();
        }
        String seller = invoice.seller().name();
        if (isCreditor(invoice.buyer())) {
            return Optional.of(Sentence.of(SellerCheck.class, "seller.received", seller));
        }
        return Optional.of(Sentence.of(SellerCheck.class, "seller.another", seller, creditor.name(), creditor.id()));
    }

    /** A draft takes everything, since nothing leaves in its name. */
    Optional<Sentence> doubt(ElectronicInvoice invoice) {
        return creditor.isDraft() && !isCreditor(invoice.seller())
                ? Optional.of(Sentence.of(
                        SellerCheck.class, "seller.draft", invoice.seller().name(), creditor.id()))
                : Optional.empty();
    }

    /** Whether a message is about an invoice of another firm; what gives no number may be about ours. */
    boolean isAnother(List<Party.Identifier> seller) {
        Set<String> given =
                Identity.of(Party.named(creditor.name()).identifiers(seller).build());
        return !creditor.isDraft()
                && !numbers.isEmpty()
                && !given.isEmpty()
                && !Identity.haveOneInCommon(numbers, given);
    }

    /** Numbers decide where both have some, names otherwise. */
    private boolean isCreditor(Party party) {
        Set<String> given = Identity.of(party);
        if (!numbers.isEmpty() && !given.isEmpty()) {
            return Identity.haveOneInCommon(numbers, given);
        }
        return Identity.folded(party.name()).equals(Identity.folded(creditor.name()));
    }

    /** Whether somebody else than the seller is to be paid, such as a factor. */
    boolean paysAnother(ElectronicInvoice invoice) {
        return invoice.payee().filter(payee -> !isSame(payee, invoice.seller())).isPresent();
    }

    private boolean isSame(Party payee, Party seller) {
        return Identity.haveOneInCommon(Identity.of(payee), Identity.of(seller))
                || Identity.folded(payee.name()).equals(Identity.folded(seller.name()));
    }

    /** Money may be waited for on an account that nobody looks at. */
    boolean namesAnotherAccount(ElectronicInvoice invoice) {
        Optional<String> configured =
                creditor.account(invoice.total().currency().getCurrencyCode()).map(BankAccount::iban);
        return configured.isPresent()
                && invoice.payeeIban()
                        .filter(iban -> !iban.equals(configured.get()))
                        .isPresent();
    }
}
