package org.quittance.matching.judge;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.quittance.matching.index.InvoiceIndex;
import org.quittance.matching.index.Runs;
import org.quittance.matching.judge.Named.Way;

/** Finds the invoices that a text names, whatever stands between the parts of their numbers. */
final class NumberSearch {

    /** Runs that one number may consist of, after its first letters. */
    private static final int RUNS_MAX = 6;

    private static final int FULL_DIGITS_MIN = 2;
    private static final int BARE_DIGITS_MIN = 4;

    /** Fewer digits are near too many others. */
    private static final int MISSPELT_MIN = 5;

    /** Letters people write before a number without meaning a part of it. */
    private static final Set<String> NOISE = Set.of(
            "FACT",
            "FACTURE",
            "FACTURES",
            "FAC",
            "FCT",
            "FA",
            "F",
            "FC",
            "NO",
            "N",
            "NR",
            "NUM",
            "NUMERO",
            "REF",
            "REFERENCE",
            "INV",
            "INVOICE",
            "INVOICES",
            "RECHNUNG",
            "RECHNUNGEN",
            "RE",
            "RG",
            "RNR",
            "VIR",
            "VIREMENT",
            "PAIEMENT",
            "REGLEMENT",
            "RGT",
            "REGL",
            "PMT",
            "PAYMENT",
            "SOLDE",
            "ECH",
            "ECHEANCE",
            "ET",
            "AND",
            "UND",
            "A",
            "DU",
            "DE",
            "LE",
            "EREF",
            "SVWZ",
            "KREF",
            "RFB",
            "ACOMPTE",
            "DONT",
            "SUR",
            "TTC",
            "EUR",
            "PR",
            "VOTRE",
            "YOUR");

    private static final Pattern DATE = Pattern.compile(
            "(19|20)\\d\\d(0[1-9]|1[0-2])([0-2]\\d|3[01])|([0-2]?\\d|3[01])(0[1-9]|1[0-2])((19|20)\\d\\d|\\d\\d)");

    private final InvoiceIndex index;
    private final Runs runs;
    private final BitSet used = new BitSet();
    private final List<List<Named>> found = new ArrayList<>();

    NumberSearch(InvoiceIndex index, String text) {
        this.index = index;
        this.runs = Runs.of(text);
        for (int length = Math.min(RUNS_MAX, runs.size()); length > 0; length--) {
            for (int from = 0; from + length <= runs.size(); from++) {
                search(from, from + length);
            }
        }
    }

    /** For each number in the text the invoices it may be of; those that are named more surely alone. */
    List<List<Named>> found() {
        return found;
    }

    private void search(int from, int to) {
        if (!runs.get(from).digits() || !used.get(from, to).isEmpty()) {
            return;
        }
        List<Named> full = new ArrayList<>();
        List<Named> bare = new ArrayList<>();
        index.eachNumbered(runs, from, to, invoice -> {
            Runs number = Runs.of(index.number(invoice));
            if (isFull(from, to, number.prefix())) {
                add(full, new Named(invoice, Way.FULL));
            } else if (isBare(from, to)) {
                add(bare, new Named(invoice, Way.BARE));
            }
        });
        List<Named> best = full.isEmpty() ? bare : full;
        if (!best.isEmpty()) {
            used.set(from, to);
            found.add(best);
        }
    }

    private static void add(List<Named> list, Named named) {
        if (!list.contains(named)) {
            list.add(named);
        }
    }

    private boolean isFull(int from, int to, String prefix) {
        if (isInsideLonger(from, to)) {
            return false;
        }
        if (prefix.isEmpty()) {
            String letters = attached(from);
            return runs.digits(from, to) >= BARE_DIGITS_MIN && (letters.isEmpty() || NOISE.contains(letters));
        }
        String before = from > 0 && !runs.get(from - 1).digits() ? lettersBefore(from) : "";
        return runs.digits(from, to) >= FULL_DIGITS_MIN && before.endsWith(prefix);
    }

    private boolean isBare(int from, int to) {
        String letters = attached(from);
        return !isInsideLonger(from, to)
                && runs.digits(from, to) >= BARE_DIGITS_MIN
                && (letters.isEmpty() || NOISE.contains(letters));
    }

    /** A number that goes on at either side is another one. */
    private boolean isInsideLonger(int from, int to) {
        boolean before =
                from > 0 && runs.get(from).attached() && runs.get(from - 1).digits();
        boolean after =
                to < runs.size() && runs.get(to).attached() && runs.get(to).digits();
        return before || after;
    }

    /** The letters right before, with nothing but punctuation between. */
    private String attached(int from) {
        StringBuilder letters = new StringBuilder();
        for (int at = from;
                at > 0 && runs.get(at).attached() && !runs.get(at - 1).digits();
                at--) {
            letters.insert(0, runs.get(at - 1).text());
        }
        return letters.toString();
    }

    /** The letters before, also behind a space, together with those attached to them. */
    private String lettersBefore(int from) {
        return attached(from - 1) + runs.get(from - 1).text();
    }

    /** Whether a number that names no open invoice looks like one of the creditor's. */
    boolean hasForeignNumber() {
        for (int from = 0; from < runs.size(); from++) {
            for (int to = from + 1; to <= Math.min(runs.size(), from + RUNS_MAX); to++) {
                if (runs.get(from).digits() && used.get(from, to).isEmpty() && isForeign(from, to)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isForeign(int from, int to) {
        String joined = runs.joined(from, to);
        if (runs.digits(from, to) < BARE_DIGITS_MIN || DATE.matcher(joined).matches()) {
            return false;
        }
        String letters = from > 0 && !runs.get(from - 1).digits() ? lettersBefore(from) : "";
        return index.shapes().isLike(letters, joined);
    }

    /** Whether the text names this number with one slip: a digit wrong, missing, too many, or two exchanged. */
    boolean misspells(String number) {
        return finds(number, Slips::isOne);
    }

    /** Whether the text may as well name another invoice: numbers follow each other, so one wrong digit is a real neighbour. */
    boolean mayNameNeighbour(String number) {
        return finds(number, Slips::isOneWrong);
    }

    private boolean finds(String number, BiPredicate<String, String> alike) {
        Runs wanted = Runs.of(number);
        int first = wanted.firstDigits();
        String base = wanted.joined(first, wanted.size());
        if (base.length() < MISSPELT_MIN) {
            return false;
        }
        for (int from = 0; from < runs.size(); from++) {
            for (int to = from + 1; to <= Math.min(runs.size(), from + RUNS_MAX); to++) {
                if (runs.get(from).digits() && used.get(from, to).isEmpty()) {
                    String written = runs.joined(from, to);
                    if (written.length() >= MISSPELT_MIN && alike.test(written, base)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
