package org.quittance.importer.bank;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Currency;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import org.quittance.api.importer.ImportException;
import org.quittance.api.model.Money;

/**
 * Reads one file. Version 1 closes only what contains other elements, so these are known by name; every other element is a
 * leaf and belongs to the innermost of them.
 */
final class OfxReader {

    private static final Set<String> STATEMENTS = Set.of("STMTRS", "CCSTMTRS");
    private static final Set<String> OWN_ACCOUNTS = Set.of("BANKACCTFROM", "CCACCTFROM");
    private static final Set<String> CONTAINERS = Set.of(
            "OFX",
            "SIGNONMSGSRSV1",
            "SONRS",
            "FI",
            "STATUS",
            "BANKMSGSRSV1",
            "STMTTRNRS",
            "STMTRS",
            "CREDITCARDMSGSRSV1",
            "CCSTMTTRNRS",
            "CCSTMTRS",
            "BANKACCTFROM",
            "CCACCTFROM",
            "BANKACCTTO",
            "CCACCTTO",
            "BANKTRANLIST",
            "BANKTRANLISTP",
            "STMTTRN",
            "STMTTRNP",
            "PAYEE",
            "CURRENCY",
            "ORIGCURRENCY",
            "LEDGERBAL",
            "AVAILBAL",
            "BALLIST",
            "BAL");
    private static final int DEPTH_MAX = 32;

    private final OfxTags tags;
    private final StatementHandler handler;
    private final Deque<String> open = new ArrayDeque<>();
    private Optional<LocalDate> madeOn = Optional.empty();
    private OfxStatement statement = new OfxStatement();
    private OfxTransaction transaction = new OfxTransaction(0);
    private boolean isWhole;

    private OfxReader(LineReader lines, StatementHandler handler) {
        this.tags = new OfxTags(lines);
        this.handler = handler;
    }

    static void parse(LineReader lines, StatementHandler handler) throws ImportException, IOException {
        new OfxReader(lines, handler).read();
    }

    private void read() throws ImportException, IOException {
        tags.begin();
        while (tags.next()) {
            String name = tags.name();
            try {
                if (name.startsWith("/")) {
                    close(name.substring(1));
                } else if (CONTAINERS.contains(name)) {
                    open(name);
                } else {
                    leaf(name, tags.text());
                }
            } catch (BadValue problem) {
                throw problem.at(tags.line(), name);
            }
        }
        if (!isWhole) {
            throw tags.refusal("the file ends before </OFX>");
        }
    }

    private void open(String name) throws ImportException {
        if (open.size() >= DEPTH_MAX) {
            throw tags.refusal("elements nested deeper than " + DEPTH_MAX);
        }
        open.push(name);
        if (STATEMENTS.contains(name)) {
            statement = new OfxStatement();
        } else if (name.equals("STMTTRN")) {
            if (open.stream().noneMatch(STATEMENTS::contains)) {
                throw tags.refusal("a transaction outside of a statement (STMTRS)");
            }
            statement.begin(tags.line(), handler);
            transaction = new OfxTransaction(tags.line());
        }
    }

    /** End tags of leaves say nothing; one of a container must be the innermost. */
    private void close(String name) throws ImportException, BadValue {
        if (!CONTAINERS.contains(name)) {
            return;
        }
        if (!name.equals(open.peek())) {
            throw tags.refusal("</" + name + "> closes nothing, open is "
                    + (open.isEmpty() ? "no element" : "<" + open.peek() + ">"));
        }
        open.pop();
        if (name.equals("STMTTRN")) {
            transaction.finish(statement.currency(), handler);
        } else if (STATEMENTS.contains(name)) {
            statement.begin(tags.line(), handler);
            statement.end(tags.line(), madeOn, handler);
        }
        isWhole = open.isEmpty();
    }

    private void leaf(String name, String text) throws BadValue {
        String in = open.isEmpty() ? "" : open.peek();
        if (in.equals("STMTTRN")) {
            transaction.leaf(name, text);
        } else if (in.equals("PAYEE") && name.equals("NAME")) {
            transaction.leaf("PAYEE", text);
        } else if (in.equals("BANKACCTTO") && name.equals("ACCTID")) {
            transaction.leaf("ACCTTO", text);
        } else if (in.equals("CURRENCY") && name.equals("CURSYM")) {
            transaction.leaf("CURSYM", text);
        } else if (STATEMENTS.contains(in) || OWN_ACCOUNTS.contains(in) || in.equals("BANKTRANLIST")) {
            statement.leaf(name, text);
        } else if (in.equals("LEDGERBAL")) {
            statement.balance(name, text);
        } else if (in.equals("SONRS") && name.equals("DTSERVER")) {
            madeOn = Optional.of(BankDate.compact(text));
        }
    }

    /** Signed, with a point or a comma before the decimals. */
    static Money amount(String text, Currency currency) throws BadValue {
        boolean isNegative = text.startsWith("-");
        String bare = isNegative || text.startsWith("+") ? text.substring(1) : text;
        Money amount = BankAmount.unsigned(bare, bare.indexOf(',') >= 0 ? ',' : '.', currency);
        return isNegative ? amount.negated() : amount;
    }
}
