package org.quittance.importer.fec;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quittance.api.importer.ImportException;
import org.quittance.api.importer.ImportSink;
import org.quittance.api.importer.PaymentRecord;
import org.quittance.api.model.Money;
import org.quittance.api.text.Sentence;

/**
 * Groups of lines that the accountant has lettered: what is credited in one pays what is invoiced in it. A group that nets to zero is
 * kept for a while, since a payment may come back under the same letters; what does not net to zero at the end of the file is told,
 * line by line. For one thread.
 */
final class Lettering {

    private static final int LINES_MAX = 500_000;
    /** Lines of groups that are settled and kept, because a payment of theirs may still come back. */
    private static final int KEPT_MAX = 100_000;

    private static final int NAMED_LINES_MAX = 20;

    private final ImportSink sink;
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Map<String, Group> settled = new LinkedHashMap<>();
    private int waiting;
    private int kept;

    Lettering(ImportSink sink) {
        this.sink = sink;
    }

    private static final class Group {
        private final String letters;
        private final String debtor;
        private final List<Long> lines = new ArrayList<>();
        private final List<Share> invoices = new ArrayList<>();
        private final List<Credit> credits = new ArrayList<>();
        private final List<Returned> returned = new ArrayList<>();
        private long minor;

        private Group(FecLine first) {
            this.letters = first.letters();
            this.debtor = first.debtor();
        }
    }

    /** @param on the day on which the books say so */
    private record Returned(Money money, LocalDate on) {}

    /** What of an invoice is in the group and not yet paid. */
    private static final class Share {
        private final String number;
        private Money open;

        private Share(String number, Money open) {
            this.number = number;
            this.open = open;
        }
    }

    void invoice(FecLine line) throws ImportException {
        if (!line.isOpen()) {
            Group group = group(line);
            group.invoices.add(new Share(line.piece(), line.money()));
            close(line, group);
        }
    }

    void credit(FecLine line, Credit credit) throws ImportException {
        Group group = group(line);
        group.credits.add(credit);
        close(line, group);
    }

    /** A payment that came back from the bank, or was paid back. */
    void returned(FecLine line) throws ImportException {
        Group group = group(line);
        group.returned.add(new Returned(line.money(), line.booked()));
        close(line, group);
    }

    /** A line that changes the balance of the books only. */
    void nothing(FecLine line) throws ImportException {
        if (!line.isOpen()) {
            close(line, group(line));
        }
    }

    private Group group(FecLine line) throws ImportException {
        if (waiting >= LINES_MAX) {
            throw new ImportException(Sentence.of(Lettering.class, "letters.many", LINES_MAX), line.line(), "", null);
        }
        if (settled.containsKey(line.letter())) {
            Group again = settled.remove(line.letter());
            kept -= again.lines.size();
            waiting += again.lines.size();
            groups.put(line.letter(), again);
        }
        Group group = groups.computeIfAbsent(line.letter(), letter -> new Group(line));
        group.lines.add(line.line());
        group.minor += line.minor();
        waiting++;
        return group;
    }

    private void close(FecLine line, Group group) {
        if (group.minor == 0) {
            groups.remove(line.letter());
            waiting -= group.lines.size();
            settled.put(line.letter(), group);
            kept += group.lines.size();
            pushEldest();
        }
    }

    private void pushEldest() {
        Iterator<Group> eldest = settled.values().iterator();
        while (kept > KEPT_MAX) {
            Group group = eldest.next();
            eldest.remove();
            kept -= group.lines.size();
            push(group);
        }
    }

    void finish() {
        settled.values().forEach(this::push);
        settled.clear();
        for (Group group : groups.values()) {
            push(group);
            String lines = String.join(
                    ", ",
                    group.lines.stream()
                            .limit(NAMED_LINES_MAX)
                            .map(String::valueOf)
                            .toList());
            sink.noticed(
                    "EcritureLet",
                    Sentence.of(
                            Lettering.class,
                            "letters.unbalanced",
                            group.letters,
                            group.debtor,
                            Money.ofMinor(group.minor, FecLineReader.EURO),
                            group.lines.size() > NAMED_LINES_MAX ? lines + ", …" : lines));
        }
        groups.clear();
    }

    private void push(Group group) {
        List<Credit> credits = withoutReturned(group);
        for (Credit credit : credits) {
            if (!credit.isPayment()) {
                sink.invoice(credit.line(), credit.note(corrected(group, credit.money())));
            }
        }
        for (Credit credit : credits) {
            if (credit.isPayment()) {
                pay(group, credit);
            }
        }
    }

    /** What came back was not paid: it lessens the earliest payments of the group. */
    private List<Credit> withoutReturned(Group group) {
        List<Credit> left = new ArrayList<>(group.credits);
        for (Returned returned : group.returned) {
            Money rest = returned.money;
            for (int i = 0; i < left.size() && rest.isPositive(); i++) {
                Credit credit = left.get(i);
                if (credit.isPayment() && credit.money().currency().equals(rest.currency())) {
                    Money taken = credit.money().min(rest);
                    tellReturned(group, credit, returned.on);
                    left.set(i, credit.less(taken));
                    rest = rest.minus(taken);
                }
            }
        }
        left.removeIf(credit -> credit.money().isZero());
        return left;
    }

    /** Under every key by which an export before the return may have given it. */
    private void tellReturned(Group group, Credit credit, LocalDate on) {
        sink.returned(credit.line(), credit.key(), on);
        sink.returned(credit.line(), credit.key() + "/", on);
        for (Share share : group.invoices) {
            sink.returned(credit.line(), credit.key() + "/" + share.number, on);
        }
    }

    private static Optional<String> corrected(Group group, Money amount) {
        for (Share share : group.invoices) {
            if (share.open.currency().equals(amount.currency()) && share.open.compareTo(amount) >= 0) {
                share.open = share.open.minus(amount);
                return Optional.of(share.number);
            }
        }
        return Optional.empty();
    }

    /** Invoices are paid in the order of the file. */
    private void pay(Group group, Credit credit) {
        List<PaymentRecord> parts = new ArrayList<>();
        Money rest = credit.money();
        for (Share share : group.invoices) {
            if (rest.isPositive()
                    && share.open.isPositive()
                    && share.open.currency().equals(rest.currency())) {
                Money part = share.open.min(rest);
                share.open = share.open.minus(part);
                rest = rest.minus(part);
                parts.add(credit.payment(credit.key() + "/" + share.number, Optional.of(share.number), part));
            }
        }
        if (parts.isEmpty() && rest.equals(credit.money())) {
            sink.payment(credit.line(), credit.payment(credit.key(), Optional.empty(), rest));
            return;
        }
        if (rest.isPositive()) {
            parts.add(credit.payment(credit.key() + "/", Optional.empty(), rest));
        }
        sink.allocated(credit.line(), credit.key(), parts);
    }
}
