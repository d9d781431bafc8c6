package org.quittance.workspace;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicReference;
import org.quittance.api.text.Sentence;
import org.quittance.service.workspace.Workspace;
import org.quittance.service.workspace.WorkspaceException;

/** The workspace this process owns. */
final class OpenWorkspace implements Workspace {

    private final WorkspaceLayout layout;
    private final WorkspaceFile file;
    private final WorkspaceClock clock;
    private final Backup backup;
    private final Runnable undo;
    private final SortedMap<String, Sentence> brokenConfigurations;
    private final AtomicReference<Runnable> onClose = new AtomicReference<>(() -> {});

    /** @param undo takes away what opening it made */
    OpenWorkspace(
            WorkspaceLayout layout,
            WorkspaceFile file,
            WorkspaceClock clock,
            Backup backup,
            Runnable undo,
            SortedMap<String, Sentence> brokenConfigurations) {
        this.layout = layout;
        this.file = file;
        this.clock = clock;
        this.backup = backup;
        this.undo = undo;
        this.brokenConfigurations = brokenConfigurations;
    }

    /** Writes one archive. */
    interface Backup {
        void to(Path archive) throws WorkspaceException;
    }

    void onClose(Runnable action) {
        onClose.set(action);
    }

    @Override
    public Path directory() {
        return layout.directory();
    }

    @Override
    public Path outbox() {
        return layout.outbox();
    }

    @Override
    public boolean isSimulated() {
        return clock.isSimulated();
    }

    @Override
    public void simulate(LocalDate today) throws WorkspaceException {
        clock.simulate(today);
        file.simulate(today);
    }

    @Override
    public void backup(Path archive) throws WorkspaceException {
        backup.to(archive);
    }

    @Override
    public SortedMap<String, Sentence> brokenConfigurations() {
        return brokenConfigurations;
    }

    @Override
    public void discard() {
        close();
        undo.run();
    }

    @Override
    public void close() {
        onClose.getAndSet(() -> {}).run();
    }
}
