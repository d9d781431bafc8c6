package org.quittance.service.workspace;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Opens the workspace of this process. Opening takes the lock, checks the folder, prepares the database, publishes the
 * configuration in {@code etc/}; then the services of the suite appear. One workspace at a time.
 */
@ProviderType
public interface Workspaces {

    /** Whether the folder holds a workspace, sound or not. Touches nothing. */
    boolean exists(Path directory);

    /**
     * @param directory created when it does not exist
     * @param simulateOn makes a new workspace a simulated one whose clock stands on that day; ignored for one that exists
     *     and is simulated, refused for one that exists and is real
     */
    Workspace open(Path directory, Optional<LocalDate> simulateOn) throws WorkspaceException;

    /**
     * Puts a backup in the place of a workspace that does not exist or is empty, raises the stop switch and begins a new
     * epoch.
     *
     * @return how many messages may have been sent since the backup and are now UNKNOWN
     */
    int restore(Path backup, Path directory) throws WorkspaceException;

    /**
     * Opens a copy of a workspace, for what is thrown away afterwards. It is simulated from its first moment, so nothing leaves it;
     * its clock stands on the day of the original's. Of the configuration in {@code etc/} it has creditors, policies, templates,
     * channels and rates only; plug-ins and whatever else reaches outside are left behind.
     */
    Workspace rehearse(Path backup, Path directory) throws WorkspaceException;
}
