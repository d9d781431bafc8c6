package org.quittance.matching.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.OpenItem;

/**
 * Open invoices, one row each whatever their instalments, contiguous per debtor. About sixty bytes an invoice. What is paid while
 * matching is taken off here too. For one thread.
 */
public final class InvoiceIndex {

    private static final int FIRST_SIZE = 1 << 12;

    /** Beside the hash of a number as it stands, so that the two ways of writing never meet. */
    private static final char JOINED = '=';

    private final List<DebtorId> debtors = new ArrayList<>();
    private final Map<DebtorId, Integer> debtorNumbers = new HashMap<>();
    private final List<Currency> currencies = new ArrayList<>();
    private final ByteArrayOutputStream numbers = new ByteArrayOutputStream();
    private final LongTable byNumber = new LongTable();
    private final NumberShapes shapes = new NumberShapes();
    private final Map<String, Rows> pending = new LinkedHashMap<>();
    private byte[] numberBytes = new byte[0];
    private long[] open = new long[FIRST_SIZE];
    private long[] next = new long[FIRST_SIZE];
    private int[] due = new int[FIRST_SIZE];
    private int[] issued = new int[FIRST_SIZE];
    private int[] debtorOf = new int[FIRST_SIZE];
    private int[] numberEnd = new int[FIRST_SIZE];
    private byte[] currencyOf = new byte[FIRST_SIZE];
    private int[] firstOf = new int[FIRST_SIZE];
    private int[] byAmount = new int[0];
    private long[] amounts = new long[0];
    private int size;
    private @Nullable DebtorId current;

    /** Instalments of one invoice, gathered. */
    private static final class Rows {
        private long open;
        private long next;
        private int due = Integer.MAX_VALUE;
        private int issued;
        private int currency;
    }

    /** Adds an item; those of a debtor come one after the other. Credits are left out. */
    public void add(OpenItem item) {
        @Nullable DebtorId before = current;
        if (before == null || !before.equals(item.debtor())) {
            flush();
            current = item.debtor();
        }
        if (item.kind().isCredit()) {
            return;
        }
        Rows rows = pending.computeIfAbsent(item.number(), number -> new Rows());
        long minor = item.open().minor();
        int day = (int) item.dueDate().toEpochDay();
        rows.open += minor;
        if (day < rows.due) {
            rows.due = day;
            rows.next = minor;
        }
        rows.issued = (int) item.issueDate().toEpochDay();
        rows.currency = currency(item.open().currency());
    }

    /** To be called once, after the last item. */
    public void finish() {
        flush();
        numberBytes = numbers.toByteArray();
        byAmount = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingLong(row -> open[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        amounts = Arrays.stream(byAmount).mapToLong(row -> open[row]).toArray();
    }

    private int currency(Currency currency) {
        int known = currencies.indexOf(currency);
        if (known >= 0) {
            return known;
        }
        currencies.add(currency);
        return currencies.size() - 1;
    }

    private void flush() {
        @Nullable DebtorId debtor = current;
        if (debtor == null || pending.isEmpty()) {
            return;
        }
        if (debtorNumbers.containsKey(debtor)) {
            throw new IllegalStateException("the items of " + debtor + " are not together");
        }
        int number = number(debtor);
        firstOf[number] = size;
        pending.forEach((text, rows) -> append(text, rows, number));
        firstOf[number + 1] = size;
        pending.clear();
    }

    private void append(String number, Rows rows, int debtor) {
        if (size == open.length) {
            grow();
        }
        numbers.writeBytes(number.getBytes(UTF_8));
        numberEnd[size] = numbers.size();
        open[size] = rows.open;
        next[size] = rows.next;
        due[size] = rows.due;
        issued[size] = rows.issued;
        debtorOf[size] = debtor;
        currencyOf[size] = (byte) rows.currency;
        Runs runs = Runs.of(number);
        int from = runs.firstDigits();
        if (from < runs.size()) {
            byNumber.put(Hash.of(runs.spaced(from, runs.size())), size);
            byNumber.put(Hash.of(JOINED + runs.joined(from, runs.size())), size);
            shapes.add(runs.prefix(), runs.joined(from, runs.size()));
        }
        size++;
    }

    private void grow() {
        int length = size * 2;
        open = Arrays.copyOf(open, length);
        next = Arrays.copyOf(next, length);
        due = Arrays.copyOf(due, length);
        issued = Arrays.copyOf(issued, length);
        debtorOf = Arrays.copyOf(debtorOf, length);
        numberEnd = Arrays.copyOf(numberEnd, length);
        currencyOf = Arrays.copyOf(currencyOf, length);
    }

    public int size() {
        return size;
    }

    /** What is open now. */
    public long open(int invoice) {
        return open[invoice];
    }

    /** What was open of the instalment that is due first. */
    public long nextInstalment(int invoice) {
        return next[invoice];
    }

    public int due(int invoice) {
        return due[invoice];
    }

    public int issued(int invoice) {
        return issued[invoice];
    }

    public Currency currencyOf(int invoice) {
        return currencies.get(currencyOf[invoice]);
    }

    /** The number as it is printed. */
    public String number(int invoice) {
        int from = invoice == 0 ? 0 : numberEnd[invoice - 1];
        return new String(numberBytes, from, numberEnd[invoice] - from, UTF_8);
    }

    public int debtorOf(int invoice) {
        return debtorOf[invoice];
    }

    public int debtorCount() {
        return debtors.size();
    }

    public DebtorId debtor(int number) {
        return debtors.get(number);
    }

    /** The number of a debtor that has open invoices, or -1. */
    public int debtorNumber(DebtorId debtor) {
        return debtorNumbers.getOrDefault(debtor, -1);
    }

    /** The number of a debtor, who gets one where nothing of him is open. To be called after the last item. */
    public int register(DebtorId debtor) {
        int known = debtorNumber(debtor);
        if (known >= 0) {
            return known;
        }
        int number = number(debtor);
        firstOf[number] = size;
        firstOf[number + 1] = size;
        return number;
    }

    private int number(DebtorId debtor) {
        int number = debtors.size();
        debtorNumbers.put(debtor, number);
        debtors.add(debtor);
        if (number + 1 >= firstOf.length) {
            firstOf = Arrays.copyOf(firstOf, firstOf.length * 2);
        }
        return number;
    }

    public int firstInvoice(int debtor) {
        return firstOf[debtor];
    }

    /** After the last. */
    public int endInvoice(int debtor) {
        return firstOf[debtor + 1];
    }

    public NumberShapes shapes() {
        return shapes;
    }

    /** Invoices whose number, without letters before it, is written so in runs from one to before another. */
    public void eachNumbered(Runs runs, int from, int to, IntConsumer taker) {
        byNumber.each(Hash.of(runs.spaced(from, to)), taker);
        byNumber.each(Hash.of(JOINED + runs.joined(from, to)), taker);
    }

    /** Invoices of which that much was open at first and is now; stops after some. */
    public int[] withAmount(long minor, Currency currency, int limit) {
        int from = Arrays.binarySearch(amounts, minor);
        if (from < 0) {
            return new int[0];
        }
        while (from > 0 && amounts[from - 1] == minor) {
            from--;
        }
        IntStream.Builder found = IntStream.builder();
        int count = 0;
        for (int at = from; at < amounts.length && amounts[at] == minor && count < limit; at++) {
            int invoice = byAmount[at];
            if (open[invoice] == minor && currencyOf(invoice).equals(currency)) {
                found.add(invoice);
                count++;
            }
        }
        return found.build().toArray();
    }

    /** The invoice of a debtor with exactly this number, or -1. */
    public int find(int debtor, String number) {
        for (int invoice = firstInvoice(debtor); invoice < endInvoice(debtor); invoice++) {
            if (number(invoice).equals(number)) {
                return invoice;
            }
        }
        return -1;
    }

    /** Takes off what was paid. */
    public void pay(int invoice, long minor) {
        if (minor > open[invoice]) {
            throw new IllegalArgumentException(number(invoice) + " has " + open[invoice] + " open, not " + minor);
        }
        open[invoice] -= minor;
        next[invoice] = Math.min(next[invoice], open[invoice]);
    }
}
