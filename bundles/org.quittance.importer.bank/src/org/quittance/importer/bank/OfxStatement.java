package org.quittance.importer.bank;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.quittance.api.importer.ImportException;
import org.quittance.api.model.Money;

/** One statement of an OFX file: account, period, balance. */
final class OfxStatement {

    private Optional<Currency> currency = Optional.empty();
    private String bank = "";
    private String branch = "";
    private String number = "";
    private Optional<LocalDate> listedUntil = Optional.empty();
    private String balance = "";
    private Optional<LocalDate> balanceOn = Optional.empty();
    private boolean hasBegun;

    void leaf(String name, String text) throws BadValue {
        switch (name) {
            case "CURDEF" -> currency = Optional.of(BankAmount.currency(text));
            case "BANKID" -> bank = text;
            case "BRANCHID" -> branch = text;
            case "ACCTID" -> number = text;
            case "DTEND" -> listedUntil = Optional.of(BankDate.compact(text));
            default -> {
                // Kind of account, beginning of the period, marketing.
            }
        }
    }

    void balance(String name, String text) throws BadValue {
        switch (name) {
            case "BALAMT" -> balance = text;
            case "DTASOF" -> balanceOn = Optional.of(BankDate.compact(text));
            default -> {
                // Only these two are of the standard.
            }
        }
    }

    Currency currency() throws BadValue {
        return currency.orElseThrow(() -> new BadValue("the statement names no currency (CURDEF)"));
    }

    /** Before the first transaction, or at the end of a statement without any. */
    void begin(long line, StatementHandler handler) throws ImportException {
        if (hasBegun) {
            return;
        }
        if (number.isEmpty()) {
            throw new ImportException("ACCTID: the statement names no account", line, "ACCTID", null);
        }
        hasBegun = true;
        handler.begin(line, account(), "", Optional.empty());
    }

    /** An IBAN, or one that follows from French bank, branch and number; otherwise bank and number as they are. */
    private String account() {
        String account = BankText.account(number);
        String own = bank.isEmpty() ? account : bank.replace(" ", "") + "/" + account;
        return BankText.isIban(account)
                ? account
                : BankText.frenchIban(bank, branch, account).orElse(own);
    }

    /** The day the file was made is not over when it is made, so movements of that day may be missing. */
    void end(long line, Optional<LocalDate> madeOn, StatementHandler handler) throws ImportException, BadValue {
        Optional<LocalDate> until = listedUntil.map(last -> madeOn.filter(made -> !made.isAfter(last))
                .map(made -> made.minusDays(1))
                .orElse(last));
        Optional<Money> ledger =
                balance.isEmpty() ? Optional.empty() : Optional.of(OfxReader.amount(balance, currency()));
        handler.end(line, balanceOn.isPresent() && balanceOn.equals(until) ? ledger : Optional.empty(), until);
    }
}
