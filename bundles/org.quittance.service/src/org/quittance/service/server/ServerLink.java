package org.quittance.service.server;

import java.nio.file.Path;
import java.util.OptionalInt;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.service.workspace.WorkspaceException;

/** The way from a command to the server that owns its workspace, on the same machine and for the same user only. */
@ProviderType
public interface ServerLink {

    /**
     * Has the server execute a command and copies what it writes. Cancelled by the end of this process.
     *
     * @return the exit code; empty where no server owns the workspace, and nothing was done
     * @throws WorkspaceException LOCKED where the server does not take it, or ended in the middle
     */
    OptionalInt execute(Path workspace, CommandCall call) throws WorkspaceException;
}
