package org.quittance.agency.file;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.quittance.api.agency.CasePackage;
import org.quittance.api.document.MessageFacts;
import org.quittance.api.interest.InterestSegment;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.PostalAddress;

/**
 * The file {@code case.json}, version 1. Dates are ISO 8601, amounts are texts in units of {@code claim.currency}, fields that
 * are not known are absent. A later version only adds fields; one that changes a meaning gets another number.
 *
 * <pre>
 * schema "org.quittance.case", version 1, key, date, limitationDate
 * creditor  id, name, address {lines[], postalCode, town, country}, legalMentions[], contactName, email, phone
 * debtor    id, name, kind BUSINESS|CONSUMER|PUBLIC|UNKNOWN, language, country, address, legalId, contactName, email, phone
 * mandate   number, signedOn, feeBasis, payOver
 * claim     currency, reference, paymentReference, principal, interest, accessories {indemnity, fees}, total,
 *           items[]    {number, instalment, issued, due, daysLate, original, paid, claimed}
 *           credits[]  the same, amounts negative
 *           segments[] {from, to, days, principal, rate, article, interest}: how the interest came about, days inclusive
 *           interestKnownUntil: set when no rate was known for the last days
 * contacts[]  {on, medium, step}: messages really sent
 * exhibits[]  {file, name, mediaType, sha256}
 * </pre>
 */
final class CaseJson {

    private static final int VERSION = 1;

    private CaseJson() {}

    static ObjectNode of(CasePackage theCase, List<Exhibit> exhibits) {
        ObjectNode root = BoundedJson.newObject();
        root.put("schema", "org.quittance.case").put("version", VERSION);
        root.put("key", theCase.key().value()).put("date", theCase.date().toString());
        theCase.limitationDate().ifPresent(date -> root.put("limitationDate", date.toString()));
        creditor(root.putObject("creditor"), theCase.creditor());
        debtor(root.putObject("debtor"), theCase.debtor());
        mandate(root.putObject("mandate"), theCase.mandate());
        claim(root.putObject("claim"), theCase.claim());
        ArrayNode contacts = root.putArray("contacts");
        theCase.contacts()
                .forEach(contact -> contacts.addObject()
                        .put("on", contact.on().toString())
                        .put("medium", contact.medium())
                        .put("step", contact.step()));
        ArrayNode files = root.putArray("exhibits");
        exhibits.forEach(exhibit -> files.addObject()
                .put("file", exhibit.path())
                .put("name", exhibit.document().fileName())
                .put("mediaType", exhibit.document().mediaType())
                .put("sha256", exhibit.document().sha256()));
        return root;
    }

    private static void creditor(ObjectNode node, Creditor creditor) {
        node.put("id", creditor.id().value()).put("name", creditor.name());
        address(node.putObject("address"), creditor.address());
        texts(node.putArray("legalMentions"), creditor.legalMentions());
        creditor.contactName().ifPresent(name -> node.put("contactName", name));
        creditor.email().ifPresent(email -> node.put("email", email));
        creditor.phone().ifPresent(phone -> node.put("phone", phone));
    }

    private static void debtor(ObjectNode node, Debtor debtor) {
        node.put("id", debtor.id().value()).put("name", debtor.name());
        node.put("kind", debtor.kind().name())
                .put("language", debtor.language().getLanguage())
                .put("country", debtor.country());
        debtor.address().ifPresent(address -> address(node.putObject("address"), address));
        debtor.legalId().ifPresent(legalId -> node.put("legalId", legalId));
        debtor.contactName().ifPresent(name -> node.put("contactName", name));
        debtor.email().ifPresent(email -> node.put("email", email));
        debtor.phone().ifPresent(phone -> node.put("phone", phone));
    }

    private static void address(ObjectNode node, PostalAddress address) {
        texts(node.putArray("lines"), address.lines());
        node.put("postalCode", address.postalCode()).put("town", address.town()).put("country", address.country());
    }

    private static void texts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }

    private static void mandate(ObjectNode node, CasePackage.Mandate mandate) {
        node.put("number", mandate.number())
                .put("signedOn", mandate.signedOn().toString())
                .put("feeBasis", mandate.feeBasis())
                .put("payOver", mandate.payOver());
    }

    private static void claim(ObjectNode node, MessageFacts claim) {
        node.put("currency", claim.principal().currency().getCurrencyCode())
                .put("reference", claim.reference())
                .put("paymentReference", claim.paymentReference().value())
                .put("principal", claim.principal().toDecimalString())
                .put("interest", claim.interest().toDecimalString());
        claim.interestKnownUntil().ifPresent(date -> node.put("interestKnownUntil", date.toString()));
        node.putObject("accessories")
                .put("indemnity", claim.indemnity().toDecimalString())
                .put("fees", claim.fees().toDecimalString());
        node.put("total", claim.total().toDecimalString());
        lines(node.putArray("items"), claim.lines());
        lines(node.putArray("credits"), claim.credits());
        ArrayNode segments = node.putArray("segments");
        claim.segments().forEach(segment -> segment(segments.addObject(), segment));
    }

    private static void lines(ArrayNode array, List<MessageFacts.Line> lines) {
        lines.forEach(line -> array.addObject()
                .put("number", line.number())
                .put("instalment", line.instalment())
                .put("issued", line.issueDate().toString())
                .put("due", line.dueDate().toString())
                .put("daysLate", line.daysLate())
                .put("original", line.original().toDecimalString())
                .put("paid", line.paid().toDecimalString())
                .put("claimed", line.claimed().toDecimalString()));
    }

    private static void segment(ObjectNode node, InterestSegment segment) {
        node.put("from", segment.from().toString())
                .put("to", segment.to().toString())
                .put("days", segment.days())
                .put("principal", segment.principal().toDecimalString())
                .put("rate", segment.rate().toPlainString())
                .put("article", segment.article())
                .put("interest", segment.interest().toDecimalString());
    }
}
