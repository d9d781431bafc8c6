package org.quittance.service.server;

import org.osgi.annotation.versioning.ConsumerType;

/** Executes commands in the process that owns the workspace. Called by several threads at a time. */
@ConsumerType
@FunctionalInterface
public interface CommandHost {

    /**
     * @param user whoever the operating system says has typed it
     * @return the exit code; failures are told on the call's own streams
     */
    int execute(CommandCall call, String user);
}
