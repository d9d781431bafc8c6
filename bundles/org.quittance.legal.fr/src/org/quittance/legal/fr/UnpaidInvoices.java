package org.quittance.legal.fr;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.quittance.api.document.FormalDocument;
import org.quittance.api.model.Money;
import org.quittance.api.model.PostalAddress;
import org.quittance.api.vat.BadDebt;
import org.quittance.api.vat.LossGround;

/**
 * The recapitulative statement and the duplicates of unpaid invoices in words. In French whatever the client reads: they are for the
 * tax office. The mention is the one BOI-TVA-DED-40-10-20 asks for.
 */
final class UnpaidInvoices {

    private static final ResourceBundle TEXTS = LocalWords.texts("vat", Locale.FRENCH);

    private final LocalWords words = new LocalWords(LocalWords.texts("notice", Locale.FRENCH));
    private final BadDebt debt;

    UnpaidInvoices(BadDebt debt) {
        this.debt = debt;
    }

    FormalDocument recapitulation() {
        Money net = Money.zero(debt.items().get(0).net().currency());
        Money vat = net;
        List<List<String>> rows = new ArrayList<>();
        for (BadDebt.Item item : debt.items()) {
            net = net.plus(item.net());
            vat = vat.plus(item.vat());
            rows.add(row(name(item), words.date(item.issued()), item.net(), item.vat()));
        }
        rows.add(row(text("total"), "", net, vat));
        return document("etat-recapitulatif.pdf", text("recapitulation"))
                .paragraph(text(
                        debt.loss().ground() == LossGround.LIQUIDATION ? "liquidation" : "irrecoverable",
                        words.date(debt.loss().since()),
                        debt.loss().reason()))
                .table(
                        List.of(text("invoice"), text("issued"), text("net"), text("vat", percent()), text("gross")),
                        rows)
                .heading(mention(net, vat))
                .paragraph(text("made-on", words.date(debt.date())))
                .build();
    }

    List<FormalDocument> duplicates() {
        return debt.items().stream().map(this::duplicate).toList();
    }

    private FormalDocument duplicate(BadDebt.Item item) {
        return document(plain(name(item)) + ".pdf", text("duplicate", name(item)))
                .heading(mention(item.net(), item.vat()))
                .table(
                        List.of(text("invoice"), text("issued"), text("net"), text("vat", percent()), text("gross")),
                        List.of(row(name(item), words.date(item.issued()), item.net(), item.vat())))
                .paragraph(text("corrects"))
                .paragraph(text("made-on", words.date(debt.date())))
                .build();
    }

    private FormalDocument.Builder document(String fileName, String title) {
        FormalDocument.Builder document = FormalDocument.of(
                        Locale.FRENCH,
                        debt.date(),
                        fileName,
                        title,
                        debt.creditor().name())
                .fact(
                        text("creditor"),
                        debt.creditor().name()
                                + address(Optional.of(debt.creditor().address())));
        debt.creditor().legalMentions().forEach(mention -> document.fact("", mention));
        document.fact(
                text("client"), debt.debtor().name() + address(debt.debtor().address()));
        debt.debtor().legalId().ifPresent(id -> document.fact(text("client-id"), id));
        return document;
    }

    private List<String> row(String name, String day, Money net, Money vat) {
        return List.of(name, day, words.money(net), words.money(vat), words.money(net.plus(vat)));
    }

    private String mention(Money net, Money vat) {
        return text("mention", words.money(net), words.money(vat));
    }

    private String percent() {
        return debt.vatPercent().stripTrailingZeros().toPlainString().replace('.', ',');
    }

    private static String address(Optional<PostalAddress> address) {
        return address.map(place ->
                        ", " + String.join(", ", place.lines()) + ", " + place.postalCode() + " " + place.town())
                .orElse("");
    }

    private static String name(BadDebt.Item item) {
        return item.instalment() == 1 ? item.number() : item.number() + "/" + item.instalment();
    }

    private static String plain(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}._-]", "_").replaceAll("^\\.", "_");
    }

    private static String text(String key, Object... values) {
        return new MessageFormat(TEXTS.getString(key), Locale.ROOT).format(values);
    }
}
