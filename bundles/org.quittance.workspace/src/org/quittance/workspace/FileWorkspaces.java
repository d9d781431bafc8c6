package org.quittance.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.ServiceTracker;
import org.quittance.api.ledger.DatabaseCopy;
import org.quittance.api.ledger.EmbeddedDatabase;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.text.Sentence;
import org.quittance.api.time.BusinessClock;
import org.quittance.service.casework.CreditorDirectory;
import org.quittance.service.workspace.Workspace;
import org.quittance.service.workspace.WorkspaceException;
import org.quittance.service.workspace.WorkspaceException.Kind;
import org.quittance.service.workspace.Workspaces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens a workspace: lock, layout, database, then the services that depend on it. What the workspace itself provides
 * (clock, creditors) is registered while it is open; the other components get their configuration from {@code etc/}.
 */
@Component
public final class FileWorkspaces implements Workspaces {

    private static final long SERVICE_WAIT_MILLIS = 20_000;

    private static final Logger LOG = LoggerFactory.getLogger(FileWorkspaces.class);

    private final BundleContext context;
    private final ConfigurationAdmin configurations;
    private final EmbeddedDatabase database;

    @Activate
    public FileWorkspaces(
            BundleContext context, @Reference ConfigurationAdmin configurations, @Reference EmbeddedDatabase database) {
        this.context = context;
        this.configurations = configurations;
        this.database = database;
    }

    @Override
    public boolean exists(Path directory) {
        return WorkspaceLayout.isWorkspace(directory);
    }

    @Override
    public synchronized Workspace open(Path directory, Optional<LocalDate> simulateOn) throws WorkspaceException {
        boolean folderExisted = Files.isDirectory(directory);
        WorkspaceLayout layout = WorkspaceLayout.claim(directory);
        WorkspaceLock lock = WorkspaceLock.take(layout.lockFile());
        Runnable undo = Files.exists(layout.descriptor()) ? () -> {} : () -> layout.remove(folderExisted);
        boolean opened = false;
        try {
            Workspace workspace = openLocked(layout, lock, simulateOn, undo);
            opened = true;
            return workspace;
        } finally {
            if (!opened) {
                lock.release();
                undo.run();
            }
        }
    }

    private Workspace openLocked(
            WorkspaceLayout layout, WorkspaceLock lock, Optional<LocalDate> simulateOn, Runnable undo)
            throws WorkspaceException {
        WorkspaceFile file = WorkspaceFile.readOrCreate(layout.descriptor(), simulateOn);
        layout.createFolders();
        FixedCreditors creditors = CreditorFiles.readOrDraft(layout.creditors());
        ComponentConfigurations components = ComponentConfigurations.read(layout.etc(), layout.directory());
        prepareDatabase(layout.directory());

        WorkspaceClock clock = new WorkspaceClock(file.simulatedToday());
        OpenWorkspace workspace =
                new OpenWorkspace(layout, file, clock, archive -> backup(layout, archive), undo, components.broken());
        List<ServiceRegistration<?>> services = List.of(
                register(BusinessClock.class, clock),
                register(CreditorDirectory.class, creditors),
                register(Workspace.class, workspace));
        ConfigurationBarrier barrier = new ConfigurationBarrier(context, configurations);
        workspace.onClose(() -> close(components, barrier, services, lock));
        boolean complete = false;
        try {
            components.publish(configurations);
            barrier.await();
            complete = true;
            return workspace;
        } finally {
            if (!complete) {
                workspace.close();
            }
        }
    }

    /** The lock goes last: until the components are gone they may still write. */
    private static void close(
            ComponentConfigurations components,
            ConfigurationBarrier barrier,
            List<ServiceRegistration<?>> services,
            WorkspaceLock lock) {
        try {
            components.withdraw();
            barrier.await();
        } catch (WorkspaceException e) {
            LOG.warn("the services of the workspace did not stop in time", e);
        } finally {
            services.forEach(ServiceRegistration::unregister);
            lock.release();
        }
    }

    private <T> ServiceRegistration<?> register(Class<T> type, T service) {
        return context.registerService(type, service, new Hashtable<>());
    }

    private void prepareDatabase(Path directory) throws WorkspaceException {
        try {
            database.prepare(directory);
        } catch (LedgerException e) {
            throw new WorkspaceException(Kind.DAMAGED, WorkspaceLayout.message(e), e);
        }
    }

    @Override
    public int restore(Path backup, Path directory) throws WorkspaceException {
        BackupArchive.unpack(backup, directory);
        try (Workspace restored = open(directory, Optional.empty())) {
            return awaitDatabase().beginEpochAfterRestore();
        } catch (LedgerException e) {
            throw new WorkspaceException(
                    Kind.DAMAGED, Sentence.of(WorkspaceLayout.class, "restore.unusable", directory, e), e);
        }
    }

    @Override
    public Workspace rehearse(Path backup, Path directory) throws WorkspaceException {
        BackupArchive.unpack(backup, directory);
        WorkspaceLayout layout = WorkspaceLayout.claim(directory);
        WorkspaceFile file = WorkspaceFile.readOrCreate(layout.descriptor(), Optional.empty());
        if (file.simulatedToday().isEmpty()) {
            file.simulate(new WorkspaceClock(Optional.empty()).today(ZoneId.systemDefault()));
        }
        ComponentConfigurations.keepHarmless(layout.etc());
        try {
            BackupArchive.deleteTree(layout.plugins());
        } catch (IOException e) {
            throw new WorkspaceException(
                    Kind.DAMAGED,
                    Sentence.of(WorkspaceLayout.class, "workspace.unusable", directory, WorkspaceLayout.message(e)),
                    e);
        }
        return open(directory, Optional.empty());
    }

    private void backup(WorkspaceLayout layout, Path archive) throws WorkspaceException {
        DatabaseCopy database = awaitDatabase();
        try {
            BackupArchive.pack(layout, database, archive);
        } catch (LedgerException | IOException e) {
            throw new WorkspaceException(
                    Kind.DAMAGED,
                    Sentence.of(WorkspaceLayout.class, "backup.failed", archive, WorkspaceLayout.message(e)),
                    e);
        }
    }

    /** Components come up on their own threads once they are configured. */
    private DatabaseCopy awaitDatabase() throws WorkspaceException {
        ServiceTracker<DatabaseCopy, DatabaseCopy> tracker = new ServiceTracker<>(context, DatabaseCopy.class, null);
        tracker.open();
        try {
            return Optional.ofNullable(tracker.waitForService(SERVICE_WAIT_MILLIS))
                    .orElseThrow(() -> new WorkspaceException(
                            Kind.DAMAGED, Sentence.of(WorkspaceLayout.class, "database.none"), null));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WorkspaceException(Kind.DAMAGED, Sentence.of(WorkspaceLayout.class, "database.interrupted"), e);
        } finally {
            tracker.close();
        }
    }
}
