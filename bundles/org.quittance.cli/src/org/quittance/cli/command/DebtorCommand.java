package org.quittance.cli.command;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.Money;
import org.quittance.cli.ExitCode;
import org.quittance.service.agreement.Recording;
import org.quittance.service.agreement.Scope;
import org.quittance.service.casework.CaseService;
import picocli.CommandLine.Option;

/** A command that records something about one debtor. */
abstract class DebtorCommand extends WorkspaceCommand {

    @Option(names = "--invoice", paramLabel = "NUMBER", descriptionKey = "record.invoice")
    private List<String> invoices;

    @Option(names = "--currency", paramLabel = "CODE", descriptionKey = "record.currency")
    private String currency;

    @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "record.as-of")
    private LocalDate asOf;

    @Option(names = "--dry-run", descriptionKey = "record.dry-run")
    private boolean dryRun;

    DebtorCommand(Environment environment) {
        super(environment);
    }

    /** The debtor as typed; checked to be there by the command's own parameters. */
    abstract Optional<String> debtor();

    abstract int record(Desk desk) throws Exception;

    /** What is recorded for whom, and by whom. */
    record Desk(Session session, CreditorId creditor, DebtorId debtor, String name, Recording recording) {

        Texts texts() {
            return session.texts();
        }

        /** Says first that nothing was written, where that is so. */
        void print(String line) {
            session.print((recording.dryRun() ? texts().text("record.dry-run") + " " : "") + line);
        }

        /** What was recorded. */
        <T> void one(T record, Keys<T> keys, BiFunction<Texts, T, String> line) throws IOException {
            if (session.json()) {
                try (JsonOutput json = session.jsonOutput()) {
                    json.flag("dryRun", recording.dryRun());
                    keys.write(json, record);
                }
            } else {
                print(line.apply(texts(), record));
            }
        }

        /** @param none key of what is said where there are none, about the debtor's name */
        <T> void list(String key, List<T> records, Keys<T> keys, BiFunction<Texts, T, String> line, String none)
                throws IOException {
            if (session.json()) {
                try (JsonOutput json = session.jsonOutput()) {
                    json.array(key, () -> {
                        for (T record : records) {
                            json.element(() -> keys.write(json, record));
                        }
                    });
                }
            } else if (records.isEmpty()) {
                session.print(texts().text(none, name));
            } else {
                records.forEach(record -> session.print(line.apply(texts(), record)));
            }
        }
    }

    /** The keys of a record, into an object that is open. */
    @FunctionalInterface
    interface Keys<T> {

        void write(JsonOutput json, T record) throws IOException;
    }

    @Override
    int execute(Session session) throws Exception {
        Creditor creditor = session.creditor();
        if (debtor().isEmpty()) {
            throw new CommandFailure(ExitCode.USAGE, session.texts().text("record.no-debtor"));
        }
        if (asOf != null && !dryRun && session.workspace().isSimulated() && asOf.isAfter(session.today(creditor))) {
            session.workspace().simulate(asOf);
        }
        Debtor found = find(session, creditor, debtor().get());
        Recording recording = new Recording(session.actor(), asOf != null ? asOf : session.today(creditor), dryRun);
        return record(new Desk(session, creditor.id(), found.id(), found.name(), recording));
    }

    static Debtor find(Session session, Creditor creditor, String typed) throws Exception {
        List<Debtor> found = session.service(CaseService.class).search(creditor.id(), typed);
        if (found.isEmpty()) {
            throw new CommandFailure(ExitCode.USAGE, session.texts().text("case.none", typed));
        }
        if (found.size() > 1) {
            String names =
                    String.join(", ", found.stream().map(Debtor::toString).toList());
            throw new CommandFailure(ExitCode.USAGE, session.texts().text("case.ambiguous", typed, names));
        }
        return found.get(0);
    }

    final Scope scope(Session session) throws CommandFailure {
        try {
            Optional<Currency> named =
                    currency == null ? Optional.empty() : Optional.of(Currency.getInstance(currency));
            return new Scope(invoices == null ? List.of() : invoices, named);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, session.texts().text("record.no-currency", currency));
        }
    }

    /** In the currency that was named, else in that of the creditor's country. */
    final Money money(Desk desk, BigDecimal amount) throws Exception {
        String country = desk.session().creditor().address().country();
        Currency unit = scope(desk.session()).currency().orElse(Currency.getInstance(new Locale("", country)));
        if (amount.stripTrailingZeros().scale() > unit.getDefaultFractionDigits()) {
            throw new CommandFailure(
                    ExitCode.USAGE, desk.texts().text("record.too-precise", amount.toPlainString(), unit));
        }
        return Money.exact(amount, unit);
    }

    /** What was typed, or a failure that names the option that is missing. */
    static <T> T required(Session session, T value, String option) throws CommandFailure {
        if (value == null) {
            throw new CommandFailure(ExitCode.USAGE, session.texts().text("record.missing", option));
        }
        return value;
    }

    static String or(String value, String otherwise) {
        return value == null ? otherwise : value;
    }
}
