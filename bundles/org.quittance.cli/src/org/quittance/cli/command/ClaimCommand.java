package org.quittance.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.ledger.ClaimStatement;
import org.quittance.cli.ExitCode;
import org.quittance.service.agreement.Recording;
import org.quittance.service.claim.ClaimStatements;
import org.quittance.service.dossier.DossierService.Order;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Issues a numbered statement of what a debtor owes, or shows one again as it was issued. */
@Command(name = "claim")
final class ClaimCommand extends DebtorDocumentCommand {

    @Option(names = "--number", paramLabel = "NUMBER", descriptionKey = "claim.number")
    private Integer number;

    @Option(names = "--list", descriptionKey = "claim.list")
    private boolean list;

    @Option(names = "--dry-run", descriptionKey = "record.dry-run")
    private boolean dryRun;

    ClaimCommand(Environment environment) {
        super(environment);
    }

    @Override
    boolean isForDebtor() {
        return true;
    }

    @Override
    int execute(Session session) throws Exception {
        ClaimStatements claims = session.service(ClaimStatements.class);
        Order order = order(session);
        if (list) {
            list(session, claims.issued(order.creditor(), order.debtor()));
        } else if (number != null) {
            again(session, claims, order);
        } else {
            issue(session, claims, order);
        }
        return ExitCode.DONE;
    }

    private void issue(Session session, ClaimStatements claims, Order order) throws Exception {
        Path file = out(session);
        DocumentOutput output = new DocumentOutput(session, file, force());
        output.refuseExisting();
        // What is issued is recorded, and like every recording moves the clock of a simulated workspace forward.
        if (!dryRun && session.workspace().isSimulated() && order.asOf().isAfter(session.today(session.creditor()))) {
            session.workspace().simulate(order.asOf());
        }
        Recording recording = new Recording(session.actor(), order.asOf(), dryRun);
        ClaimStatement issued = claims.issue(order.creditor(), order.debtor(), order.language(), recording);
        output.keep(issued.document().orElseThrow());
        if (session.json()) {
            try (JsonOutput json = session.jsonOutput()) {
                json.flag("dryRun", dryRun);
                write(json, issued);
                json.text("file", file.toString());
            }
        } else {
            session.print((dryRun ? session.texts().text("record.dry-run") + " " : "")
                    + session.texts().text("claim.issued", String.valueOf(issued.number()), file.toString()));
        }
    }

    /** The kept bytes, whatever the case looks like now. */
    private void again(Session session, ClaimStatements claims, Order order) throws Exception {
        Path file = out(session);
        DocumentOutput output = new DocumentOutput(session, file, force());
        output.refuseExisting();
        DocumentFile kept = claims.document(order.creditor(), order.debtor(), number)
                .orElseThrow(() ->
                        new CommandFailure(ExitCode.USAGE, session.texts().text("claim.none", String.valueOf(number))));
        output.keep(kept);
        if (session.json()) {
            try (JsonOutput json = session.jsonOutput()) {
                json.text("file", file.toString());
                json.text("sha256", kept.sha256());
            }
        } else {
            session.print(session.texts().text("document.done", file.toString()));
        }
    }

    private static void list(Session session, List<ClaimStatement> issued) throws Exception {
        if (session.json()) {
            try (JsonOutput json = session.jsonOutput()) {
                json.array("claims", () -> {
                    for (ClaimStatement one : issued) {
                        json.element(() -> write(json, one));
                    }
                });
            }
            return;
        }
        Texts texts = session.texts();
        if (issued.isEmpty()) {
            session.print(texts.text("claim.nothing"));
        }
        for (ClaimStatement one : issued) {
            session.print(texts.text("claim.line", String.valueOf(one.number()), texts.date(one.on()), one.sha256()));
        }
    }

    private static void write(JsonOutput json, ClaimStatement issued) throws IOException {
        json.text("id", issued.id());
        json.number("number", issued.number());
        json.date("on", issued.on());
        json.text("sha256", issued.sha256());
        json.array("lines", () -> {
            for (ClaimStatement.Line line : issued.lines()) {
                json.element(() -> {
                    json.text("item", line.item().toString());
                    json.text("currency", line.principal().currency().getCurrencyCode());
                    json.text("principal", line.principal().toDecimalString());
                    json.text("interest", line.interest().toDecimalString());
                    json.date("claimedUntil", line.claimedUntil());
                    json.text("indemnity", line.indemnity().toDecimalString());
                });
            }
        });
    }
}
