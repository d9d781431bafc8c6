package org.quittance.service.server;

import java.util.concurrent.CountDownLatch;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.workspace.Workspace;
import org.quittance.service.workspace.WorkspaceException;

/**
 * What a server does with the workspace it owns: runs, dispatches and fetches mail by the calendar, and takes in commands of other
 * processes. There only while a workspace is open.
 */
@ProviderType
public interface WorkspaceServer {

    /**
     * Works until it is told to stop. What is under way then stops at its next safe place; what does not within a minute is left,
     * and becomes UNKNOWN at the next start.
     *
     * @param ready called once when commands are taken in
     * @param stop counted down, by any thread, to stop it
     * @throws CaseworkException INPUT where its configuration is wrong; nothing was begun
     * @throws WorkspaceException where no commands can be taken in
     */
    void serve(Workspace workspace, CommandHost commands, Runnable ready, CountDownLatch stop)
            throws CaseworkException, WorkspaceException;
}
