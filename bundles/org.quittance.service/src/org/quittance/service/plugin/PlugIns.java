package org.quittance.service.plugin;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.model.Actor;
import org.quittance.service.casework.CaseworkException;

/**
 * The plug-ins of the open workspace. Changes take the role ADMINISTRATOR, are journalled for every creditor and are on disk when
 * a method returns; a change that fails leaves everything as it was. Safe for any thread. There only while a workspace is open.
 */
@ProviderType
public interface PlugIns {

    /** What is on record, also what did not come up; by name. */
    List<PlugIn> installed() throws CaseworkException;

    /**
     * Installs one bundle, or puts it in the place of the installed one of the same name, and starts it. Nothing of the file is
     * executed before its signature and what it needs are found to be in order.
     *
     * @throws CaseworkException INPUT where the file is none that may be installed, or lacks something, which is named; FORBIDDEN
     */
    PlugIn install(Path file, Leave leave, Actor actor) throws CaseworkException;

    /** @throws CaseworkException USAGE where there is none of that name, or another plug-in uses it; FORBIDDEN */
    PlugIn uninstall(String name, Actor actor) throws CaseworkException;

    /**
     * What the administrator allows beyond the ordinary.
     *
     * @param unsigned name of the bundle that may be installed though nobody trusted has signed it
     * @param downgrade whether an older version may take the place of a newer one
     */
    record Leave(Optional<String> unsigned, boolean downgrade) {

        public Leave {
            requireNonNull(unsigned, "unsigned");
        }
    }
}
