package org.quittance.cli.command;

import java.util.Comparator;
import java.util.List;
import org.quittance.api.health.Health.Status;
import org.quittance.cli.ExitCode;
import org.quittance.service.casework.RunService;
import org.quittance.service.server.HealthService;
import org.quittance.service.server.HealthService.Checked;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows how every part of the installation is, to people, programs or a collector of metrics. */
@Command(name = "health")
final class HealthCommand extends WorkspaceCommand {

    @Option(names = "--metrics", descriptionKey = "health.metrics")
    private boolean metrics;

    HealthCommand(Environment environment) {
        super(environment);
    }

    @Override
    void refuseContradictions(Texts texts) throws CommandFailure {
        if (metrics && json()) {
            throw new CommandFailure(ExitCode.USAGE, texts.text("health.contradiction"));
        }
    }

    @Override
    int execute(Session session) throws Exception {
        // The checks of a workspace come up with its services.
        session.service(RunService.class);
        List<Checked> all = session.service(HealthService.class).check();
        Status worst = all.stream()
                .map(checked -> checked.health().status())
                .max(Comparator.naturalOrder())
                .orElse(Status.OK);
        if (metrics) {
            session.environment().out().print(OpenMetrics.of(all));
        } else if (session.json()) {
            writeJson(session, worst, all);
        } else {
            print(session, all);
        }
        return worst == Status.OK ? ExitCode.DONE : ExitCode.PARTLY;
    }

    private static void writeJson(Session session, Status worst, List<Checked> all) throws Exception {
        try (JsonOutput json = session.jsonOutput()) {
            json.text("status", worst.name());
            json.array("checks", () -> {
                for (Checked checked : all) {
                    json.element(() -> {
                        json.text("check", checked.check());
                        json.text("subject", checked.health().subject());
                        json.text("status", checked.health().status().name());
                        json.text("text", session.texts().text(checked.health().text()));
                        json.object("figures", () -> {
                            for (var figure : checked.health().figures().entrySet()) {
                                json.number(figure.getKey(), figure.getValue());
                            }
                        });
                    });
                }
            });
        }
    }

    private static void print(Session session, List<Checked> all) {
        Texts texts = session.texts();
        Table table = new Table("llll")
                .row(
                        texts.text("column.check"),
                        texts.text("column.subject"),
                        texts.text("column.status"),
                        texts.text("column.remark"));
        for (Checked checked : all) {
            table.row(
                    checked.check(),
                    checked.health().subject(),
                    texts.word("health", checked.health().status().name()),
                    texts.text(checked.health().text()));
        }
        table.lines().forEach(session::print);
    }
}
