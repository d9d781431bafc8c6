package org.quittance.cli.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.quittance.cli.command.CommandTree;
import org.quittance.cli.command.Environment;
import org.quittance.cli.command.ServiceAccess;
import org.quittance.service.workspace.Workspaces;

/** Types commands on one workspace, as a person would, and keeps what came back. */
final class CommandLineSession {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path workspace;
    private final Locale locale;

    CommandLineSession(Path workspace) {
        this(workspace, Locale.ENGLISH);
    }

    CommandLineSession(Path workspace, Locale locale) {
        this.workspace = workspace;
        this.locale = locale;
    }

    /** What one command gave back. */
    record Result(int exit, String out, String err) {

        Result mustExit(int expected) {
            assertEquals(expected, exit, () -> "exit code; stdout: " + out + "\nstderr: " + err);
            return this;
        }

        JsonNode json() throws IOException {
            return JSON.readTree(out);
        }
    }

    /** Runs a command and asks for JSON. */
    JsonNode json(int expectedExit, String... words) throws IOException {
        List<String> all = new ArrayList<>(List.of(words));
        all.add("--json");
        return type(all.toArray(String[]::new)).mustExit(expectedExit).json();
    }

    Result type(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.add("--workspace");
        all.add(workspace.toString());
        return typeExactly(all.toArray(String[]::new));
    }

    Result typeExactly(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        BundleContext context =
                FrameworkUtil.getBundle(CommandLineSession.class).getBundleContext();
        Environment environment = new Environment(
                new ServiceAccess(context),
                service(context, Workspaces.class),
                service(context, ServiceComponentRuntime.class),
                new PrintStream(out, false, UTF_8),
                new PrintStream(err, false, UTF_8),
                locale);
        int exit = CommandTree.execute(environment, words);
        return new Result(exit, out.toString(UTF_8), err.toString(UTF_8));
    }

    private static <T> T service(BundleContext context, Class<T> type) {
        ServiceReference<T> reference = context.getServiceReference(type);
        if (reference == null) {
            throw new IllegalStateException("no service " + type.getName());
        }
        return context.getService(reference);
    }
}
