package org.quittance.scenario.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.quittance.api.channel.OutboundMessage;
import org.quittance.api.channel.ReminderChannel;
import org.quittance.api.channel.SendKey;
import org.quittance.api.importer.InvoiceRecord;
import org.quittance.api.ledger.CaseHistory;
import org.quittance.api.ledger.CaseLedger;
import org.quittance.api.ledger.MessageQuery;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.ledger.SendLedger;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.EvidenceGrade;
import org.quittance.api.model.Medium;
import org.quittance.api.model.Money;
import org.quittance.api.model.SendingEvidence;
import org.quittance.api.store.DebtorDirectory;
import org.quittance.api.store.InvoiceStore;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.MessageSummary;
import org.quittance.service.casework.RunAction;
import org.quittance.service.casework.RunListener;
import org.quittance.service.casework.RunRequest;
import org.quittance.service.casework.RunService;
import org.quittance.service.casework.RunSummary;
import org.quittance.service.casework.Selection;
import org.quittance.service.decision.Answer;
import org.quittance.tck.channel.RecordingChannel;
import org.quittance.tck.store.MemoryInvoiceStore;

/** Ledgers and channels are taken away, replaced and reconfigured in the middle of runs. */
class ServicesComeAndGoTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 19);
    private static final int DEBTORS = 120;

    @TempDir
    private Path folder;

    private OpenFirm firm;
    private MemoryInvoiceStore ledger;
    private RecordingChannel channel;
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();

    @BeforeEach
    void open() throws Exception {
        firm = OpenFirm.on(folder.resolve("firm"), DAY);
        firm.policy("swap", POLICY);
        ledger = MemoryInvoiceStore.of("vendor", firm.creditor());
        for (int i = 0; i < DEBTORS; i++) {
            for (int item = 0; item < 2; item++) {
                ledger.book(invoice("F-" + i + "-" + item, debtor(i)));
            }
        }
        register(DebtorDirectory.class, new Vendor.Everybody(firm.creditor()), "vendor");
        channel = RecordingChannel.of("recording", Medium.EMAIL);
        firm.service(RunService.class);
    }

    @AfterEach
    void close() throws Exception {
        registrations.forEach(ServicesComeAndGoTest::unregister);
        firm.close();
    }

    @Test
    void aLedgerTakenAwayInTheMiddleOfARunLeavesTheRestUndecidedAndNothingClosed() throws Exception {
        ServiceRegistration<?>[] leaving = new ServiceRegistration<?>[1];
        leaving[0] = register(
                InvoiceStore.class, Vendor.interrupted(ledger, DEBTORS, () -> unregister(leaving[0])), "vendor");
        Heard first = prepare();
        assertEquals(1, first.failed.size(), first.failed.toString());
        assertTrue(first.summary.messages() > 0 && first.summary.messages() < DEBTORS, first.summary.toString());
        assertFalse(messages()
                .run(firm.creditor(), first.summary.run().orElseThrow())
                .orElseThrow()
                .complete());
        assertNothingClosed();
        register(InvoiceStore.class, ledger, "vendor");
        Heard second = prepare();
        assertEquals(DEBTORS, second.summary.messages());
        assertEquals(first.summary.messages(), second.summary.superseded());
        assertNothingClosed();
        sendAll();
        assertEachDebtorGotOneMessage();
    }

    @Test
    void aRunIsDispatchedAgainstTheLedgerItWasDecidedOnAndNoOther() throws Exception {
        ServiceRegistration<?> vendor = register(InvoiceStore.class, ledger, "vendor");
        register(ReminderChannel.class, channel, "recording");
        prepare();
        approve();
        unregister(vendor);
        register(InvoiceStore.class, MemoryInvoiceStore.of("other", firm.creditor()), "other");
        MessageSummary waiting = dispatch();
        assertEquals(DEBTORS, waiting.failed());
        assertEquals(0, channel.attempts().size());
        assertEquals(DEBTORS, count(MessageState.APPROVED));
        register(InvoiceStore.class, ledger, "vendor");
        dispatch();
        assertEachDebtorGotOneMessage();
    }

    @Test
    void aChannelTakenAwayInTheMiddleOfADispatchSendsTheRestWhenItIsBack() throws Exception {
        register(InvoiceStore.class, ledger, "vendor");
        ServiceRegistration<?>[] leaving = new ServiceRegistration<?>[1];
        leaving[0] = register(ReminderChannel.class, channel, "recording");
        deactivateShippedMail();
        prepare();
        approve();
        channel.beforeSend(() -> {
            if (channel.attempts().size() == DEBTORS / 2) {
                unregister(leaving[0]);
            }
        });
        MessageSummary broken = dispatch();
        assertTrue(broken.failed() > 0, broken.toString());
        assertEquals(DEBTORS, count(MessageState.SENT) + count(MessageState.APPROVED));
        channel.beforeSend(() -> {});
        register(ReminderChannel.class, channel, "recording");
        dispatch();
        assertEachDebtorGotOneMessage();
    }

    @Test
    void aCallThatWasUnderWayWhenItsChannelBrokeIsUnknownAndNotRepeated() throws Exception {
        register(InvoiceStore.class, ledger, "vendor");
        register(ReminderChannel.class, channel.withoutReconciliation(), "recording");
        deactivateShippedMail();
        prepare();
        approve();
        channel.then(RecordingChannel.Act.DIES_AFTER_EFFECT);
        dispatch();
        assertEquals(1, count(MessageState.UNKNOWN));
        dispatch();
        prepare();
        assertEachDebtorGotOneMessage();
    }

    @Test
    void theEmbeddedStoreReconfiguredInTheMiddleOfARunLosesNothing() throws Exception {
        for (String table : List.of("debtors", "invoices", "credit-notes", "payments", "evidence", "reminders")) {
            firm.takeDemo(table);
        }
        RunService before = firm.service(RunService.class);
        CountDownLatch restarted = new CountDownLatch(1);
        ServiceListener listener = event -> {
            if (event.getType() == ServiceEvent.UNREGISTERING) {
                restarted.countDown();
            }
        };
        firm.context().addServiceListener(listener, "(objectClass=" + CaseLedger.class.getName() + ")");
        boolean[] done = {false};
        RunListener meddling = new RunListener() {
            @Override
            public void silent(DebtorId debtor, Answer answer) {
                if (!done[0]) {
                    done[0] = true;
                    reconfigureStore();
                    await(restarted);
                }
            }
        };
        try {
            before.prepare(
                    firm.creditor(),
                    new RunRequest(DAY.plusDays(1), false, Optional.empty()),
                    OpenFirm.EVERYBODY,
                    meddling);
        } catch (CaseworkException e) {
            assertTrue(String.valueOf(e.getMessage()).contains("closed"), e.toString());
        } finally {
            firm.context().removeServiceListener(listener);
        }
        assertTrue(done[0]);
        firm.workspace().simulate(DAY.plusDays(1));
        Replay replay = new Replay(firm, Optional.empty());
        replay.live(DAY.plusDays(1));
        Map<String, Long> copies = new HashMap<>();
        replay.each(record -> {
            if (Replay.left(record)) {
                record.message()
                        .items()
                        .forEach(item -> copies.merge(item.token().item() + " " + item.step(), 1L, Long::sum));
            }
        });
        assertTrue(copies.size() > 20, copies.toString());
        assertTrue(copies.values().stream().allMatch(count -> count == 1), copies.toString());
    }

    private void reconfigureStore() {
        try {
            Configuration configuration =
                    firm.service(ConfigurationAdmin.class).getConfiguration("org.quittance.store.sqlite", "?");
            Dictionary<String, Object> properties = configuration.getProperties();
            properties.put("changed", "now");
            configuration.update(properties);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS), "the store was not reconfigured");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Only the recording channel is to send e-mails here. */
    private void deactivateShippedMail() throws Exception {
        for (ReminderChannel installed : services(ReminderChannel.class)) {
            if (installed.id().startsWith("email")) {
                Configuration[] configurations = firm.service(ConfigurationAdmin.class)
                        .listConfigurations("(service.factoryPid=org.quittance.channel.email)");
                CountDownLatch gone = new CountDownLatch(1);
                ServiceListener listener = event -> {
                    if (event.getType() == ServiceEvent.UNREGISTERING) {
                        gone.countDown();
                    }
                };
                firm.context().addServiceListener(listener, "(objectClass=" + ReminderChannel.class.getName() + ")");
                for (Configuration configuration : configurations) {
                    configuration.delete();
                }
                await(gone);
                firm.context().removeServiceListener(listener);
            }
        }
    }

    private <T> List<T> services(Class<T> type) throws Exception {
        Collection<ServiceReference<T>> found = firm.context().getServiceReferences(type, null);
        return found.stream().map(firm.context()::getService).collect(Collectors.toList());
    }

    private <T> ServiceRegistration<T> register(Class<T> type, T service, String name) {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put(Constants.SERVICE_RANKING, 1_000);
        properties.put("name", name);
        ServiceRegistration<T> registration = firm.context().registerService(type, service, properties);
        registrations.add(registration);
        return registration;
    }

    private static void unregister(ServiceRegistration<?> registration) {
        try {
            registration.unregister();
        } catch (IllegalStateException e) {
            assertTrue(String.valueOf(e.getMessage()).contains("unregistered"), e.toString());
        }
    }

    private Heard prepare() throws Exception {
        Heard heard = new Heard();
        heard.summary = firm.service(RunService.class)
                .prepare(firm.creditor(), new RunRequest(DAY, false, Optional.of("swap")), OpenFirm.EVERYBODY, heard);
        return heard;
    }

    private void approve() throws Exception {
        firm.service(RunService.class)
                .approve(firm.creditor(), Selection.everything(), OpenFirm.EVERYBODY, new Heard());
    }

    private MessageSummary dispatch() throws Exception {
        return firm.service(RunService.class)
                .dispatch(firm.creditor(), Selection.everything(), DAY, OpenFirm.EVERYBODY, new Heard());
    }

    private void sendAll() throws Exception {
        deactivateShippedMail();
        register(ReminderChannel.class, channel, "recording");
        approve();
        dispatch();
    }

    private void assertEachDebtorGotOneMessage() throws Exception {
        assertEquals(DEBTORS, channel.sent().size());
        Set<DebtorId> debtors =
                channel.sent().stream().map(message -> message.debtor().id()).collect(Collectors.toSet());
        assertEquals(DEBTORS, debtors.size());
        Set<SendKey> keys =
                channel.attempts().stream().map(OutboundMessage::key).collect(Collectors.toSet());
        assertEquals(channel.attempts().size(), keys.size(), "no key was tried twice");
    }

    private void assertNothingClosed() throws Exception {
        List<DebtorId> debtors = new ArrayList<>();
        for (int i = 0; i < DEBTORS; i++) {
            debtors.add(debtor(i));
        }
        for (CaseHistory history : firm.service(CaseLedger.class)
                .histories(firm.creditor(), debtors)
                .values()) {
            assertTrue(history.lives().isEmpty(), history.debtor().toString());
        }
    }

    private long count(MessageState state) throws Exception {
        List<MessageRecord> found = messages().messages(firm.creditor(), MessageQuery.inStates(Set.of(state), 10_000));
        return found.size();
    }

    private SendLedger messages() throws Exception {
        return firm.service(SendLedger.class);
    }

    private static DebtorId debtor(int number) {
        return DebtorId.of("vendor-" + number);
    }

    private static InvoiceRecord invoice(String number, DebtorId debtor) {
        LocalDate due = DAY.minusDays(5);
        return InvoiceRecord.of(number, debtor, due.minusDays(30))
                .instalments(List.of(new InvoiceRecord.Instalment(due, Money.parse("80.00", "EUR"))))
                .evidence(new SendingEvidence(EvidenceGrade.CHANNEL, due.minusDays(30), "vendor"))
                .build();
    }

    private static final String POLICY = """
        {"id": "swap", "names": {"fr": "Essai", "en": "Trial"}, "minimumOpen": {}, "minimumGapDays": 7,
         "transitDays": 3, "thanks": false,
         "steps": [{"id": "courteous", "kind": "reminder", "thresholdDays": 3, "template": "courteous",
           "media": ["email"], "deadlineDays": 8}]}
        """;

    /** What a run told. */
    private static final class Heard implements RunListener {

        private final List<String> failed = new ArrayList<>();
        private final List<RunAction> actions = new ArrayList<>();
        private RunSummary summary;

        @Override
        public void failed(DebtorId debtor, String reason) {
            failed.add(debtor + ": " + reason);
        }

        @Override
        public void action(RunAction action) {
            actions.add(action);
        }
    }
}
