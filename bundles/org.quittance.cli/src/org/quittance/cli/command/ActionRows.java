package org.quittance.cli.command;

import java.io.IOException;
import java.util.List;
import org.quittance.service.casework.RunAction;

/** Messages as a table or as JSON. */
final class ActionRows {

    private static final int INVOICES_SHOWN = 3;

    private ActionRows() {}

    static void write(JsonOutput json, RunAction action) throws IOException {
        json.text("message", action.message().map(Object::toString));
        json.text("debtor", action.debtor().value());
        json.text("name", action.debtorName());
        json.text("step", action.step());
        json.text("channel", action.channel());
        json.text("currency", action.principal().currency().getCurrencyCode());
        json.array("invoices", () -> {
            for (String invoice : action.invoices()) {
                json.generator().writeString(invoice);
            }
        });
        json.amount("principal", action.principal());
        json.amount("interest", action.interest());
        json.amount("indemnity", action.indemnity());
        json.amount("fees", action.fees());
        json.amount("total", action.total());
        json.text("status", action.status());
        json.text("output", action.output());
        json.text("reason", action.reason().map(Object::toString));
    }

    static void print(Session session, List<RunAction> actions) {
        if (actions.isEmpty()) {
            return;
        }
        Texts texts = session.texts();
        Table table = new Table("lllllrl")
                .row(
                        texts.text("column.message"),
                        texts.text("column.debtor"),
                        texts.text("column.step"),
                        texts.text("column.channel"),
                        texts.text("column.invoices"),
                        texts.text("column.total"),
                        texts.text("column.status"));
        for (RunAction action : actions) {
            table.row(
                    action.message().map(Object::toString).orElse("–"),
                    action.debtorName(),
                    texts.step(action.step()),
                    texts.word("channel", action.channel()),
                    invoices(action.invoices()),
                    texts.amount(action.total()),
                    texts.word("state", action.status())
                            + action.reason()
                                    .map(reason -> " – " + texts.text(reason))
                                    .orElse("")
                            + action.output()
                                    .map(output -> " → " + shortened(session, output))
                                    .orElse(""));
        }
        session.print("");
        table.lines().forEach(session::print);
    }

    /** A file of the workspace by its place in it. */
    private static String shortened(Session session, String output) {
        String folder = session.workspace().directory() + java.io.File.separator;
        return output.startsWith(folder) ? output.substring(folder.length()) : output;
    }

    private static String invoices(List<String> numbers) {
        String shown = String.join(", ", numbers.subList(0, Math.min(INVOICES_SHOWN, numbers.size())));
        return numbers.size() > INVOICES_SHOWN ? shown + " +" + (numbers.size() - INVOICES_SHOWN) : shown;
    }
}
