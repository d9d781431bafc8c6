package org.quittance.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.eclipse.osgi.service.environment.EnvironmentInfo;
import org.eclipse.osgi.service.runnable.ParameterizedRunnable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.quittance.cli.command.CommandTree;
import org.quittance.cli.command.Environment;
import org.quittance.cli.command.ServiceAccess;
import org.quittance.service.workspace.Workspaces;

/**
 * What the framework runs on its main thread once it is up.
 */
@Component(service = ParameterizedRunnable.class, property = "eclipse.application=org.quittance.cli")
public final class QuittanceApplication implements ParameterizedRunnable {

    /** The launcher reads its exit code from here, not from the result of {@link #run}. */
    private static final String EXIT_CODE = "eclipse.exitcode";

    private final BundleContext context;
    private final Workspaces workspaces;
    private final ServiceComponentRuntime components;
    private final EnvironmentInfo framework;

    @Activate
    public QuittanceApplication(
            BundleContext context,
            @Reference Workspaces workspaces,
            @Reference ServiceComponentRuntime components,
            @Reference EnvironmentInfo framework) {
        this.context = context;
        this.workspaces = workspaces;
        this.components = components;
        this.framework = framework;
    }

    @Override
    public Object run(Object ignored) {
        Environment environment = new Environment(
                new ServiceAccess(context),
                workspaces,
                components,
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                Locale.getDefault());
        Integer exit = CommandTree.execute(environment, words());
        framework.setProperty(EXIT_CODE, exit.toString());
        return exit;
    }

    /** The framework gives none instead of an empty list. */
    private String[] words() {
        String[] given = framework.getNonFrameworkArgs();
        return given != null ? given : new String[0];
    }

    /** Output is UTF-8 whatever the platform's default, because JSON is. */
    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}
