package org.quittance.casework.agreement;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.Locale;
import java.util.ResourceBundle;
import org.quittance.api.ledger.Commitment;
import org.quittance.api.ledger.Commitment.Instalment;
import org.quittance.api.ledger.CommitmentTerms;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Money;
import org.quittance.api.text.WrittenDate;

/**
 * The text of an acknowledgement of debt with an instalment plan. Between private persons French law wants the amount in words and
 * figures in the debtor's own hand or by a signature that proves who wrote it (C. civ. 1376); the text leaves room for it.
 */
final class Acknowledgement {

    private final Locale locale;
    private final ResourceBundle bundle;
    private final StringBuilder text = new StringBuilder();

    private Acknowledgement(Locale language) {
        this.locale = language.getLanguage().equals("fr") ? Locale.FRANCE : Locale.UK;
        this.bundle = ResourceBundle.getBundle(
                "org.quittance.casework.agreement.acknowledgement",
                locale,
                Acknowledgement.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    static String text(CaseFile file, Commitment plan, CommitmentTerms terms, Locale language) {
        return new Acknowledgement(language).of(file, plan, terms);
    }

    private String of(CaseFile file, Commitment plan, CommitmentTerms terms) {
        Creditor creditor = file.creditor();
        say("title");
        say("parties", file.debtor().name(), creditor.name());
        say("debt", amount(terms.covered()), date(plan.madeOn()));
        StringBuilder invoices = new StringBuilder();
        plan.items().stream()
                .sorted()
                .forEach(item -> invoices.append(invoices.isEmpty() ? "" : ", ").append(item));
        say("invoices", invoices);
        if (terms.yearlyPercent().isPresent()) {
            say(
                    "interest",
                    NumberFormat.getNumberInstance(locale)
                            .format(terms.yearlyPercent().get()));
        } else {
            say("no-interest");
        }
        say("dates");
        for (Instalment instalment : plan.instalments()) {
            say("date", date(instalment.on()), amount(instalment.amount()));
        }
        say("acceleration");
        say("in-words", amount(terms.covered()));
        say("signature");
        return text.toString();
    }

    private void say(String key, Object... values) {
        text.append(new MessageFormat(bundle.getString(key), locale).format(values))
                .append('\n');
    }

    private String amount(Money money) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(money.currency());
        format.setMinimumFractionDigits(money.currency().getDefaultFractionDigits());
        format.setMaximumFractionDigits(money.currency().getDefaultFractionDigits());
        return format.format(money.toDecimal());
    }

    private String date(LocalDate day) {
        return WrittenDate.of(day, locale);
    }
}
