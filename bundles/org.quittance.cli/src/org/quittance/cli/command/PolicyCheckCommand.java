package org.quittance.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.quittance.cli.ExitCode;
import org.quittance.service.policy.PolicyLibrary;
import org.quittance.service.policy.PolicyProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Checks a policy file against everything this installation knows. */
@Command(name = "check")
final class PolicyCheckCommand extends WorkspaceCommand {

    @Parameters(paramLabel = "FILE", descriptionKey = "policy.file")
    private Path file;

    PolicyCheckCommand(Environment environment) {
        super(environment);
    }

    /** A policy can be written before there is anything else. */
    @Override
    Absent whenAbsent() {
        return Absent.SCRATCH;
    }

    @Override
    int execute(Session session) throws Exception {
        List<PolicyProblem> problems;
        try {
            problems = session.service(PolicyLibrary.class).check(file);
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.INPUT,
                    session.texts().text("file.unreadable", file.toString(), FileTrouble.describe(e, session.texts())));
        }
        boolean valid = problems.stream().noneMatch(PolicyProblem::blocks);
        if (session.json()) {
            try (JsonOutput json = session.jsonOutput()) {
                json.text("file", file.toString());
                json.flag("valid", valid);
                json.array("problems", () -> {
                    for (PolicyProblem problem : problems) {
                        json.element(() -> {
                            json.number("line", problem.line());
                            json.text("path", problem.path());
                            json.text("severity", problem.blocks() ? "error" : "warning");
                            json.text("text", problem.text());
                        });
                    }
                });
            }
        } else {
            problems.forEach(problem -> session.print(file + (problem.line() > 0 ? ":" + problem.line() : "") + ": "
                    + (problem.blocks() ? "" : session.texts().text("policy.warning") + " ")
                    + problem.path() + ": " + problem.text()));
            if (valid) {
                session.print(session.texts().text("policy.valid", file.toString()));
            }
        }
        return valid ? ExitCode.DONE : ExitCode.INPUT;
    }
}
