package org.quittance.importer.einvoice;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.quittance.api.importer.LifecycleStatus;
import org.quittance.api.importer.LifecycleStatus.Figure;
import org.quittance.api.importer.LifecycleStatus.Reason;
import org.quittance.api.importer.Party.Identifier;

/**
 * Cross Domain Acknowledgement and Response of UN/CEFACT, with which French platforms exchange the life-cycle of invoices. A message
 * has one status or several, each about an invoice it names.
 */
final class StatusMessage {

    static final String ROOT = "CrossDomainAcknowledgementAndResponse";

    private final XmlElement document;
    private final String message;
    private final String issuer;

    private StatusMessage(XmlElement root) throws UnfitDocument {
        document = Required.of(root, "ExchangedDocument");
        message = Values.line(document.text("ID")).orElse("");
        issuer = issuer(document);
    }

    static boolean is(String namespace, String name) {
        return name.equals(ROOT) && namespace.contains(":" + ROOT);
    }

    /** A status and its line, or why it cannot be taken. */
    interface Taker {

        void status(long line, LifecycleStatus status);

        void refused(UnfitDocument problem);
    }

    /** One status that cannot be taken does not hold back the others. */
    static void read(XmlElement root, Taker taker) throws UnfitDocument {
        if (!is(root.namespace(), root.name())) {
            throw new UnfitDocument(
                    root.line(),
                    root.name(),
                    "it is XML, but no message about the status of an invoice: its root is "
                            + Values.shown(root.name()));
        }
        StatusMessage read = new StatusMessage(root);
        List<XmlElement> acknowledgements = root.all("AcknowledgementDocument");
        if (root.first("AcknowledgementDocument/ReferenceReferencedDocument").isEmpty()) {
            throw Required.missing(root, "AcknowledgementDocument/ReferenceReferencedDocument");
        }
        for (XmlElement acknowledgement : acknowledgements) {
            for (XmlElement reference : acknowledgement.all("ReferenceReferencedDocument")) {
                try {
                    taker.status(reference.line(), read.status(acknowledgement, reference));
                } catch (UnfitDocument e) {
                    taker.refused(e);
                }
            }
        }
    }

    private LifecycleStatus status(XmlElement acknowledgement, XmlElement reference) throws UnfitDocument {
        Optional<XmlElement> issued =
                reference.first("FormattedIssueDateTime").or(() -> reference.first("IssueDateTime"));
        return LifecycleStatus.of(
                        Required.line(reference, "IssuerAssignedID"),
                        Required.line(reference, "ProcessConditionCode"),
                        at(acknowledgement, reference))
                .message(message)
                .label(Values.line(reference.text("ProcessCondition")).orElse(""))
                .invoiceDate(issued.isPresent() ? Optional.of(Values.codedDate(issued.get())) : Optional.empty())
                .seller(seller(reference))
                .issuer(issuer)
                .reasons(reasons(reference))
                .figures(figures(reference))
                .build();
    }

    /** When the status was given, else when the message was made, which comes after. */
    private LocalDateTime at(XmlElement acknowledgement, XmlElement reference) throws UnfitDocument {
        Optional<XmlElement> given = reference
                .first("SpecifiedDocumentStatus/ReferenceDateTime")
                .or(() -> acknowledgement.first("IssueDateTime"))
                .or(() -> document.first("IssueDateTime"));
        if (given.isEmpty()) {
            throw Required.missing(acknowledgement, "IssueDateTime");
        }
        return Values.codedTime(given.get());
    }

    private static List<Identifier> seller(XmlElement reference) {
        List<Identifier> numbers = new ArrayList<>();
        Parties.addIdentifiers(numbers, reference.all("IssuerTradeParty/GlobalID"));
        Parties.addIdentifiers(numbers, reference.all("IssuerTradeParty/SpecifiedLegalOrganization/ID"));
        return numbers;
    }

    private static String issuer(XmlElement document) {
        for (String party : List.of("IssuerTradeParty", "SenderTradeParty")) {
            Optional<String> name = Values.line(document.text(party + "/Name"))
                    .or(() -> Values.line(document.text(party + "/GlobalID")));
            if (name.isPresent()) {
                return name.get();
            }
        }
        return "";
    }

    private static List<Reason> reasons(XmlElement reference) {
        List<Reason> reasons = new ArrayList<>();
        for (XmlElement status : reference.all("SpecifiedDocumentStatus")) {
            String code = Values.line(status.text("ReasonCode")).orElse("").toUpperCase(Locale.ROOT);
            String text = Values.line(status.text("Reason"))
                    .or(() -> Values.line(status.text("IncludedNote/Content")))
                    .orElse("");
            if (!code.isEmpty() || !text.isEmpty()) {
                reasons.add(new Reason(code, text));
            }
        }
        return reasons;
    }

    private static List<Figure> figures(XmlElement reference) throws UnfitDocument {
        List<Figure> figures = new ArrayList<>();
        for (XmlElement figure : reference.all("SpecifiedDocumentStatus/SpecifiedDocumentCharacteristic")) {
            Optional<XmlElement> amount = figure.first("ValueAmount");
            Optional<String> type = Values.line(figure.text("TypeCode"));
            if (amount.isPresent() && type.isPresent()) {
                BigDecimal value = Values.number(amount.get());
                figures.add(new Figure(
                        type.get(), value, amount.get().attribute("currencyID").orElse("")));
            }
        }
        return figures;
    }
}
