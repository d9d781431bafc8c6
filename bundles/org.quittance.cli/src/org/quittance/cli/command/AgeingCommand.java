package org.quittance.cli.command;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.quittance.api.model.Creditor;
import org.quittance.cli.ExitCode;
import org.quittance.service.casework.AgeingService;
import org.quittance.service.casework.AgeingService.Bucket;
import org.quittance.service.casework.AgeingService.CurrencyAgeing;
import org.quittance.service.casework.AgeingService.Total;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the aged balance per currency. */
@Command(name = "ageing")
final class AgeingCommand extends WorkspaceCommand {

    @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "ageing.as-of")
    private LocalDate asOf;

    AgeingCommand(Environment environment) {
        super(environment);
    }

    @Override
    int execute(Session session) throws Exception {
        Creditor creditor = session.creditor();
        LocalDate day = asOf != null ? asOf : session.today(creditor);
        List<CurrencyAgeing> ageing = session.service(AgeingService.class).ageing(creditor.id(), day);
        if (session.json()) {
            try (JsonOutput json = session.jsonOutput()) {
                write(json, day, ageing);
            }
        } else {
            print(session, day, ageing);
        }
        return ExitCode.DONE;
    }

    static void write(JsonOutput json, LocalDate day, List<CurrencyAgeing> ageing) throws IOException {
        json.date("asOf", day);
        json.array("totals", () -> {
            for (CurrencyAgeing one : ageing) {
                json.element(() -> {
                    json.text("currency", one.open().amount().currency().getCurrencyCode());
                    json.object("open", () -> writeTotal(json, one.open()));
                    json.object("overdue", () -> writeTotal(json, one.overdue()));
                    json.object("credits", () -> writeTotal(json, one.credits()));
                    json.array("buckets", () -> {
                        for (Bucket bucket : one.buckets()) {
                            json.element(() -> writeBucket(json, bucket));
                        }
                    });
                });
            }
        });
    }

    private static void writeBucket(JsonOutput json, Bucket bucket) throws IOException {
        json.number("from", bucket.from());
        json.number("to", bucket.to());
        writeTotal(json, bucket.total());
    }

    private static void writeTotal(JsonOutput json, Total total) throws IOException {
        json.number("count", total.count());
        json.amount("amount", total.amount());
    }

    static void print(Session session, LocalDate day, List<CurrencyAgeing> ageing) {
        Texts texts = session.texts();
        session.print(texts.text("ageing.title", texts.date(day)));
        if (ageing.isEmpty()) {
            session.print(texts.text("ageing.empty"));
        }
        for (CurrencyAgeing one : ageing) {
            Table table = new Table("lrr")
                    .row(
                            one.open().amount().currency().getCurrencyCode(),
                            texts.text("column.count"),
                            texts.text("column.amount"));
            row(table, texts, texts.text("ageing.open"), one.open());
            row(table, texts, texts.text("ageing.overdue"), one.overdue());
            for (Bucket bucket : one.buckets()) {
                if (bucket.total().count() == 0) {
                    continue;
                }
                row(table, texts, "  " + label(texts, bucket), bucket.total());
            }
            if (one.credits().count() > 0) {
                row(table, texts, texts.text("ageing.credits"), one.credits());
            }
            session.print("");
            table.lines().forEach(session::print);
        }
    }

    private static String label(Texts texts, Bucket bucket) {
        if (bucket.from().isEmpty()) {
            return texts.text("ageing.not-due");
        }
        return bucket.to()
                .map(to -> texts.text("ageing.bucket", bucket.from().get(), to))
                .orElseGet(() -> texts.text("ageing.last-bucket", bucket.from().get()));
    }

    private static void row(Table table, Texts texts, String label, Total total) {
        table.row(label, texts.count(total.count()), texts.amount(total.amount()));
    }
}
