package org.quittance.importer.bank;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.quittance.api.importer.ImportException;
import org.quittance.api.model.Money;

/** One entry of a statement: a movement of its own, or a batch with its transactions. */
final class CamtEntry {

    /** So many transactions of a batch are held until their sum is known; of a larger one they are pushed while reading. */
    private static final int HELD_MAX = 20_000;

    private static final int HELD_CHARS_MAX = 16 * 1024 * 1024;

    /** Far below the range of a long, and above any batch. */
    private static final long BATCH_MINOR_MAX = 1_000_000_000_000_000_000L;

    /** Codes of ISO 20022 for what an earlier movement is taken back by. */
    private static final Set<String> TAKEN_BACK = Set.of("UPDD", "UPCQ", "UPCT", "RRTN", "RPCR", "PRDD", "CQRV");

    private final XmlCursor xml;
    private final EntryWriter writer;
    private final Account account;
    private final long line;
    private final List<CamtTransaction> held = new ArrayList<>();
    private int heldChars;
    private CamtAmount amount = CamtAmount.NONE;
    private String side = "";
    private String status = "";
    private String booked = "";
    private String valued = "";
    private String bankReference = "";
    private String entryReference = "";
    private String batchReference = "";
    private String additional = "";
    private boolean reversal;
    private long itemisedMinor;
    private String batch = "";

    /** Whose statement it is. */
    record Account(String number, boolean isIban) {}

    CamtEntry(XmlCursor xml, EntryWriter writer, Account account) {
        this.xml = xml;
        this.writer = writer;
        this.account = account;
        this.line = xml.line();
    }

    /** The current element to its end. */
    void read(BalanceCheck balance) throws ImportException {
        for (String child = xml.child(); !child.isEmpty(); child = xml.child()) {
            switch (child) {
                case "NtryRef" -> entryReference = xml.text();
                case "Amt" -> amount = CamtAmount.read(xml);
                case "CdtDbtInd" -> side = xml.text();
                case "RvslInd" -> reversal = CamtStatement.isTrue(xml.text());
                case "Sts" -> status = xml.anyText();
                case "BookgDt" -> booked = xml.anyText();
                case "ValDt" -> valued = xml.anyText();
                case "AcctSvcrRef" -> bankReference = BankText.reference(xml.text());
                case "BkTxCd" -> transactionCode();
                case "NtryDtls" -> details();
                case "AddtlNtryInf" -> additional = xml.text();
                default -> xml.skip();
            }
        }
        if (isBooked()) {
            balance.add(line, "Ntry/Amt", entryAmount());
            push();
        }
    }

    /** Pending and merely informative entries are none. */
    private boolean isBooked() throws ImportException {
        return switch (status) {
            case "BOOK" -> true;
            case "PDNG", "INFO", "FUTR" -> false;
            default ->
                throw new ImportException(
                        "Ntry/Sts: «" + BankText.shown(status) + "», expected BOOK, PDNG, INFO or FUTR",
                        line,
                        "Ntry/Sts",
                        null);
        };
    }

    private void transactionCode() throws ImportException {
        for (String child = xml.child(); !child.isEmpty(); child = xml.child()) {
            if (!child.equals("Domn")) {
                xml.skip();
                continue;
            }
            for (String part = xml.child(); !part.isEmpty(); part = xml.child()) {
                if (!part.equals("Fmly")) {
                    xml.skip();
                    continue;
                }
                for (String code = xml.child(); !code.isEmpty(); code = xml.child()) {
                    reversal |= TAKEN_BACK.contains(xml.text()) && code.equals("SubFmlyCd");
                }
            }
        }
    }

    private void details() throws ImportException {
        for (String child = xml.child(); !child.isEmpty(); child = xml.child()) {
            switch (child) {
                case "Btch" -> batchReference = xml.anyText();
                case "TxDtls" -> transaction();
                default -> xml.skip();
            }
        }
    }

    private void transaction() throws ImportException {
        CamtTransaction transaction = CamtTransaction.read(xml, amount.currency(), side, reversal, account);
        if (!amount.isPresent() || !isBooked()) {
            return;
        }
        held.add(transaction);
        heldChars += transaction.details().textLength();
        if (held.size() > HELD_MAX || heldChars > HELD_CHARS_MAX) {
            pushParts();
        }
    }

    private void push() throws ImportException {
        if (held.isEmpty() && batch.isEmpty()) {
            pushWhole(new Details());
        } else if (held.size() == 1 && batch.isEmpty()) {
            pushSingle(held.get(0));
        } else if (!batch.isEmpty() || isItemised()) {
            pushParts();
            requireSum();
        } else {
            pushUnsplit();
        }
    }

    private void pushSingle(CamtTransaction only) throws ImportException {
        String reference = bankReference.isEmpty() ? only.bankReference() : bankReference;
        pushWhole(only.details(), reference, reversal || only.isReturn());
    }

    private void pushWhole(Details details) throws ImportException {
        pushWhole(details, bankReference, reversal);
    }

    private void pushWhole(Details details, String reference, boolean takenBack) throws ImportException {
        try {
            if (!details.hasText()) {
                details.line(additional);
            }
        } catch (BadValue problem) {
            throw problem.at(line, "Ntry");
        }
        details.otherReference(entryReference);
        details.otherReference(batchReference);
        writer.movement(movement(entryAmount(), reference, takenBack, details));
    }

    /** Where the transactions do not make the sum of the entry, the entry is the truth and they are only its texts. */
    private void pushUnsplit() throws ImportException {
        Details details = new Details();
        try {
            for (CamtTransaction transaction : held) {
                details.line(transaction.details().structuredReference());
                details.line(transaction.details().endToEndId());
                details.line(transaction.details().text());
            }
        } catch (BadValue tooLong) {
            details.otherReference("");
        }
        pushWhole(details);
    }

    private boolean isItemised() throws ImportException {
        long sum = 0;
        for (CamtTransaction transaction : held) {
            if (transaction.amount().isEmpty()) {
                return false;
            }
            sum += transaction.amount().get().minor();
        }
        return sum == entryAmount().minor();
    }

    private void pushParts() throws ImportException {
        if (batch.isEmpty()) {
            Details common = new Details();
            common.otherReference(entryReference);
            common.otherReference(batchReference);
            batch = writer.batch(movement(entryAmount(), bankReference, reversal, common));
        }
        for (CamtTransaction part : held) {
            Money moved = part.amount()
                    .orElseThrow(() -> new ImportException(
                            "TxDtls/Amt: a transaction of a large batch has no amount in " + amount.currency(),
                            part.line(),
                            "TxDtls/Amt",
                            null));
            itemisedMinor += moved.minor();
            if (Math.abs(itemisedMinor) > BATCH_MINOR_MAX) {
                throw new ImportException(
                        "TxDtls/Amt: the transactions make more than any batch has", part.line(), "TxDtls/Amt", null);
            }
            Movement movement = movement(moved, part.bankReference(), reversal || part.isReturn(), part.details());
            writer.part(
                    batch,
                    new Movement(
                            part.line(),
                            movement.booked(),
                            movement.value(),
                            moved,
                            movement.reversal(),
                            movement.bankReference(),
                            movement.details()));
        }
        held.clear();
        heldChars = 0;
    }

    private void requireSum() throws ImportException {
        Money expected = entryAmount();
        if (itemisedMinor != expected.minor()) {
            throw new ImportException(
                    "Ntry/Amt: the entry has " + expected + ", but its transactions make "
                            + Money.ofMinor(itemisedMinor, expected.currency()),
                    line,
                    "Ntry/Amt",
                    null);
        }
    }

    private Money entryAmount() throws ImportException {
        try {
            return amount.signed(side);
        } catch (BadValue problem) {
            throw problem.at(line, "Ntry/Amt");
        }
    }

    private Movement movement(Money moved, String reference, boolean takenBack, Details details)
            throws ImportException {
        LocalDate value = day(valued.isEmpty() ? booked : valued, "Ntry/ValDt");
        LocalDate day = booked.isEmpty() ? value : day(booked, "Ntry/BookgDt");
        return new Movement(line, day, value, moved, takenBack, reference, details);
    }

    private LocalDate day(String text, String field) throws ImportException {
        try {
            return BankDate.iso(text);
        } catch (BadValue problem) {
            throw problem.at(line, field);
        }
    }
}
