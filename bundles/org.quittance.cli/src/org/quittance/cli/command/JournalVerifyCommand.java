package org.quittance.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quittance.cli.ExitCode;
import org.quittance.service.proof.HeadArchive;
import org.quittance.service.proof.HeadArchive.Trouble;
import org.quittance.service.proof.JournalProof;
import org.quittance.service.proof.JournalProof.Checked;
import org.quittance.service.proof.JournalProof.HeadFinding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Checks the hash chain of the journal, by itself and against exported heads. */
@Command(name = "verify")
final class JournalVerifyCommand extends WorkspaceCommand {

    @Option(names = "--head", paramLabel = "FILE", descriptionKey = "journal.head")
    private List<Path> heads = new ArrayList<>();

    @Option(names = "--key", paramLabel = "FILE", descriptionKey = "journal.key")
    private Path key;

    JournalVerifyCommand(Environment environment) {
        super(environment);
    }

    @Override
    int execute(Session session) throws Exception {
        for (Path head : heads) {
            if (!Files.isRegularFile(head)) {
                throw new CommandFailure(
                        ExitCode.INPUT,
                        session.texts()
                                .text(
                                        "file.unreadable",
                                        head.toString(),
                                        session.texts().text("file.absent")));
            }
        }
        Checked result = session.service(JournalProof.class)
                .verify(
                        session.creditorId(),
                        heads.stream().map(Path::toAbsolutePath).toList(),
                        Optional.ofNullable(key).map(Path::toAbsolutePath));
        Optional<Trouble> trouble = session.service(HeadArchive.class).trouble();
        if (session.json()) {
            try (JsonOutput json = session.jsonOutput()) {
                write(json, result);
                json.text("archiveTrouble", trouble.map(known -> known.cause().name()));
            }
        } else {
            print(session, result);
            trouble.ifPresent(known -> session.print(text(session.texts(), known)));
        }
        return result.isValid() ? ExitCode.DONE : ExitCode.WORKSPACE;
    }

    /** Why no head is kept, for people. */
    static String text(Texts texts, Trouble trouble) {
        return texts.text("journal.archive." + trouble.cause().name(), trouble.folder());
    }

    private static void write(JsonOutput json, Checked result) throws IOException {
        json.number("entries", result.chain().entries());
        json.flag("valid", result.isValid());
        json.text("head", result.chain().head());
        json.text("firstBroken", result.firstBroken());
        if (result.isValid()) {
            json.generator().writeNullField("brokenSequence");
        } else {
            json.number("brokenSequence", result.brokenSequence().orElse(0L));
        }
        json.array("heads", () -> {
            for (HeadFinding finding : result.heads()) {
                json.element(() -> {
                    json.text("file", finding.file().toString());
                    json.number("entries", finding.head().link().lastSequence());
                    json.text("at", finding.head().at().toString());
                    json.flag("valid", finding.broken().isEmpty());
                    json.text("finding", finding.broken());
                });
            }
        });
    }

    private static void print(Session session, Checked result) {
        long entries = result.chain().entries();
        session.print(result.chain()
                .firstBroken()
                .map(broken -> session.texts().text("journal.broken", entries, broken))
                .orElseGet(() -> session.texts()
                        .text("journal.valid", entries, result.chain().head())));
        for (HeadFinding finding : result.heads()) {
            session.print(finding.broken()
                    .map(broken -> session.texts().text("journal.head.broken", finding.file(), broken))
                    .orElseGet(() -> session.texts()
                            .text(
                                    "journal.head.valid",
                                    finding.file(),
                                    finding.head().link().lastSequence())));
        }
    }
}
