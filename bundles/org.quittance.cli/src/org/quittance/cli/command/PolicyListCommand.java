package org.quittance.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quittance.cli.ExitCode;
import org.quittance.service.policy.Policy;
import org.quittance.service.policy.PolicyLibrary;
import picocli.CommandLine.Command;

/** Lists the policies of this installation. */
@Command(name = "list")
final class PolicyListCommand extends WorkspaceCommand {

    PolicyListCommand(Environment environment) {
        super(environment);
    }

    private record Row(String id, Optional<Policy> policy, Optional<Path> file, String problem) {}

    @Override
    Absent whenAbsent() {
        return Absent.SCRATCH;
    }

    @Override
    int execute(Session session) throws Exception {
        PolicyLibrary library = session.service(PolicyLibrary.class);
        List<Row> rows = new ArrayList<>();
        for (String id : library.ids()) {
            try {
                rows.add(new Row(id, library.policy(id), library.file(id), ""));
            } catch (IllegalStateException e) {
                rows.add(new Row(id, Optional.empty(), library.file(id), String.valueOf(e.getMessage())));
            }
        }
        if (session.json()) {
            try (JsonOutput json = session.jsonOutput()) {
                json.array("policies", () -> {
                    for (Row row : rows) {
                        json.element(() -> {
                            json.text("id", row.id);
                            json.text("name", row.policy.map(policy -> PolicyShowCommand.name(session, policy)));
                            json.text("hash", row.policy.map(Policy::hash));
                            json.number(
                                    "steps",
                                    row.policy.map(policy -> policy.steps().size()));
                            json.text("file", row.file.map(Path::toString));
                            json.flag("valid", row.problem.isEmpty());
                            json.text("problem", row.problem);
                        });
                    }
                });
            }
        } else {
            print(session, rows);
        }
        return rows.stream().allMatch(row -> row.problem.isEmpty()) ? ExitCode.DONE : ExitCode.INPUT;
    }

    private static void print(Session session, List<Row> rows) {
        Texts texts = session.texts();
        Table table = new Table("llrl")
                .row(
                        texts.text("column.policy"),
                        texts.text("column.name"),
                        texts.text("column.steps"),
                        texts.text("column.origin"));
        for (Row row : rows) {
            table.row(
                    row.id,
                    row.policy
                            .map(policy -> PolicyShowCommand.name(session, policy))
                            .orElse("–"),
                    row.policy.map(policy -> texts.count(policy.steps().size())).orElse("–"),
                    row.file.map(Path::toString).orElse(texts.text("template.shipped")));
        }
        table.lines().forEach(session::print);
        rows.stream().filter(row -> !row.problem.isEmpty()).forEach(row -> session.print(row.problem));
    }
}
