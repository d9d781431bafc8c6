package org.quittance.importer.bank;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.Optional;
import org.quittance.api.importer.AccountStatement;
import org.quittance.api.importer.ImportException;
import org.quittance.api.model.Money;
import org.quittance.api.text.Sentence;

/** One statement, report or notification: what stands above its entries, then the entries one by one. */
final class CamtStatement {

    /** A period that ends later in the day than this ends with the day. */
    private static final LocalTime END_OF_DAY = LocalTime.of(23, 0);

    private final CamtKind kind;
    private final XmlCursor xml;
    private final EntryWriter writer;
    private final long line;
    private String id = "";
    private String electronicNumber = "";
    private String legalNumber = "";
    private String account = "";
    private Optional<Currency> currency = Optional.empty();
    private Optional<LocalDate> periodEnd = Optional.empty();
    private boolean isFirstPage = true;
    private boolean isLastPage = true;
    /** Whether its balances show that nothing is missing, as far as it has some. */
    private boolean isComplete = true;

    private Optional<CamtBalance> opening = Optional.empty();
    private Optional<CamtBalance> closing = Optional.empty();

    CamtStatement(CamtKind kind, XmlCursor xml, EntryWriter writer) {
        this.kind = kind;
        this.xml = xml;
        this.writer = writer;
        this.line = xml.line();
    }

    /** The current element to its end. */
    void read() throws ImportException {
        String child = head();
        AccountStatement statement = statement();
        BalanceCheck balance = new BalanceCheck(
                statement.opening().filter(money -> isWhole()), currency.or(() -> currencyOf(statement)));
        writer.statement(line, statement);
        CamtEntry.Account own = new CamtEntry.Account(account, BankText.isIban(account));
        while (!child.isEmpty()) {
            if (child.equals("Ntry")) {
                new CamtEntry(xml, writer, own).read(balance);
            } else if (child.equals("Bal")) {
                throw new ImportException("Bal: a balance behind the first Ntry", xml.line(), "Bal", null);
            } else {
                xml.skip();
            }
            child = xml.child();
        }
        balance.close(line, "Bal", statement.closing());
    }

    /** Everything up to the first entry; the name of the element it stopped in, empty at the end of the statement. */
    private String head() throws ImportException {
        String child = xml.child();
        while (!child.isEmpty() && !child.equals("Ntry")) {
            switch (child) {
                case "Id" -> id = xml.text();
                case "ElctrncSeqNb" -> electronicNumber = xml.text();
                case "LglSeqNb" -> legalNumber = xml.text();
                case "StmtPgntn", "RptPgntn", "NtfctnPgntn" -> page();
                case "FrToDt" -> period();
                case "Acct" -> account();
                case "Bal" -> balance();
                default -> xml.skip();
            }
            child = xml.child();
        }
        return child;
    }

    private AccountStatement statement() throws ImportException {
        if (account.isEmpty()) {
            throw new ImportException(
                    "Acct: the statement names no account, expected Id/IBAN or Id/Othr/Id", line, "Acct", null);
        }
        keepBalancesOfTheAccount();
        Optional<Money> start = opening.map(CamtBalance::amount);
        Optional<Money> end = closing.map(CamtBalance::amount);
        String number = !electronicNumber.isEmpty() ? electronicNumber : !legalNumber.isEmpty() ? legalNumber : id;
        return new AccountStatement(account, number, until(), start, end);
    }

    /** A balance in another currency than the account's says nothing of the account; its movements do all the same. */
    private void keepBalancesOfTheAccount() {
        Optional<Currency> first = opening.map(balance -> balance.amount().currency());
        Optional<Currency> last = closing.map(balance -> balance.amount().currency());
        if (currency.isEmpty() && first.isPresent() && last.isPresent() && !first.equals(last)) {
            notComplete("balance.differ", first.get(), last.get());
            opening = Optional.empty();
            closing = Optional.empty();
        }
        currency.ifPresent(own -> {
            opening = ofAccount(opening, own, "balance.opening");
            closing = ofAccount(closing, own, "balance.closing");
        });
    }

    private Optional<CamtBalance> ofAccount(Optional<CamtBalance> balance, Currency own, String notice) {
        Optional<Currency> other = balance.map(one -> one.amount().currency()).filter(found -> !found.equals(own));
        other.ifPresent(found -> notComplete(notice, own, found));
        return other.isEmpty() ? balance : Optional.empty();
    }

    private void notComplete(String notice, Currency one, Currency other) {
        writer.noticed("Bal", Sentence.of(CamtStatement.class, notice, account, one, other));
        isComplete = false;
    }

    private static Optional<Currency> currencyOf(AccountStatement statement) {
        return statement.opening().or(statement::closing).map(Money::currency);
    }

    private boolean isWhole() {
        return isFirstPage && isLastPage;
    }

    /** A notification is complete for nothing, an interim report for no day, a page that others follow neither. */
    private Optional<LocalDate> until() {
        if (kind == CamtKind.NOTIFICATION || !isLastPage || !isComplete) {
            return Optional.empty();
        }
        Optional<LocalDate> closed = closing.map(CamtBalance::day);
        return kind == CamtKind.REPORT ? closed : closed.or(() -> periodEnd);
    }

    private void page() throws ImportException {
        for (String child = xml.child(); !child.isEmpty(); child = xml.child()) {
            switch (child) {
                case "PgNb" -> isFirstPage = xml.text().matches("0*1");
                case "LastPgInd" -> isLastPage = isTrue(xml.text());
                default -> xml.skip();
            }
        }
    }

    static boolean isTrue(String text) {
        return text.equals("true") || text.equals("1");
    }

    private void period() throws ImportException {
        for (String child = xml.child(); !child.isEmpty(); child = xml.child()) {
            if (child.equals("ToDtTm") || child.equals("ToDt")) {
                long at = xml.line();
                String text = xml.text();
                try {
                    LocalDate day = BankDate.iso(text);
                    periodEnd = Optional.of(endsWithTheDay(text) ? day : day.minusDays(1));
                } catch (BadValue problem) {
                    throw problem.at(at, child);
                }
            } else {
                xml.skip();
            }
        }
    }

    /** The last day of a period that ends in the middle of a day is not over yet. */
    private static boolean endsWithTheDay(String text) throws BadValue {
        int time = text.indexOf('T');
        if (time < 0) {
            return true;
        }
        try {
            return !LocalTime.parse(text.substring(time + 1, Math.min(text.length(), time + 9)))
                    .isBefore(END_OF_DAY);
        } catch (DateTimeParseException noTime) {
            throw new BadValue("«" + BankText.shown(text) + "» has no time of day behind its T");
        }
    }

    private void account() throws ImportException {
        for (String child = xml.child(); !child.isEmpty(); child = xml.child()) {
            switch (child) {
                case "Id" -> account = BankText.account(xml.anyText());
                case "Ccy" -> {
                    long at = xml.line();
                    try {
                        currency = Optional.of(BankAmount.currency(xml.text()));
                    } catch (BadValue problem) {
                        throw problem.at(at, "Acct/Ccy");
                    }
                }
                default -> xml.skip();
            }
        }
    }

    private void balance() throws ImportException {
        CamtBalance balance = CamtBalance.read(xml);
        switch (balance.type()) {
            case "OPBD" -> opening = Optional.of(balance);
            case "PRCD" -> opening = opening.isPresent() ? opening : Optional.of(balance);
            case "CLBD" -> closing = Optional.of(balance);
            default -> {
                // Available, expected and interim balances are of no use here.
            }
        }
    }
}
