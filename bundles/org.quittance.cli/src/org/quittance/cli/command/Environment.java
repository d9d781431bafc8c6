package org.quittance.cli.command;

import java.io.PrintStream;
import java.util.Locale;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.quittance.service.workspace.Workspaces;

/**
 * What a command runs in.
 *
 * @param out results only
 * @param err progress, warnings and errors
 * @param locale the language of the person who typed the command
 * @param caller that person
 */
public record Environment(
        ServiceAccess services,
        Workspaces workspaces,
        ServiceComponentRuntime components,
        PrintStream out,
        PrintStream err,
        Locale locale,
        Caller caller) {

    /** For a command typed in this process. */
    public Environment(
            ServiceAccess services,
            Workspaces workspaces,
            ServiceComponentRuntime components,
            PrintStream out,
            PrintStream err,
            Locale locale) {
        this(services, workspaces, components, out, err, locale, Caller.here());
    }
}
