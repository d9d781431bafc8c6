package org.quittance.cli.command;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.quittance.api.interest.TermCap;
import org.quittance.api.interest.TermMethod;
import org.quittance.api.ledger.AgreedTerm;
import org.quittance.cli.ExitCode;
import org.quittance.service.prevention.TermsRegister;
import org.quittance.service.prevention.TermsRegister.Agreed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Records and shows the payment terms agreed with a debtor. */
@Command(name = "terms")
final class TermsCommand extends DebtorCommand {

    @Parameters(paramLabel = "DEBTOR", descriptionKey = "record.debtor")
    private String debtor;

    @Option(names = "--days", paramLabel = "N", descriptionKey = "terms.days")
    private Integer days;

    @Option(names = "--method", paramLabel = "METHOD", descriptionKey = "terms.method")
    private TermMethod method = TermMethod.DAYS;

    @Option(names = "--source", paramLabel = "TEXT", descriptionKey = "terms.source")
    private String source;

    TermsCommand(Environment environment) {
        super(environment);
    }

    @Override
    Optional<String> debtor() {
        return Optional.ofNullable(debtor);
    }

    @Override
    int record(Desk desk) throws Exception {
        TermsRegister register = desk.session().service(TermsRegister.class);
        if (days == null) {
            desk.list(
                    "terms",
                    register.terms(desk.creditor(), desk.debtor()),
                    TermsCommand::write,
                    TermsCommand::line,
                    "terms.not-agreed");
            return ExitCode.DONE;
        }
        Agreed agreed = register.agree(
                desk.creditor(),
                desk.debtor(),
                method,
                days,
                required(desk.session(), source, "--source"),
                desk.recording());
        desk.one(agreed, TermsCommand::writeAgreed, (texts, made) -> line(texts, made.term()));
        if (!desk.session().json()) {
            agreed.beyond().ifPresent(cap -> warn(desk, agreed.term(), cap));
        }
        return ExitCode.DONE;
    }

    private static void warn(Desk desk, AgreedTerm term, TermCap cap) {
        String latest = desk.texts().date(cap.latest(term.agreedOn()));
        desk.session()
                .warn(desk.texts().text("terms.beyond", latest, cap.figure().source()));
    }

    private static void writeAgreed(JsonOutput json, Agreed agreed) throws IOException {
        write(json, agreed.term());
        json.text("beyond", agreed.beyond().map(cap -> cap.figure().source()));
    }

    private static void write(JsonOutput json, AgreedTerm term) throws IOException {
        json.text("id", term.id());
        json.date("agreedOn", term.agreedOn());
        json.number("days", term.days());
        json.text("method", term.method().name().toLowerCase(Locale.ROOT));
        json.text("source", term.source());
    }

    private static String line(Texts texts, AgreedTerm term) {
        return texts.text(
                "terms.line",
                term.id(),
                texts.date(term.agreedOn()),
                texts.text("term-method." + term.method().name(), term.days()),
                term.source());
    }
}
