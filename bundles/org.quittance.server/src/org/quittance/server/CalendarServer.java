package org.quittance.server;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.quittance.api.ledger.SendLedger;
import org.quittance.api.model.Actor;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.Role;
import org.quittance.api.text.Sentence;
import org.quittance.api.time.BusinessClock;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CreditorDirectory;
import org.quittance.service.casework.FeedbackService;
import org.quittance.service.casework.InboxService;
import org.quittance.service.casework.InboxWatch;
import org.quittance.service.casework.RunService;
import org.quittance.service.proof.HeadArchive;
import org.quittance.service.server.CommandHost;
import org.quittance.service.server.WorkspaceServer;
import org.quittance.service.workspace.Workspace;
import org.quittance.service.workspace.WorkspaceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works by the calendar for every creditor, each on a thread of its own: a channel that hangs holds up one of them. */
@Component(configurationPid = CalendarServer.PID)
@Designate(ocd = CalendarServer.Options.class)
public final class CalendarServer implements WorkspaceServer {

    static final String PID = "org.quittance.server";

    private static final Logger LOG = LoggerFactory.getLogger(CalendarServer.class);

    /** How long work under way has to reach a safe place; systemd waits longer. */
    private static final long STOP_MILLIS = 60_000;

    private static final String ACTOR = "server";

    private final CreditorDirectory creditors;
    private final CreditorWork.Desk desk;
    private final InboxWatch inbox;
    private final Options options;

    /** When the server works, and how far it may go alone. */
    @ObjectClassDefinition(
            name = "Quittance server",
            description = "When the server prepares, sends and fetches, for every creditor in its own zone.")
    public @interface Options {

        @AttributeDefinition(
                name = "Prepare at",
                description = "The hour from which the run of a business day is prepared, such as 06:30.")
        String prepareAt() default "06:30";

        @AttributeDefinition(
                name = "Approve",
                description = "Whether the server approves what it prepared. Claims on legal figures that no lawyer has"
                        + " validated always wait for a person, and everything does where the creditor asks for"
                        + " four eyes.")
        boolean approve() default false;

        @AttributeDefinition(
                name = "Dispatch every",
                description =
                        "Minutes between two looks for messages that may leave. Hours and days on which a debtor is"
                                + " reached are the policy's.",
                min = "1")
        int dispatchEveryMinutes() default 10;

        @AttributeDefinition(
                name = "Fetch mail every",
                description = "Minutes between two looks for bounces and answers.",
                min = "1")
        int mailEveryMinutes() default 10;

        @AttributeDefinition(name = "Look every", description = "Seconds between two looks at the clock.", min = "1")
        int lookEverySeconds() default 15;

        @AttributeDefinition(
                name = "Watch the inbox",
                description = "Whether files in the inbox are imported as they come. Only where the workspace has one"
                        + " creditor: with several nobody can tell whose a file is.")
        boolean watchInbox() default true;
    }

    @Activate
    public CalendarServer(
            @Reference CreditorDirectory creditors,
            @Reference RunService runs,
            @Reference FeedbackService feedback,
            @Reference SendLedger messages,
            @Reference HeadArchive heads,
            @Reference BusinessClock clock,
            @Reference Holidays holidays,
            @Reference InboxWatch inbox,
            Options options) {
        this.creditors = creditors;
        this.desk = new CreditorWork.Desk(runs, feedback, messages, heads, clock, holidays, options.approve());
        this.inbox = inbox;
        this.options = options;
    }

    @Override
    public void serve(Workspace workspace, CommandHost commands, Runnable ready, CountDownLatch stop)
            throws CaseworkException, WorkspaceException {
        Timetable timetable = timetable();
        BooleanSupplier stopping = () -> stop.getCount() == 0;
        CommandDoor door = new CommandDoor(socket(workspace), commands, stopping);
        List<Creditor> all = creditors.creditors();
        ScheduledExecutorService threads = Executors.newScheduledThreadPool(Math.max(1, all.size()), work -> {
            Thread thread = new Thread(work, "quittance calendar");
            thread.setDaemon(true);
            return thread;
        });
        try {
            door.open();
            for (Creditor creditor : all) {
                CreditorWork work = new CreditorWork(creditor, timetable, desk, actor(), stopping);
                threads.scheduleWithFixedDelay(work, 0, options.lookEverySeconds(), TimeUnit.SECONDS);
            }
            watchInbox(all);
            LOG.info("serve outcome=started creditors={} prepareAt={}", all.size(), timetable.prepareAt());
            ready.run();
            stop.await();
        } catch (InterruptedException e) {
            stop.countDown();
            Thread.currentThread().interrupt();
        } finally {
            inbox.stop();
            end(door, threads);
        }
    }

    private void watchInbox(List<Creditor> all) {
        if (options.watchInbox() && all.size() == 1) {
            CreditorId creditor = all.get(0).id();
            inbox.start(creditor, actor(), new InboxLog(creditor));
        }
    }

    /** Counts for the log; what is in a file stands beside it. */
    private record InboxLog(CreditorId creditor) implements InboxWatch.Listener {

        @Override
        public void taken(List<InboxService.InboxFile> files) {
            Map<InboxService.Outcome, Long> outcomes = files.stream()
                    .collect(Collectors.groupingBy(
                            InboxService.InboxFile::outcome, TreeMap::new, Collectors.counting()));
            LOG.info("inbox creditor={} files={} outcomes={}", creditor, files.size(), outcomes);
        }

        @Override
        public void failed(Sentence reason) {
            LOG.warn("inbox creditor={} outcome=failed reason={}", creditor, reason.code());
        }
    }

    private static void end(CommandDoor door, ScheduledExecutorService threads) {
        threads.shutdown();
        door.close(STOP_MILLIS);
        try {
            if (!threads.awaitTermination(STOP_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.warn("serve outcome=left-behind: work did not stop in time; what it was sending becomes UNKNOWN");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        LOG.info("serve outcome=stopped");
    }

    private static CommandSocket socket(Workspace workspace) throws WorkspaceException {
        try {
            return CommandSocket.open(workspace.directory());
        } catch (IOException | UnsupportedOperationException e) {
            throw new WorkspaceException(
                    WorkspaceException.Kind.DAMAGED,
                    Sentence.of(CalendarServer.class, "socket.failed", workspace.directory(), e),
                    e);
        }
    }

    private Timetable timetable() throws CaseworkException {
        return new Timetable(
                hour(options.prepareAt()),
                Duration.ofMinutes(atLeastOne("dispatchEveryMinutes", options.dispatchEveryMinutes())),
                Duration.ofMinutes(atLeastOne("mailEveryMinutes", options.mailEveryMinutes())));
    }

    private static LocalTime hour(String text) throws CaseworkException {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw refusal("option.hour", "prepareAt", text, e);
        }
    }

    private int atLeastOne(String field, int value) throws CaseworkException {
        if (value < 1 || options.lookEverySeconds() < 1) {
            throw refusal("option.number", value < 1 ? field : "lookEverySeconds", value, null);
        }
        return value;
    }

    private static CaseworkException refusal(String code, String field, Object value, @Nullable Exception cause) {
        return new CaseworkException(
                CaseworkException.Kind.INPUT, Sentence.of(CalendarServer.class, code, PID, field, value), cause);
    }

    /** Approves only where it is told to; never lowers the stop switch. */
    private Actor actor() {
        Set<Role> roles = EnumSet.of(Role.READER, Role.CLERK);
        if (desk.approves()) {
            roles.add(Role.APPROVER);
        }
        return Actor.of(ACTOR, roles);
    }
}
