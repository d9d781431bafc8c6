package org.quittance.document.dossier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.quittance.api.model.Allocation;
import org.quittance.api.model.BankAccount;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;
import org.quittance.document.letter.Entry;
import org.quittance.document.letter.Statement;
import org.quittance.document.letter.Table;
import org.quittance.document.letter.Table.Column;
import org.quittance.document.letter.Table.Row;
import org.quittance.document.report.Part;
import org.quittance.document.report.Report;

/** Everything open on an account, what was paid on it, what is claimed, and the balance. Pure. */
final class AccountStatement {

    private final CaseFile file;
    private final Labels labels;

    AccountStatement(CaseFile file) {
        this.file = file;
        this.labels = file.labels();
    }

    Report report() {
        List<Part> parts = new ArrayList<>();
        parts.add(Part.paragraph(labels.text("statement.about")));
        if (file.claims().isEmpty()) {
            parts.add(Part.paragraph(labels.text("claim.none")));
        }
        for (CurrencyClaim claim : file.claims()) {
            parts.addAll(new ClaimParts(file).of(claim));
            payments(claim, parts);
            file.creditor()
                    .account(claim.currency().getCurrencyCode())
                    .filter(account -> claim.total().isPositive())
                    .ifPresent(account -> parts.add(new Part.Contact(labels.text("statement.pay"), pay(account))));
        }
        parts.add(new Part.Contact(labels.text("statement.contact"), contact()));
        return new Report(
                labels.language(),
                file.asOf(),
                labels.text("statement.title", labels.date(file.asOf())),
                file.creditor().name(),
                facts(),
                parts,
                labels.text("page"));
    }

    private List<Entry> facts() {
        List<Entry> facts = new ArrayList<>();
        facts.add(new Entry(labels.text("dossier.creditor"), PartyLines.of(file.creditor())));
        file.creditor().legalMentions().forEach(mention -> facts.add(new Entry("", mention)));
        facts.add(new Entry(labels.text("dossier.debtor"), PartyLines.of(file.debtor())));
        facts.add(new Entry(labels.text("dossier.reference"), file.debtor().id().value()));
        if (!file.claims().isEmpty()) {
            facts.add(new Entry(labels.text("statement.balance"), file.total()));
        }
        return facts;
    }

    private record Payment(OpenItem item, Allocation allocation) {}

    private void payments(CurrencyClaim claim, List<Part> parts) {
        List<Payment> payments = new ArrayList<>();
        for (OpenItem item : claim.items()) {
            item.allocations().forEach(allocation -> payments.add(new Payment(item, allocation)));
        }
        if (payments.isEmpty()) {
            return;
        }
        payments.sort(Comparator.comparing(payment -> payment.allocation.valueDate()));
        Money sum = Money.zero(claim.currency());
        List<Row> rows = new ArrayList<>();
        for (Payment payment : payments) {
            sum = sum.plus(payment.allocation.amount());
            rows.add(new Row(
                    List.of(
                            ClaimParts.number(payment.item, file, labels),
                            labels.date(payment.allocation.valueDate()),
                            labels.money(payment.allocation.amount())),
                    false));
        }
        List<Column> columns = List.of(
                new Column(labels.text("claim.invoice"), false),
                new Column(labels.text("statement.on"), false),
                new Column(labels.text("statement.amount"), true));
        parts.add(Part.heading(labels.text("statement.movements")));
        parts.add(new Part.Figures(new Statement(
                Optional.of(new Table(columns, rows, List.of())),
                List.of(),
                Optional.of(new Entry(labels.text("claim.paid"), labels.money(sum))),
                Optional.empty())));
    }

    private List<Entry> pay(BankAccount account) {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(labels.text("statement.holder"), account.holder()));
        entries.add(new Entry("IBAN", account.ibanForPeople()));
        account.bic().ifPresent(bic -> entries.add(new Entry("BIC", bic)));
        return entries;
    }

    private List<Entry> contact() {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(
                labels.text("call.name"),
                file.creditor().contactName().orElse(file.creditor().name())));
        file.creditor().phone().ifPresent(phone -> entries.add(new Entry(labels.text("call.phone"), phone)));
        file.creditor().email().ifPresent(email -> entries.add(new Entry(labels.text("call.email"), email)));
        return entries;
    }
}
