package org.quittance.importer.einvoice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.quittance.api.importer.ElectronicInvoice;
import org.quittance.api.importer.Party;
import org.quittance.api.importer.Party.Identifier;
import org.quittance.api.model.Money;

/** Cross Industry Invoice of UN/CEFACT: as in EN 16931, Factur-X and ZUGFeRD 2, and the older one of ZUGFeRD 1. */
final class CiiInvoice {

    private final XmlElement document;
    private final XmlElement agreement;
    private final Optional<XmlElement> delivery;
    private final XmlElement settlement;
    private final XmlElement sums;
    private final Optional<String> process;
    private final Currency currency;
    private final LocalDate issueDate;

    private CiiInvoice(XmlElement root) throws UnfitDocument {
        document = Required.of(root, "ExchangedDocument", "HeaderExchangedDocument");
        XmlElement trade = Required.of(root, "SupplyChainTradeTransaction", "SpecifiedSupplyChainTradeTransaction");
        agreement = Required.of(trade, "ApplicableHeaderTradeAgreement", "ApplicableSupplyChainTradeAgreement");
        delivery = trade.first("ApplicableHeaderTradeDelivery")
                .or(() -> trade.first("ApplicableSupplyChainTradeDelivery"));
        settlement = Required.of(trade, "ApplicableHeaderTradeSettlement", "ApplicableSupplyChainTradeSettlement");
        sums = Required.of(
                settlement,
                "SpecifiedTradeSettlementHeaderMonetarySummation",
                "SpecifiedTradeSettlementMonetarySummation");
        process = root.text("ExchangedDocumentContext/BusinessProcessSpecifiedDocumentContextParameter/ID")
                .or(() -> root.text(
                        "SpecifiedExchangedDocumentContext/BusinessProcessSpecifiedDocumentContextParameter/ID"));
        currency = Values.currency(Required.of(settlement, "InvoiceCurrencyCode"));
        issueDate = Values.codedDate(Required.of(document, "IssueDateTime"));
    }

    static ElectronicInvoice read(XmlElement root) throws UnfitDocument {
        return new CiiInvoice(root).stated().checked();
    }

    private StatedInvoice stated() throws UnfitDocument {
        XmlElement due = inCurrency("DuePayableAmount");
        return new StatedInvoice(
                Required.line(document, "ID"),
                Required.of(document, "TypeCode"),
                process,
                issueDate,
                party(Required.of(agreement, "SellerTradeParty")),
                party(Required.of(agreement, "BuyerTradeParty")),
                payee(),
                Values.amount(inCurrency("GrandTotalAmount"), currency),
                optional("TotalPrepaidAmount"),
                optional("RoundingAmount"),
                Values.amount(due, currency),
                due,
                terms(),
                settlement
                        .text("SpecifiedTradeSettlementPaymentMeans/PayeePartyCreditorFinancialAccount/IBANID")
                        .map(Values::account),
                settlement.text("PaymentReference"),
                agreement.text("BuyerReference"),
                referenced(agreement, "BuyerOrderReferencedDocument"),
                referenced(agreement, "ContractReferencedDocument"),
                preceding(),
                deliveredOn(),
                notes());
    }

    /** An amount may stand a second time in the currency of the tax accounts. */
    private XmlElement inCurrency(String name) throws UnfitDocument {
        for (XmlElement element : sums.all(name)) {
            if (element.attribute("currencyID")
                    .orElse(currency.getCurrencyCode())
                    .equals(currency.getCurrencyCode())) {
                return element;
            }
        }
        return Required.of(sums, name);
    }

    private Optional<Money> optional(String name) throws UnfitDocument {
        return sums.first(name).isEmpty() ? Optional.empty() : Optional.of(Values.amount(inCurrency(name), currency));
    }

    private Optional<Party> payee() throws UnfitDocument {
        Optional<XmlElement> element = settlement.first("PayeeTradeParty");
        return element.isEmpty() ? Optional.empty() : Optional.of(party(element.get()));
    }

    private List<StatedInvoice.Term> terms() throws UnfitDocument {
        List<StatedInvoice.Term> terms = new ArrayList<>();
        for (XmlElement element : settlement.all("SpecifiedTradePaymentTerms")) {
            Optional<XmlElement> date = element.first("DueDateDateTime");
            Optional<XmlElement> part = element.first("PartialPaymentAmount");
            terms.add(new StatedInvoice.Term(
                    date.isEmpty() ? Optional.empty() : Optional.of(Values.codedDate(date.get())),
                    part.isEmpty() ? Optional.empty() : Optional.of(Values.amount(part.get(), currency)),
                    element.text("Description")));
        }
        return terms;
    }

    private static Optional<String> referenced(XmlElement parent, String name) {
        return parent.text(name + "/IssuerAssignedID").or(() -> parent.text(name + "/ID"));
    }

    private List<String> preceding() {
        List<String> numbers = new ArrayList<>();
        for (XmlElement element : settlement.all("InvoiceReferencedDocument")) {
            element.text("IssuerAssignedID").or(() -> element.text("ID")).ifPresent(numbers::add);
        }
        return numbers;
    }

    private Optional<LocalDate> deliveredOn() throws UnfitDocument {
        Optional<XmlElement> day =
                delivery.flatMap(element -> element.first("ActualDeliverySupplyChainEvent/OccurrenceDateTime"));
        return day.isEmpty() ? Optional.empty() : Optional.of(Values.codedDate(day.get()));
    }

    private List<ElectronicInvoice.Note> notes() {
        List<ElectronicInvoice.Note> notes = new ArrayList<>();
        for (XmlElement note : document.all("IncludedNote")) {
            note.text("Content")
                    .ifPresent(content -> notes.add(
                            new ElectronicInvoice.Note(note.text("SubjectCode").orElse(""), content)));
        }
        return notes;
    }

    private static Party party(XmlElement element) throws UnfitDocument {
        List<Identifier> identifiers = new ArrayList<>();
        for (String path : List.of("GlobalID", "ID")) {
            Parties.addIdentifiers(identifiers, element.all(path));
        }
        String email = "";
        for (XmlElement address : element.all("URIUniversalCommunication/URIID")) {
            if (Parties.isEmail(address)) {
                email = address.text().orElse("");
            } else {
                Parties.addIdentifiers(identifiers, List.of(address));
            }
        }
        Optional<String> own = Optional.of(email).filter(text -> !text.isEmpty());
        XmlElement contact = element.first("DefinedTradeContact").orElse(element);
        return Party.named(Required.line(element, "Name"))
                .identifiers(identifiers)
                .legalId(Parties.identifier(element.first("SpecifiedLegalOrganization/ID")))
                .vatNumber(vatNumber(element))
                .address(Parties.address(
                        element.first("PostalTradeAddress"),
                        List.of("LineOne", "LineTwo", "LineThree"),
                        "PostcodeCode",
                        "CityName",
                        "CountryID"))
                .contactName(Values.line(contact.text("PersonName").or(() -> contact.text("DepartmentName"))))
                .email(Values.line(
                        contact.text("EmailURIUniversalCommunication/URIID").or(() -> own)))
                .phone(Values.line(contact.text("TelephoneUniversalCommunication/CompleteNumber")))
                .build();
    }

    private static Optional<String> vatNumber(XmlElement party) {
        return party.all("SpecifiedTaxRegistration/ID").stream()
                .filter(id -> id.attribute("schemeID")
                        .map(scheme -> scheme.toUpperCase(Locale.ROOT))
                        .filter(scheme -> scheme.equals("VA") || scheme.equals("VAT"))
                        .isPresent())
                .flatMap(id -> Values.line(id.text()).stream())
                .findFirst();
    }
}
