package org.quittance.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quittance.api.document.MessageFacts;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.Money;

/**
 * The facts of a message as the names a template may use. Only strings and booleans: a template sees no object of ours.
 * A name that a message lacks is left out, so that a template which asks for it without looking first is found out.
 */
final class TemplateFacts {

    private final MessageFacts facts;
    private final Words words;
    private final Map<String, Object> values = new HashMap<>();

    private TemplateFacts(MessageFacts facts, Words words) {
        this.facts = facts;
        this.words = words;
    }

    static Map<String, Object> of(MessageFacts facts, Creditor creditor, Debtor debtor, Words words) {
        TemplateFacts all = new TemplateFacts(facts, words);
        all.parties(creditor, debtor);
        all.items();
        all.amounts();
        all.dates();
        return all.values;
    }

    private void parties(Creditor creditor, Debtor debtor) {
        values.put("creditor", creditor.name());
        values.put("debtor", debtor.name());
        values.put("reference", facts.reference());
        values.put("paymentReference", facts.paymentReference().forPeople().replace(' ', '\u00a0'));
        optional("Contact", "contact", debtor.contactName());
        optional("Phone", "phone", creditor.phone().map(phone -> phone.replace(' ', '\u00a0')));
        optional("Email", "email", creditor.email());
        values.put("salutation", words.salutation(debtor.contactName()));
    }

    private void items() {
        List<String> numbers = new ArrayList<>();
        for (MessageFacts.Line line : facts.lines()) {
            if (!numbers.contains(line.number())) {
                numbers.add(line.number());
            }
        }
        values.put("hasLines", !facts.lines().isEmpty());
        values.put("single", numbers.size() == 1);
        values.put("count", Integer.toString(numbers.size()));
        values.put("invoices", words.invoices(numbers));
        LocalDate oldest = facts.lines().stream()
                .map(MessageFacts.Line::dueDate)
                .min(LocalDate::compareTo)
                .orElse(facts.date());
        values.put("oldestDue", words.date(oldest));
        int daysLate = facts.lines().stream()
                .mapToInt(MessageFacts.Line::daysLate)
                .max()
                .orElse(0);
        values.put("daysLate", Integer.toString(Math.max(0, daysLate)));
    }

    private void amounts() {
        values.put("total", words.money(facts.total()));
        values.put("principal", words.money(facts.principal()));
        List<String> charges = new ArrayList<>();
        charge("Interest", "interest", facts.interest(), charges);
        charge("Indemnity", "indemnity", facts.indemnity(), charges);
        charge("Fees", "fees", facts.fees(), charges);
        values.put("hasCharges", !charges.isEmpty());
        values.put("charges", words.list(charges));
    }

    private void dates() {
        values.put("date", words.date(facts.date()));
        optional("Deadline", "deadline", facts.deadline().map(words::date));
        optional("NextStep", "nextStep", facts.announcedStep().map(words::step));
        List<LocalDate> earlier = facts.earlierMessages();
        values.put("severalEarlier", earlier.size() > 1);
        values.put("earlierDates", words.list(earlier.stream().map(words::date).toList()));
        optional(
                "Earlier",
                "lastEarlier",
                earlier.isEmpty() ? Optional.empty() : Optional.of(words.date(earlier.get(earlier.size() - 1))));
    }

    private void charge(String flag, String name, Money amount, List<String> charges) {
        optional(flag, name, amount.isZero() ? Optional.empty() : Optional.of(words.money(amount)));
        if (!amount.isZero()) {
            charges.add(words.text("charge." + name, words.money(amount)));
        }
    }

    private void optional(String flag, String name, Optional<String> value) {
        values.put("has" + flag, value.isPresent());
        value.ifPresent(text -> values.put(name, text));
    }
}
