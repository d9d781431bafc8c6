package org.quittance.cli.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.quittance.cli.ExitCode;
import org.quittance.service.casework.RunService;
import org.quittance.service.proof.HeadArchive;
import picocli.CommandLine.Command;

/** Lists every service of the suite, of plug-ins too: what it is, who provides it, in which state, by which configuration. */
@Command(name = "services")
final class ServicesCommand extends WorkspaceCommand {

    private static final String OWN_PACKAGES = "org.quittance.";

    ServicesCommand(Environment environment) {
        super(environment);
    }

    /** One service of one component instance. */
    private record Row(String kind, String name, String bundle, String state, String configuration, String problem) {}

    @Override
    int execute(Session session) throws Exception {
        session.service(RunService.class);
        List<Row> rows = rows(session.environment().components());
        session.workspace()
                .brokenConfigurations()
                .forEach((pid, problem) -> rows.add(new Row(
                        "Configuration", pid, "", "BROKEN", pid, session.texts().text(problem))));
        session.service(HeadArchive.class)
                .trouble()
                .ifPresent(trouble -> rows.add(new Row(
                        "HeadArchive",
                        trouble.folder(),
                        "",
                        "BROKEN",
                        "",
                        JournalVerifyCommand.text(session.texts(), trouble))));
        if (session.json()) {
            try (JsonOutput json = session.jsonOutput()) {
                json.array("services", () -> {
                    for (Row row : rows) {
                        json.element(() -> {
                            json.text("kind", row.kind);
                            json.text("name", row.name);
                            json.text("bundle", row.bundle);
                            json.text("state", row.state);
                            json.text("configuration", row.configuration);
                            json.text("problem", row.problem);
                        });
                    }
                });
            }
        } else {
            Table table = new Table("lllll")
                    .row(
                            session.texts().text("column.kind"),
                            session.texts().text("column.name"),
                            session.texts().text("column.bundle"),
                            session.texts().text("column.status"),
                            session.texts().text("column.configuration"));
            rows.forEach(row -> table.row(
                    row.kind,
                    row.name,
                    row.bundle,
                    session.texts().word("service", row.state) + problem(row),
                    row.configuration));
            table.lines().forEach(session::print);
        }
        return ExitCode.DONE;
    }

    private static String problem(Row row) {
        return row.problem.isEmpty() ? "" : " – " + row.problem;
    }

    private static List<Row> rows(ServiceComponentRuntime runtime) {
        List<Row> rows = new ArrayList<>();
        for (ComponentDescriptionDTO description : runtime.getComponentDescriptionDTOs()) {
            for (String type : description.serviceInterfaces) {
                if (type.startsWith(OWN_PACKAGES)) {
                    addRows(rows, runtime, description, type);
                }
            }
        }
        rows.sort(Comparator.comparing(Row::kind).thenComparing(Row::name));
        return rows;
    }

    private static void addRows(
            List<Row> rows, ServiceComponentRuntime runtime, ComponentDescriptionDTO description, String type) {
        String kind = type.substring(type.lastIndexOf('.') + 1);
        var configured = runtime.getComponentConfigurationDTOs(description);
        if (configured.isEmpty()) {
            rows.add(new Row(
                    kind,
                    description.name,
                    description.bundle.symbolicName,
                    "NOT_CONFIGURED",
                    String.join(" ", description.configurationPid),
                    ""));
        }
        for (ComponentConfigurationDTO component : configured) {
            rows.add(new Row(
                    kind,
                    name(component, description),
                    description.bundle.symbolicName,
                    state(component.state),
                    String.valueOf(component.properties.getOrDefault("service.pid", "")),
                    component.failure != null
                            ? component.failure.lines().findFirst().orElse("")
                            : missing(component)));
        }
    }

    private static String name(ComponentConfigurationDTO component, ComponentDescriptionDTO description) {
        Map<String, Object> properties = component.properties;
        return properties.get("id") instanceof String id ? id : description.name;
    }

    private static String missing(ComponentConfigurationDTO component) {
        List<String> names = new ArrayList<>();
        for (var reference : component.unsatisfiedReferences) {
            names.add(reference.name);
        }
        return String.join(", ", names);
    }

    private static String state(int state) {
        return switch (state) {
            case ComponentConfigurationDTO.ACTIVE -> "ACTIVE";
            case ComponentConfigurationDTO.SATISFIED -> "SATISFIED";
            case ComponentConfigurationDTO.FAILED_ACTIVATION -> "FAILED";
            case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION -> "NOT_CONFIGURED";
            default -> "UNSATISFIED";
        };
    }
}
