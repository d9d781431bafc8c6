package org.quittance.importer.einvoice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quittance.api.importer.ElectronicInvoice;
import org.quittance.api.importer.Party;
import org.quittance.api.importer.Party.Identifier;
import org.quittance.api.model.Money;

/** Invoice and CreditNote of UBL 2, as in EN 16931 and Peppol. */
final class UblInvoice {

    /** A note with its code in front: {@code #PMT#…}. */
    private static final Pattern CODED_NOTE = Pattern.compile("#([A-Z]{3})#(.*)", Pattern.DOTALL);

    private final XmlElement root;
    private final Currency currency;
    private final XmlElement sums;

    private UblInvoice(XmlElement root) throws UnfitDocument {
        this.root = root;
        this.currency = Values.currency(Required.of(root, "DocumentCurrencyCode"));
        this.sums = Required.of(root, "LegalMonetaryTotal");
    }

    static ElectronicInvoice read(XmlElement root) throws UnfitDocument {
        return new UblInvoice(root).stated().checked();
    }

    private StatedInvoice stated() throws UnfitDocument {
        XmlElement due = Required.of(sums, "PayableAmount");
        return new StatedInvoice(
                Required.line(root, "ID"),
                Required.of(root, "InvoiceTypeCode", "CreditNoteTypeCode"),
                root.text("ProfileID"),
                Values.isoDate(Required.of(root, "IssueDate")),
                party(Required.of(Required.of(root, "AccountingSupplierParty"), "Party")),
                party(Required.of(Required.of(root, "AccountingCustomerParty"), "Party")),
                payee(),
                Values.amount(Required.of(sums, "TaxInclusiveAmount"), currency),
                optional("PrepaidAmount"),
                optional("PayableRoundingAmount"),
                Values.amount(due, currency),
                due,
                terms(),
                root.text("PaymentMeans/PayeeFinancialAccount/ID").map(Values::account),
                root.text("PaymentMeans/PaymentID"),
                root.text("BuyerReference"),
                root.text("OrderReference/ID"),
                root.text("ContractDocumentReference/ID"),
                root.all("BillingReference/InvoiceDocumentReference/ID").stream()
                        .flatMap(id -> id.text().stream())
                        .toList(),
                date(root.first("Delivery/ActualDeliveryDate")),
                notes());
    }

    private Optional<Money> optional(String name) throws UnfitDocument {
        Optional<XmlElement> element = sums.first(name);
        return element.isEmpty() ? Optional.empty() : Optional.of(Values.amount(element.get(), currency));
    }

    private static Optional<LocalDate> date(Optional<XmlElement> element) throws UnfitDocument {
        return element.isEmpty() ? Optional.empty() : Optional.of(Values.isoDate(element.get()));
    }

    private Optional<Party> payee() throws UnfitDocument {
        Optional<XmlElement> element = root.first("PayeeParty");
        return element.isEmpty() ? Optional.empty() : Optional.of(party(element.get()));
    }

    /** A credit note has its due date with the means of payment, and so have older invoices. */
    private List<StatedInvoice.Term> terms() throws UnfitDocument {
        List<StatedInvoice.Term> terms = new ArrayList<>();
        for (XmlElement element : root.all("PaymentTerms")) {
            Optional<XmlElement> amount = element.first("Amount");
            terms.add(new StatedInvoice.Term(
                    date(element.first("PaymentDueDate").or(() -> element.first("InstallmentDueDate"))),
                    amount.isEmpty() ? Optional.empty() : Optional.of(Values.amount(amount.get(), currency)),
                    element.text("Note")));
        }
        Optional<LocalDate> due = date(root.first("DueDate").or(() -> root.first("PaymentMeans/PaymentDueDate")));
        if (due.isPresent() && terms.stream().allMatch(term -> term.dueDate().isEmpty())) {
            terms.add(new StatedInvoice.Term(due, Optional.empty(), Optional.empty()));
        }
        return terms;
    }

    private List<ElectronicInvoice.Note> notes() {
        List<ElectronicInvoice.Note> notes = new ArrayList<>();
        for (XmlElement element : root.all("Note")) {
            String text = element.text().orElse("");
            Matcher coded = CODED_NOTE.matcher(text);
            if (coded.matches()) {
                notes.add(new ElectronicInvoice.Note(
                        coded.group(1), coded.group(2).strip()));
            } else if (!text.isEmpty()) {
                notes.add(new ElectronicInvoice.Note("", text));
            }
        }
        return notes;
    }

    private static Party party(XmlElement element) throws UnfitDocument {
        List<Identifier> identifiers = new ArrayList<>();
        Parties.addIdentifiers(identifiers, element.all("PartyIdentification/ID"));
        Optional<XmlElement> endpoint = element.first("EndpointID");
        Optional<String> ownEmail = endpoint.filter(Parties::isEmail).flatMap(XmlElement::text);
        if (ownEmail.isEmpty()) {
            endpoint.ifPresent(address -> Parties.addIdentifiers(identifiers, List.of(address)));
        }
        Optional<String> name =
                element.text("PartyLegalEntity/RegistrationName").or(() -> element.text("PartyName/Name"));
        if (name.isEmpty()) {
            throw Required.missing(element, "PartyLegalEntity/RegistrationName");
        }
        return Party.named(Required.line(element, "PartyLegalEntity/RegistrationName", name.get()))
                .identifiers(identifiers)
                .legalId(Parties.identifier(element.first("PartyLegalEntity/CompanyID")))
                .vatNumber(vatNumber(element))
                .address(Parties.address(
                        element.first("PostalAddress"),
                        List.of("StreetName", "AdditionalStreetName", "AddressLine/Line"),
                        "PostalZone",
                        "CityName",
                        "Country/IdentificationCode"))
                .contactName(Values.line(element.text("Contact/Name")))
                .email(Values.line(element.text("Contact/ElectronicMail").or(() -> ownEmail)))
                .phone(Values.line(element.text("Contact/Telephone")))
                .build();
    }

    private static Optional<String> vatNumber(XmlElement party) {
        return party.all("PartyTaxScheme").stream()
                .filter(scheme ->
                        scheme.text("TaxScheme/ID").filter("VAT"::equals).isPresent())
                .flatMap(scheme -> Values.line(scheme.text("CompanyID")).stream())
                .findFirst();
    }
}
