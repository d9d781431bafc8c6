package org.quittance.importer.bank;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.quittance.api.importer.ImportException;

/** One transaction of an OFX file while its leaves are read. */
final class OfxTransaction {

    private final long line;
    private final Details details = new Details();
    private String amount = "";
    private Optional<LocalDate> posted = Optional.empty();
    private Optional<LocalDate> available = Optional.empty();
    private String id = "";
    private String name = "";
    private String memo = "";
    private String currency = "";
    private String corrects = "";

    OfxTransaction(long line) {
        this.line = line;
    }

    void leaf(String leaf, String text) throws BadValue {
        switch (leaf) {
            case "DTPOSTED" -> posted = Optional.of(BankDate.compact(text));
            case "DTAVAIL" -> available = text.isEmpty() ? Optional.empty() : Optional.of(BankDate.compact(text));
            case "TRNAMT" -> amount = text;
            case "FITID" -> id = BankText.reference(text);
            case "NAME", "PAYEE" -> name = text;
            case "EXTDNAME" -> name = text.isEmpty() ? name : text;
            case "MEMO" -> memo = text;
            case "ACCTTO" -> details.counterpartyIban(BankText.isIban(BankText.account(text)) ? text : "");
            case "CHECKNUM", "REFNUM" -> details.otherReference(text);
            case "CURSYM" -> currency = text;
            case "CORRECTFITID" -> corrects = text;
            default -> {
                // Kinds and codes of the transaction.
            }
        }
    }

    void finish(Currency ofAccount, StatementHandler handler) throws ImportException, BadValue {
        if (!corrects.isEmpty()) {
            handler.rejected(
                    line,
                    "CORRECTFITID",
                    "corrects the earlier transaction «" + BankText.shown(corrects)
                            + "»; enter the correction by hand");
            return;
        }
        if (!currency.isEmpty() && !currency.equals(ofAccount.getCurrencyCode())) {
            handler.rejected(
                    line,
                    "CURRENCY",
                    "is in " + BankText.shown(currency) + " on an account in " + ofAccount
                            + "; what the account really moved is not told");
            return;
        }
        LocalDate booked = posted.orElseThrow(() -> new BadValue("the transaction has no DTPOSTED"));
        details.counterparty(name);
        details.line(name);
        details.line(memo);
        handler.movement(new Movement(
                line, booked, available.orElse(booked), OfxReader.amount(amount, ofAccount), false, id, details));
    }
}
