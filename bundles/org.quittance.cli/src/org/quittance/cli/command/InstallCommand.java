package org.quittance.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.quittance.cli.ExitCode;
import org.quittance.service.plugin.PlugIn;
import org.quittance.service.plugin.PlugIns;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds a plug-in to the workspace, or shows those it has. */
@Command(name = "install")
final class InstallCommand extends WorkspaceCommand {

    @Parameters(paramLabel = "FILE", arity = "0..1", descriptionKey = "install.file")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--list", descriptionKey = "install.list")
    private boolean list;

    @Option(names = "--allow-unsigned", paramLabel = "NAME", descriptionKey = "install.allow-unsigned")
    private Optional<String> unsigned = Optional.empty();

    @Option(names = "--downgrade", descriptionKey = "install.downgrade")
    private boolean downgrade;

    InstallCommand(Environment environment) {
        super(environment);
    }

    @Override
    void refuseContradictions(Texts texts) throws CommandFailure {
        if (file.isPresent() == list) {
            throw new CommandFailure(ExitCode.USAGE, texts.text("install.file-or-list"));
        }
    }

    @Override
    int execute(Session session) throws Exception {
        PlugIns plugIns = session.service(PlugIns.class);
        List<PlugIn> shown = file.isPresent()
                ? List.of(plugIns.install(
                        file.get().toAbsolutePath(), new PlugIns.Leave(unsigned, downgrade), session.actor()))
                : plugIns.installed();
        if (session.json()) {
            writeJson(session, shown);
        } else if (list) {
            shown.forEach(each -> print(session, "install.listed", each));
            if (shown.isEmpty()) {
                session.print(session.texts().text("install.none"));
            }
        } else {
            shown.forEach(
                    each -> print(session, each.replaced().isPresent() ? "install.replaced" : "install.done", each));
        }
        return shown.stream().allMatch(PlugIn::isWell) ? ExitCode.DONE : ExitCode.PARTLY;
    }

    private static void writeJson(Session session, List<PlugIn> shown) throws Exception {
        try (JsonOutput json = session.jsonOutput()) {
            json.array("installed", () -> {
                for (PlugIn each : shown) {
                    json.element(() -> {
                        json.text("name", each.name());
                        json.text("version", each.version());
                        json.text("sha256", each.sha256());
                        json.text("signer", each.signer());
                        json.text("replaced", each.replaced());
                        json.text("problem", each.problem().map(session.texts()::text));
                        json.array("components", () -> {
                            for (PlugIn.Part part : each.parts()) {
                                json.element(() -> {
                                    json.text("name", part.name());
                                    json.text("state", part.state().name());
                                    json.text("missing", part.missing());
                                });
                            }
                        });
                    });
                }
            });
        }
    }

    private static void print(Session session, String what, PlugIn plugIn) {
        Texts texts = session.texts();
        session.print(texts.text(
                what,
                plugIn.name(),
                plugIn.version(),
                plugIn.signer().orElse(texts.text("install.unsigned")),
                plugIn.replaced().orElse("")));
        plugIn.problem().ifPresent(problem -> session.print("  " + texts.text(problem)));
        for (PlugIn.Part part : plugIn.parts()) {
            String missing = part.missing().isEmpty() ? "" : " – " + part.missing();
            session.print("  " + part.name() + "  "
                    + texts.word("service", part.state().name()) + missing);
        }
    }
}
