package org.quittance.service.workspace;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.text.Sentence;

/** An open workspace; also a service while it is open. Safe for any thread. */
@ProviderType
public interface Workspace extends AutoCloseable {

    Path directory();

    /** The folder for files that channels make; exists. */
    Path outbox();

    /** A simulated workspace has its own clock, and nothing leaves it. */
    boolean isSimulated();

    /** Sets the clock of a simulated workspace forward to a day; {@link IllegalStateException} in a real one. */
    void simulate(LocalDate today) throws WorkspaceException;

    /** Copies everything into one file while work goes on; refuses to overwrite. */
    void backup(Path file) throws WorkspaceException;

    /**
     * What is wrong with files in {@code etc/} whose service goes without its configuration, by the name the file gives it;
     * each names file, line or field.
     */
    default SortedMap<String, Sentence> brokenConfigurations() {
        return Collections.emptySortedMap();
    }

    /** Closes, and takes the folder's content away again if this opening made it: a first command that failed leaves nothing. */
    default void discard() {
        close();
    }

    /** Takes the services away and gives the lock back. */
    @Override
    void close();
}
