package org.quittance.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.quittance.api.ledger.ProofDocument;
import org.quittance.api.model.InvoiceId;
import org.quittance.cli.ExitCode;
import org.quittance.service.agreement.Scope;
import org.quittance.service.prevention.ProofFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Keeps a document that proves what is owed. */
@Command(name = "attach")
final class AttachCommand extends DebtorCommand {

    @Parameters(index = "0", paramLabel = "DEBTOR", descriptionKey = "record.debtor")
    private String debtor;

    @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", descriptionKey = "attach.file")
    private Path file;

    @Option(names = "--kind", paramLabel = "KIND", descriptionKey = "attach.kind")
    private ProofDocument.Kind kind;

    @Option(names = "--text", paramLabel = "TEXT", descriptionKey = "attach.text")
    private String text;

    AttachCommand(Environment environment) {
        super(environment);
    }

    @Override
    Optional<String> debtor() {
        return Optional.ofNullable(debtor);
    }

    @Override
    int record(Desk desk) throws Exception {
        ProofFiles proofs = desk.session().service(ProofFiles.class);
        if (file == null) {
            desk.list(
                    "proofs",
                    proofs.proofs(desk.creditor(), desk.debtor()),
                    AttachCommand::write,
                    AttachCommand::line,
                    "attach.none");
            return ExitCode.DONE;
        }
        Scope scope = scope(desk.session());
        if (scope.invoices().size() > 1) {
            throw new CommandFailure(ExitCode.USAGE, desk.texts().text("attach.one-invoice"));
        }
        ProofDocument proof = proofs.attach(
                desk.creditor(),
                desk.debtor(),
                required(desk.session(), kind, "--kind"),
                scope.invoices().stream().findFirst(),
                file,
                or(text, ""),
                desk.recording());
        desk.one(proof, AttachCommand::write, AttachCommand::line);
        return ExitCode.DONE;
    }

    private static void write(JsonOutput json, ProofDocument proof) throws IOException {
        json.text("id", proof.id());
        json.text("kind", proof.kind().name().toLowerCase(Locale.ROOT));
        json.text("invoice", proof.invoice().map(InvoiceId::value));
        json.date("on", proof.on());
        json.text("file", proof.file().fileName());
        json.text("sha256", proof.file().sha256());
        json.text("text", proof.note());
    }

    private static String line(Texts texts, ProofDocument proof) {
        return texts.text(
                "attach.line",
                proof.id(),
                texts.word("proof", proof.kind().name()),
                texts.date(proof.on()),
                proof.invoice().map(InvoiceId::value).orElse(texts.text("record.everything")),
                proof.file().fileName());
    }
}
