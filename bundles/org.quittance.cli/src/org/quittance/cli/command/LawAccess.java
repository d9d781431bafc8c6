package org.quittance.cli.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.quittance.service.workspace.Workspace;

/** The law needs no workspace; one that is there adds what its administrator configured. None is ever made. */
final class LawAccess {

    private LawAccess() {}

    static int with(Environment environment, Optional<Path> folder, Callable<Integer> work) throws Exception {
        if (folder.isEmpty() || !environment.workspaces().exists(folder.get())) {
            return work.call();
        }
        try (Workspace workspace = environment.workspaces().open(folder.get(), Optional.empty())) {
            return work.call();
        }
    }
}
