package org.quittance.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quittance.api.document.DocumentException;
import org.quittance.api.document.DocumentKind;
import org.quittance.api.document.MessageFacts;
import org.quittance.api.model.BankAccount;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Debtor;
import org.quittance.document.letter.Entry;
import org.quittance.document.letter.Letter;
import org.quittance.document.letter.Payment;
import org.quittance.document.letter.Sender;
import org.quittance.document.letter.Statement;

/** Facts, creditor and debtor put into the words of one template. Pure. */
final class Composition {

    private final MessageFacts facts;
    private final Creditor creditor;
    private final Debtor debtor;
    private final Words words;
    private final Map<String, Object> values;
    private final Statement statement;

    Composition(MessageFacts facts, Creditor creditor, Debtor debtor, Words words) {
        this.facts = facts;
        this.creditor = creditor;
        this.debtor = debtor;
        this.words = words;
        this.values = TemplateFacts.of(facts, creditor, debtor, words);
        this.statement = new StatementWords(facts, words).statement();
    }

    /** The facts by the names templates use. */
    Map<String, Object> values() {
        return values;
    }

    Letter letter(Template template) throws DocumentException {
        String subject = OneLine.of(template.subject(values));
        return new Letter(
                words.language(),
                facts.date(),
                isInternal(),
                template.title(values),
                subject,
                isInternal() ? subject : words.text("subject", subject),
                sender(),
                recipient(),
                references(),
                words.text("place.date", place(), words.date(facts.date())),
                template.opening(values),
                statement,
                template.body(values),
                payment(),
                words.text(isInternal() ? "debtor.title" : "contact.title"),
                isInternal() ? debtorContact() : creditorContact(),
                facts.legalParagraphs(),
                template.closing(values),
                isInternal() ? "" : words.text("privacy"),
                words.text("page"));
    }

    private boolean isInternal() {
        return facts.kind() == DocumentKind.CALL_SHEET || facts.kind() == DocumentKind.HANDOVER_PROPOSAL;
    }

    private Sender sender() {
        List<String> contact = new ArrayList<>();
        creditor.phone().ifPresent(contact::add);
        creditor.email().ifPresent(contact::add);
        return new Sender(
                creditor.name(),
                PostalLines.of(creditor.address(), home(), creditor.language()),
                contact,
                creditor.legalMentions(),
                creditor.contactName(),
                creditor.address().country());
    }

    /** The country the letter goes to: an address abroad shows the sender's country as well. */
    private String home() {
        return debtor.address().map(address -> address.country()).orElse(debtor.country());
    }

    private List<String> recipient() {
        List<String> lines = new ArrayList<>();
        lines.add(OneLine.of(debtor.name()));
        debtor.contactName()
                .filter(contact -> !contact.equals(debtor.name()))
                .map(OneLine::of)
                .ifPresent(contact ->
                        lines.add(Contact.isDepartment(contact) ? contact : words.text("attention", contact)));
        debtor.address()
                .ifPresent(address -> PostalLines.of(address, creditor.address().country(), creditor.language())
                        .forEach(line -> lines.add(OneLine.of(line))));
        return lines;
    }

    private List<Entry> references() {
        List<Entry> references = new ArrayList<>();
        references.add(new Entry(words.text("reference.own"), facts.reference()));
        references.add(new Entry(words.text("reference.customer"), debtor.id().value()));
        debtor.legalId().ifPresent(id -> references.add(new Entry(words.text("reference.register"), id)));
        return references;
    }

    private String place() {
        return creditor.address().town().replaceAll("(?i)\\s+cedex.*", "");
    }

    private Optional<Payment> payment() {
        boolean asks = facts.kind() == DocumentKind.REMINDER || facts.kind() == DocumentKind.FORMAL_NOTICE;
        if (!asks || !facts.total().isPositive()) {
            return Optional.empty();
        }
        return creditor.account(facts.total().currency().getCurrencyCode()).map(this::payment);
    }

    private Payment payment(BankAccount account) {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(words.text("payment.amount"), words.money(facts.total())));
        entries.add(new Entry(words.text("payment.holder"), account.holder()));
        entries.add(new Entry(words.text("payment.iban"), account.ibanForPeople()));
        account.bic().ifPresent(bic -> entries.add(new Entry(words.text("payment.bic"), bic)));
        entries.add(new Entry(
                words.text("payment.reference"), facts.paymentReference().forPeople()));
        return new Payment(
                words.text("payment.title"),
                entries,
                EpcPayload.of(account, facts.total(), facts.paymentReference()),
                words.text("payment.qr"));
    }

    private List<Entry> creditorContact() {
        return contact(
                new Entry(words.text("contact.name"), creditor.contactName().orElse(creditor.name())),
                creditor.phone(),
                creditor.email());
    }

    private List<Entry> debtorContact() {
        List<Entry> entries =
                contact(new Entry(words.text("debtor.name"), debtor.name()), debtor.phone(), debtor.email());
        debtor.contactName().ifPresent(name -> entries.add(1, new Entry(words.text("debtor.contact"), name)));
        return entries;
    }

    private List<Entry> contact(Entry name, Optional<String> phone, Optional<String> email) {
        List<Entry> entries = new ArrayList<>();
        entries.add(name);
        phone.ifPresent(number -> entries.add(new Entry(words.text("contact.phone"), number)));
        email.ifPresent(address -> entries.add(new Entry(words.text("contact.email"), address)));
        return entries;
    }
}
