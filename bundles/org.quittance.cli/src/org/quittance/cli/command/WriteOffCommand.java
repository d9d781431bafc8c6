package org.quittance.cli.command;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Debtor;
import org.quittance.api.vat.LossGround;
import org.quittance.cli.ExitCode;
import org.quittance.service.proof.WriteOffs;
import org.quittance.service.proof.WriteOffs.Loss;
import org.quittance.service.proof.WriteOffs.VatFile;
import org.quittance.service.proof.WriteOffs.VatLine;
import org.quittance.service.proof.WriteOffs.VatRequest;
import org.quittance.service.proof.WriteOffs.WriteOff;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes receivables off, takes it back, and makes the file for the recovery of the VAT on them. */
@Command(name = "writeoff")
final class WriteOffCommand extends WorkspaceCommand {

    @Parameters(paramLabel = "DEBTOR|INVOICE", descriptionKey = "writeoff.target")
    private String target;

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "writeoff.reason")
    private String reason;

    @Option(names = "--ground", paramLabel = "irrecoverable|liquidation", descriptionKey = "writeoff.ground")
    private LossGround ground = LossGround.IRRECOVERABLE;

    @Option(names = "--since", paramLabel = "DATE", descriptionKey = "writeoff.since")
    private LocalDate since;

    @Option(names = "--undo", descriptionKey = "writeoff.undo")
    private boolean undo;

    @Option(names = "--file", paramLabel = "FILE", descriptionKey = "writeoff.file")
    private Path file;

    @Option(names = "--vat-rate", paramLabel = "PERCENT", descriptionKey = "writeoff.vat-rate")
    private BigDecimal vatRate;

    @Option(names = "--evidence", paramLabel = "FILE", descriptionKey = "writeoff.evidence")
    private List<Path> evidence = new ArrayList<>();

    WriteOffCommand(Environment environment) {
        super(environment);
    }

    @Override
    int execute(Session session) throws Exception {
        refuseContradictions(session);
        Creditor creditor = session.creditor();
        LocalDate today = session.today(creditor);
        WriteOffs writeOffs = session.service(WriteOffs.class);
        if (undo) {
            report(session, writeOffs.undo(creditor.id(), target, today, session.actor()));
            return ExitCode.DONE;
        }
        // A file that cannot be asked for is found before anything is recorded.
        VatRequest request = file == null ? null : request();
        WriteOffs.Listing recorded = null;
        if (reason != null) {
            Loss loss = new Loss(reason, ground, since != null ? since : today);
            recorded = writeOffs.record(creditor.id(), target, loss, today, session.actor());
        }
        if (request != null) {
            report(session, writeOffs.issue(creditor.id(), target, request, today, session.actor()));
        } else {
            report(session, recorded);
        }
        return ExitCode.DONE;
    }

    private void refuseContradictions(Session session) throws CommandFailure {
        boolean blank = reason != null && reason.isBlank();
        boolean nothing = reason == null && file == null && !undo;
        boolean both = undo && (reason != null || file != null);
        boolean rate = (file != null) != (vatRate != null);
        boolean impossible =
                vatRate != null && (vatRate.signum() < 0 || vatRate.compareTo(BigDecimal.valueOf(100)) > 0);
        if (blank || nothing || both) {
            throw new CommandFailure(ExitCode.USAGE, session.texts().text("writeoff.what"));
        }
        if (rate || impossible) {
            throw new CommandFailure(ExitCode.USAGE, session.texts().text("writeoff.rate"));
        }
    }

    private VatRequest request() {
        return new VatRequest(
                file.toAbsolutePath(),
                vatRate,
                evidence.stream().map(Path::toAbsolutePath).toList());
    }

    private static void report(Session session, WriteOffs.Listing listing) throws IOException {
        if (session.json()) {
            try (JsonOutput json = session.jsonOutput()) {
                json.text("debtor", listing.debtor().id().value());
                json.array("writeOffs", () -> {
                    for (WriteOff writeOff : listing.writeOffs()) {
                        json.element(() -> write(json, writeOff));
                    }
                });
            }
        } else {
            print(session, listing.debtor(), listing.writeOffs());
        }
    }

    private static void report(Session session, VatFile issued) throws IOException {
        if (session.json()) {
            try (JsonOutput json = session.jsonOutput()) {
                json.text("debtor", issued.debtor().id().value());
                json.text("file", issued.file().toString());
                json.text("sha256", issued.sha256());
                json.array("writeOffs", () -> {
                    for (VatLine line : issued.lines()) {
                        json.element(() -> {
                            write(json, line.writeOff());
                            json.amount("net", line.net());
                            json.amount("vat", line.vat());
                        });
                    }
                });
            }
        } else {
            print(
                    session,
                    issued.debtor(),
                    issued.lines().stream().map(VatLine::writeOff).toList());
            session.print(session.texts().text("writeoff.issued", issued.file()));
        }
    }

    private static void write(JsonOutput json, WriteOff writeOff) throws IOException {
        json.text("id", writeOff.id());
        json.text("invoice", writeOff.number());
        json.number("instalment", writeOff.item().instalment());
        json.text("currency", writeOff.amount().currency().getCurrencyCode());
        json.amount("amount", writeOff.amount());
        json.text("ground", writeOff.loss().ground().name());
        json.date("since", writeOff.loss().since());
        json.text("reason", writeOff.loss().reason());
        json.text("state", writeOff.state().name());
    }

    private static void print(Session session, Debtor debtor, List<WriteOff> writeOffs) {
        Texts texts = session.texts();
        session.print(debtor.name());
        for (WriteOff writeOff : writeOffs) {
            session.print("  • "
                    + texts.text(
                            "writeoff." + writeOff.state().name(),
                            writeOff.number(),
                            texts.amount(writeOff.amount()),
                            writeOff.loss().reason()));
        }
    }
}
