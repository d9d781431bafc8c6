package org.quittance.agency.file;

import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.StringJoiner;
import org.quittance.api.agency.CasePackage;
import org.quittance.api.document.MessageFacts;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.Money;
import org.quittance.api.model.PostalAddress;
import org.quittance.api.text.WrittenMoney;

/**
 * The file {@code mandate.txt}: the power to receive of article R124-3 of the code of civil enforcement procedures, with basis
 * and amount of the sums element by element, guarantee, fee and conditions of paying over. In English for a creditor that
 * writes English, else in French.
 */
final class MandateText {

    private final ResourceBundle texts;
    private final Locale region;
    private final List<String> lines = new ArrayList<>();

    private MandateText(Locale language) {
        boolean english = language.getLanguage().equals(Locale.ENGLISH.getLanguage());
        this.region = english ? Locale.UK : Locale.FRANCE;
        this.texts = ResourceBundle.getBundle(
                "org.quittance.agency.file.mandate",
                english ? Locale.ENGLISH : Locale.FRENCH,
                MandateText.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    static byte[] of(CasePackage theCase, String agencyName) {
        MandateText text = new MandateText(theCase.creditor().language());
        text.write(theCase, agencyName);
        return String.join("\n", text.lines).getBytes(StandardCharsets.UTF_8);
    }

    private void write(CasePackage theCase, String agencyName) {
        CasePackage.Mandate mandate = theCase.mandate();
        say("title");
        say("articles");
        say("contract", mandate.number(), date(mandate.signedOn()));
        section("creditor", creditor(theCase.creditor()));
        section("debtor", debtor(theCase.debtor()));
        section("power", agencyName);
        section("basis");
        claim(theCase.claim());
        section("guarantee", mandate.number());
        section("fee", mandate.feeBasis());
        section("payOver", mandate.payOver());
        section("costs");
        section("date", date(theCase.date()), theCase.key().value());
        lines.add("");
    }

    private void claim(MessageFacts claim) {
        claim.lines().forEach(line -> item("item", line));
        claim.credits().forEach(line -> item("credit", line));
        say("principal", money(claim.principal()));
        say("interest", money(claim.interest()));
        say("indemnity", money(claim.indemnity()));
        say("fees", money(claim.fees()));
        say("total", money(claim.total()));
    }

    private void item(String key, MessageFacts.Line line) {
        say(key, line.number(), date(line.issueDate()), date(line.dueDate()), money(line.claimed()));
    }

    private void section(String key, Object... values) {
        lines.add("");
        say(key, values);
    }

    private void say(String key, Object... values) {
        lines.add(new MessageFormat(texts.getString(key), Locale.ROOT).format(values));
    }

    private static String creditor(Creditor creditor) {
        StringJoiner text = new StringJoiner(", ").add(creditor.name()).add(address(creditor.address()));
        creditor.legalMentions().forEach(text::add);
        return text.toString();
    }

    private static String debtor(Debtor debtor) {
        StringJoiner text = new StringJoiner(", ").add(debtor.name());
        debtor.address().ifPresent(address -> text.add(address(address)));
        debtor.legalId().ifPresent(text::add);
        return text.toString();
    }

    private static String address(PostalAddress address) {
        StringJoiner text = new StringJoiner(", ");
        address.lines().forEach(text::add);
        return text.add((address.postalCode() + " " + address.town()).strip())
                .add(address.country())
                .toString();
    }

    private String date(LocalDate date) {
        String text = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(region)
                .format(date);
        return region.equals(Locale.FRANCE) ? text.replaceFirst("^1 ", "1er ") : text;
    }

    private String money(Money amount) {
        return WrittenMoney.of(amount, region);
    }
}
