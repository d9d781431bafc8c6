package org.quittance.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.quittance.cli.ExitCode;
import org.quittance.service.dossier.DossierService;
import org.quittance.service.dossier.DossierService.Order;
import org.quittance.service.dossier.Exhibit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the evidence file of one debtor, or lists what it would contain. */
@Command(name = "dossier")
final class DossierCommand extends DebtorDocumentCommand {

    @Option(names = "--dry-run", descriptionKey = "dossier.dry-run")
    private boolean dryRun;

    DossierCommand(Environment environment) {
        super(environment);
    }

    @Override
    int execute(Session session) throws Exception {
        Optional<Path> file = dryRun ? givenOut() : Optional.of(out(session));
        Order order = order(session);
        DossierService dossiers = session.service(DossierService.class);
        List<Exhibit> exhibits = dryRun ? dossiers.exhibits(order) : dossiers.write(order, file.orElseThrow(), force());
        if (session.json()) {
            try (JsonOutput json = session.jsonOutput()) {
                json.text("file", file.map(Path::toString));
                json.array("exhibits", () -> {
                    for (Exhibit exhibit : exhibits) {
                        json.element(() -> write(json, exhibit));
                    }
                });
            }
        } else {
            print(session, exhibits);
            if (!dryRun) {
                session.print(
                        session.texts().text("document.done", file.orElseThrow().toString()));
            }
        }
        return ExitCode.DONE;
    }

    private static void write(JsonOutput json, Exhibit exhibit) throws IOException {
        json.number("number", exhibit.number());
        json.text("kind", exhibit.kind().name());
        json.text("title", exhibit.title());
        json.flag("missing", exhibit.isMissing());
        json.text("file", exhibit.fileName());
        json.text("sha256", exhibit.sha256());
        json.number("pages", exhibit.pages());
    }

    private static void print(Session session, List<Exhibit> exhibits) {
        Texts texts = session.texts();
        Table table = new Table("rll");
        for (Exhibit exhibit : exhibits) {
            table.row(
                    Integer.toString(exhibit.number()),
                    exhibit.title(),
                    exhibit.fileName().orElse(texts.text("dossier.missing")));
        }
        table.lines().forEach(session::print);
    }
}
