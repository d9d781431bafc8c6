package org.quittance.casework;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.quittance.api.channel.OutboundMessage;
import org.quittance.api.importer.InvoiceRecord;
import org.quittance.api.ledger.Commitment;
import org.quittance.api.ledger.Dispute;
import org.quittance.api.ledger.Hold;
import org.quittance.api.ledger.MessageItem;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.EvidenceGrade;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Medium;
import org.quittance.api.model.Money;
import org.quittance.api.model.SendingEvidence;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.Selection;
import org.quittance.tck.channel.RecordingChannel;
import org.quittance.tck.channel.RecordingChannel.Act;

/**
 * Days of a firm with random invoices, payments, promises, disputes, holds, flawed channels, missed days and a process that dies.
 * What may not be reminded is kept here, apart from what the suite is told, and compared with what the channels carried away.
 */
final class RandomFirm implements AutoCloseable {

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 5);
    private static final int DEBTORS = 8;
    /** The policy «standard». */
    private static final int GAP_DAYS = 7;

    private final Path folder;
    private final Random random;
    private final String name;
    private final RecordingChannel letters = RecordingChannel.of("letter", Medium.LETTER);
    private final RecordingChannel mails = RecordingChannel.of("email", Medium.EMAIL);
    private final Map<String, Invoice> invoices = new HashMap<>();
    private final Set<String> steps = new HashSet<>();
    private final Map<String, LocalDate> lastTo = new HashMap<>();
    private final List<String> diary = new ArrayList<>();
    private final Set<String> reached = new HashSet<>();
    private int looked;
    private int counter;
    private World world;
    private LocalDate today = FIRST_DAY;

    RandomFirm(Path folder, long seed) throws Exception {
        this.folder = folder;
        this.random = new Random(seed);
        this.name = "seed " + seed;
        this.world = new World(folder, letters, mails);
        for (int debtor = 0; debtor < DEBTORS; debtor++) {
            world.debtor("D" + debtor);
        }
    }

    /** What this test itself knows of an invoice. */
    private static final class Invoice {

        final String debtor;
        final boolean proven;
        long open;
        Optional<String> dispute = Optional.empty();
        LocalDate heldUntil = LocalDate.MIN;
        LocalDate promisedUntil = LocalDate.MIN;

        Invoice(String debtor, long open, boolean proven) {
            this.debtor = debtor;
            this.open = open;
            this.proven = proven;
        }
    }

    /**
     * Lives once and prints the diary.
     *
     * @param arguments folder, seed, days
     */
    public static void main(String[] arguments) throws Exception {
        try (RandomFirm firm = new RandomFirm(Path.of(arguments[0]), Long.parseLong(arguments[1]));
                PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, UTF_8)) {
            firm.live(Integer.parseInt(arguments[2]));
            out.println(String.join("\n", firm.diary()));
        }
    }

    void live(int days) throws Exception {
        LocalDate end = FIRST_DAY.plusDays(days);
        while (today.isBefore(end)) {
            for (int events = random.nextInt(4); events > 0; events--) {
                happen();
            }
            if (random.nextInt(6) > 0) {
                work();
            }
            today = today.plusDays(random.nextInt(20) == 0 ? 1 + random.nextInt(10) : 1);
        }
        assertEquals(Optional.empty(), world.journal.verify(World.FIRM).firstBroken(), name);
    }

    /** Every message that left, in order, with what it says. */
    List<String> diary() {
        return List.copyOf(diary);
    }

    /** Steps and states that were reached, to tell whether the sample is worth something. */
    Set<String> reached() {
        return Set.copyOf(reached);
    }

    @Override
    public void close() throws Exception {
        world.close();
    }

    private void happen() throws Exception {
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> send();
            case 3, 4 -> pay();
            case 5 -> promise();
            case 6 -> dispute();
            case 7 -> hold();
            case 8 -> misbehave();
            default -> closeDispute();
        }
    }

    private void send() throws Exception {
        String number = "F" + ++counter;
        String debtor = "D" + random.nextInt(DEBTORS);
        long cents = 2_000 + random.nextInt(900_000);
        boolean proven = random.nextInt(8) > 0;
        LocalDate due = today.plusDays(random.nextInt(40) - 10);
        world.take(session -> {
            InvoiceRecord.Builder record = InvoiceRecord.of(number, DebtorId.of(debtor), due.minusDays(30))
                    .instalments(List.of(new InvoiceRecord.Instalment(due, money(cents))));
            if (proven) {
                record.evidence(new SendingEvidence(EvidenceGrade.DECLARED, due.minusDays(30), "claire"));
            }
            return session.invoice(record.build());
        });
        invoices.put(number, new Invoice(debtor, cents, proven));
    }

    private static Money money(long cents) {
        return Money.parse(cents / 100 + "." + String.format("%02d", cents % 100), "EUR");
    }

    private Optional<String> anOpenInvoice() {
        List<String> open = invoices.entrySet().stream()
                .filter(known -> known.getValue().open > 0)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        return open.isEmpty() ? Optional.empty() : Optional.of(open.get(random.nextInt(open.size())));
    }

    private void pay() throws Exception {
        for (String number : anOpenInvoice().stream().toList()) {
            Invoice invoice = invoices.get(number);
            long cents = random.nextInt(4) == 0 ? 1 + invoice.open / 2 : invoice.open;
            world.payment("P" + ++counter, number, money(cents).toDecimalString(), today);
            invoice.open -= cents;
        }
    }

    private void promise() throws Exception {
        for (String number : anOpenInvoice().stream().toList()) {
            Invoice invoice = invoices.get(number);
            LocalDate on = today.plusDays(1 + random.nextInt(20));
            Commitment promise = new Commitment(
                    "p" + ++counter,
                    Commitment.Kind.PROMISE,
                    Commitment.State.LIVE,
                    today,
                    Set.of(item(number)),
                    money(invoice.open),
                    List.of(new Commitment.Instalment(on, money(invoice.open))));
            world.ledger.write(World.FIRM, World.CLERK, batch -> batch.put(DebtorId.of(invoice.debtor), promise));
            invoice.promisedUntil = on.isAfter(invoice.promisedUntil) ? on : invoice.promisedUntil;
        }
    }

    private void dispute() throws Exception {
        for (String number : anOpenInvoice().stream().toList()) {
            Invoice invoice = invoices.get(number);
            if (invoice.dispute.isEmpty()) {
                invoice.dispute = Optional.of("d" + ++counter);
                put(number, Optional.empty());
            }
        }
    }

    private void closeDispute() throws Exception {
        for (Map.Entry<String, Invoice> known : new TreeMap<>(invoices).entrySet()) {
            if (known.getValue().dispute.isPresent() && random.nextBoolean()) {
                put(known.getKey(), Optional.of(today));
                known.getValue().dispute = Optional.empty();
            }
        }
    }

    private void put(String number, Optional<LocalDate> closed) throws Exception {
        Invoice invoice = invoices.get(number);
        Dispute dispute = new Dispute(
                invoice.dispute.orElseThrow(),
                item(number),
                Optional.empty(),
                "faulty",
                today,
                Optional.empty(),
                closed);
        world.ledger.write(World.FIRM, World.CLERK, batch -> batch.put(DebtorId.of(invoice.debtor), dispute));
    }

    private void hold() throws Exception {
        for (String number : anOpenInvoice().stream().toList()) {
            Invoice invoice = invoices.get(number);
            LocalDate until = today.plusDays(random.nextInt(15));
            Hold hold = new Hold("h" + ++counter, Optional.of(item(number)), "geste", today, Optional.of(until));
            world.ledger.write(World.FIRM, World.CLERK, batch -> batch.put(DebtorId.of(invoice.debtor), hold));
            invoice.heldUntil = until.isAfter(invoice.heldUntil) ? until : invoice.heldUntil;
        }
    }

    private void misbehave() {
        Act[] acts = Act.values();
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            (random.nextBoolean() ? mails : letters).then(acts[random.nextInt(acts.length)]);
        }
    }

    /** A day of work, in which anything may happen between preparing and sending. */
    private void work() throws Exception {
        world.take(session -> {
            session.paymentsKnownUntil(today);
            return session;
        });
        world.prepare(today);
        if (random.nextInt(10) == 0) {
            return;
        }
        if (random.nextInt(3) == 0) {
            happen();
        }
        world.approve();
        if (random.nextInt(3) == 0) {
            happen();
        }
        try {
            world.dispatch();
        } catch (RecordingChannel.Death died) {
            restart();
        }
        look();
        resolve();
        if (random.nextInt(15) == 0) {
            restart();
        }
    }

    private void restart() throws Exception {
        reached.add("restart");
        world.close();
        world = new World(folder, letters, mails);
        world.clock.day = today;
    }

    /** Somebody posts letters and finds out what became of what is unknown; whoever says so looked at the channel. */
    private void resolve() throws CaseworkException, Exception {
        if (random.nextInt(4) > 0) {
            return;
        }
        for (MessageRecord waiting : world.all(MessageState.AWAITING_CONFIRMATION, MessageState.UNKNOWN)) {
            boolean left = left().stream().anyMatch(message -> isOf(message, waiting));
            boolean posted = left || waiting.state() == MessageState.AWAITING_CONFIRMATION;
            world.runs.resolve(
                    World.FIRM,
                    Selection.of(Set.of(waiting.message().id())),
                    posted ? MessageState.SENT : MessageState.WITHDRAWN,
                    today,
                    World.APPROVER,
                    new World.Heard());
        }
    }

    private List<OutboundMessage> left() {
        List<OutboundMessage> left = new ArrayList<>(mails.sent());
        left.addAll(letters.sent());
        return left;
    }

    private static boolean isOf(OutboundMessage message, MessageRecord record) {
        return message.key().value().endsWith("-" + record.message().id().value());
    }

    /** Compares what left since the last look with what was allowed to. */
    private void look() throws Exception {
        List<OutboundMessage> left = left();
        assertEquals(
                left.size(), left.stream().map(OutboundMessage::key).distinct().count(), name);
        if (left.size() == looked) {
            return;
        }
        looked = left.size();
        for (MessageRecord record : world.all(MessageState.values())) {
            reached.add(record.state().name());
            if (left.stream().anyMatch(message -> isOf(message, record))
                    && diary.stream()
                            .noneMatch(line -> line.startsWith(record.message().id() + " "))) {
                check(record);
            }
        }
        assertEquals(left.size(), diary.size(), name);
    }

    private void check(MessageRecord record) {
        String what = name + ", " + today + ": " + record.message().id() + " ";
        diary.add(record.message().id() + " " + record.message().step() + " "
                + record.message().facts());
        reached.add(record.message().step());
        assertTrue(today.getDayOfWeek().getValue() <= 5, what + "left on a weekend");
        Money sum = Money.zero(record.message().principal().currency());
        for (MessageItem item : record.message().items()) {
            ItemKey key = item.token().item();
            Invoice invoice = invoices.get(key.invoice().value());
            assertTrue(steps.add(key + " " + item.cycle() + " " + item.step()), what + "repeats a step of " + key);
            assertTrue(invoice.open > 0, what + "reminds the paid " + key);
            assertTrue(invoice.proven, what + "reminds the never sent " + key);
            assertTrue(invoice.dispute.isEmpty(), what + "reminds the disputed " + key);
            assertTrue(invoice.heldUntil.isBefore(today), what + "reminds in spite of a hold " + key);
            assertTrue(invoice.promisedUntil.isBefore(today), what + "reminds the promised " + key);
            assertEquals(invoice.open, item.claimed().minor(), what + "claims another amount for " + key);
            assertEquals(invoice.debtor, record.message().debtor().value(), what + "tells another debtor of " + key);
            sum = sum.plus(item.claimed());
        }
        assertEquals(sum, record.message().principal(), what);
        LocalDate before = lastTo.put(record.message().debtor().value(), today);
        assertFalse(
                before != null && before.plusDays(GAP_DAYS).isAfter(today), what + "comes " + before + " too close");
    }

    private static ItemKey item(String number) {
        return ItemKey.of(World.FIRM, InvoiceId.of(number), 1);
    }
}
