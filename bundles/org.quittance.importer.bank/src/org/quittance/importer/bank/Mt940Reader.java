package org.quittance.importer.bank;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quittance.api.importer.ImportException;
import org.quittance.api.model.Money;

/** Reads one file: field by field, statement by statement. */
final class Mt940Reader {

    /** Lines of a field: SWIFT allows six in field 86, German banks write more. */
    private static final int FIELD_CHARS_MAX = 64 * 1024;

    private static final Pattern FIELD = Pattern.compile("^:(\\d\\d[A-Z]?|NS):(.*)$", Pattern.DOTALL);
    private static final Pattern BALANCE = Pattern.compile("([CD])(\\d{6})([A-Z]{3})(\\d{1,15}(?:,\\d*)?)");
    private static final Pattern ACCOUNT_WITH_CURRENCY = Pattern.compile("([A-Z]{2}\\d{2}[A-Z0-9]{11,30})[A-Z]{3}");

    private final LineReader lines;
    private final StatementHandler handler;
    private String tag = "";
    private final StringBuilder content = new StringBuilder();
    private long fieldLine;
    private String account = "";
    private String number = "";
    private Optional<Balance> opening = Optional.empty();
    private Optional<Mt940Line> movement = Optional.empty();
    private boolean isClosed = true;

    private record Balance(LocalDate day, Money amount) {}

    private Mt940Reader(LineReader lines, StatementHandler handler) {
        this.lines = lines;
        this.handler = handler;
    }

    static void parse(LineReader lines, StatementHandler handler) throws ImportException, IOException {
        new Mt940Reader(lines, handler).read();
    }

    private void read() throws ImportException, IOException {
        while (lines.next()) {
            String line = lines.text();
            Matcher field = FIELD.matcher(line);
            if (field.matches()) {
                finishField();
                begin(field.group(1), field.group(2));
            } else if (isEndOfMessage(line)) {
                finishField();
            } else if (!tag.isEmpty()) {
                continued(line);
            }
        }
        finishField();
        finishMovement();
        if (!isClosed) {
            throw refusal(lines.number(), ":62F:", "the file ends before the closing balance of the statement");
        }
    }

    /** A hyphen alone, or the end of a SWIFT block, perhaps with the beginning of the next message behind it. */
    private static boolean isEndOfMessage(String line) {
        return line.strip().equals("-") || line.startsWith("-}") || line.startsWith("{");
    }

    private void begin(String fieldTag, String text) {
        tag = fieldTag;
        fieldLine = lines.number();
        content.setLength(0);
        content.append(text);
    }

    private void continued(String line) throws ImportException {
        if (content.length() + line.length() > FIELD_CHARS_MAX) {
            throw refusal(fieldLine, ":" + tag + ":", "the field is longer than " + FIELD_CHARS_MAX + " characters");
        }
        content.append('\n').append(line);
    }

    private void finishField() throws ImportException {
        String text = content.toString();
        try {
            switch (tag) {
                case "20" -> requireClosed();
                case "25" -> account = account(text);
                case "28", "28C" -> number = text.strip();
                case "60F", "60M" -> open(text);
                case "61" -> movement(text);
                case "86" -> details(text);
                case "62F", "62M" -> close(text, tag.equals("62F"));
                default -> {
                    // References to other messages, available balances, the bank's own notes.
                }
            }
        } catch (BadValue problem) {
            throw problem.at(fieldLine, ":" + tag + ":");
        }
        tag = "";
        content.setLength(0);
    }

    private void requireClosed() throws ImportException {
        finishMovement();
        if (!isClosed) {
            throw refusal(fieldLine, ":62F:", "a new message begins before the closing balance of the statement");
        }
        account = "";
        number = "";
    }

    /** Some banks append the currency to the IBAN. */
    private static String account(String text) {
        String bare = BankText.account(text.lines().findFirst().orElse(""));
        Matcher withCurrency = ACCOUNT_WITH_CURRENCY.matcher(bare);
        String iban = withCurrency.matches() ? BankText.account(withCurrency.group(1)) : "";
        return BankText.isIban(iban) && !BankText.isIban(bare) ? iban : bare;
    }

    private void open(String text) throws ImportException, BadValue {
        requireNothingOpen();
        if (account.isEmpty()) {
            throw refusal(fieldLine, ":25:", "the statement names no account");
        }
        Balance balance = balance(text);
        opening = Optional.of(balance);
        isClosed = false;
        handler.begin(fieldLine, account, number, Optional.of(balance.amount()));
    }

    private void requireNothingOpen() throws ImportException {
        finishMovement();
        if (!isClosed) {
            throw refusal(fieldLine, ":" + tag + ":", "an opening balance before the closing balance of the statement");
        }
    }

    private static Balance balance(String text) throws BadValue {
        Matcher balance = BALANCE.matcher(text.strip());
        if (!balance.matches()) {
            throw new BadValue("«" + BankText.shown(text) + "» is no balance, expected one such as C260302EUR1234,56");
        }
        LocalDate day = BankDate.yearFirst(balance.group(2));
        Money amount = BankAmount.unsigned(balance.group(4), ',', BankAmount.currency(balance.group(3)));
        return new Balance(day, balance.group(1).equals("C") ? amount : amount.negated());
    }

    private void movement(String text) throws ImportException, BadValue {
        finishMovement();
        if (isClosed || opening.isEmpty()) {
            throw refusal(fieldLine, ":61:", "a movement outside of a statement");
        }
        Balance from = opening.get();
        movement = Optional.of(Mt940Line.read(fieldLine, text, from.amount().currency(), from.day()));
    }

    /** Field 86 tells about the movement before it; behind a balance, about the whole statement. */
    private void details(String text) throws ImportException, BadValue {
        if (movement.isPresent()) {
            Mt940Line about = movement.get();
            movement = Optional.empty();
            handler.movement(about.with(handler.wantsDetails() ? Mt940Details.read(text, about) : new Details()));
        }
    }

    private void finishMovement() throws ImportException {
        if (movement.isPresent()) {
            Mt940Line about = movement.get();
            movement = Optional.empty();
            try {
                handler.movement(about.with(Mt940Details.read("", about)));
            } catch (BadValue problem) {
                throw problem.at(about.line(), ":61:");
            }
        }
    }

    private void close(String text, boolean isLast) throws ImportException, BadValue {
        finishMovement();
        if (isClosed) {
            throw refusal(fieldLine, ":" + tag + ":", "a closing balance without an opening balance");
        }
        Balance closing = balance(text);
        isClosed = true;
        handler.end(fieldLine, Optional.of(closing.amount()), isLast ? Optional.of(closing.day()) : Optional.empty());
    }

    private static ImportException refusal(long line, String field, String reason) {
        return new ImportException(field + " " + reason, line, field, null);
    }
}
