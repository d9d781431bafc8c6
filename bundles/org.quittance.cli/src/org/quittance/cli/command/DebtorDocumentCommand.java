package org.quittance.cli.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Debtor;
import org.quittance.cli.ExitCode;
import org.quittance.service.casework.CaseService;
import org.quittance.service.dossier.DossierService.Order;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A command that makes a document about one debtor. */
abstract class DebtorDocumentCommand extends WorkspaceCommand {

    private static final Set<String> LANGUAGES = Set.of("fr", "en", "de");

    @Parameters(paramLabel = "DEBTOR", descriptionKey = "case.debtor")
    private String debtor;

    @Spec
    private CommandSpec command;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "document.out")
    private Path out;

    @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "document.as-of")
    private LocalDate asOf;

    @Option(names = "--language", paramLabel = "fr|en|de", descriptionKey = "document.language")
    private String language;

    @Option(names = "--force", descriptionKey = "document.force")
    private boolean force;

    DebtorDocumentCommand(Environment environment) {
        super(environment);
    }

    Optional<Path> givenOut() {
        return Optional.ofNullable(out);
    }

    Path out(Session session) throws CommandFailure {
        if (out == null) {
            throw new CommandFailure(ExitCode.USAGE, session.texts().text("document.no-out"));
        }
        return out;
    }

    /** Where nothing is named, among what the workspace puts out; made anew as often as it is asked for. */
    Path outOr(Session session, Order order) {
        String name = command.name() + "-" + order.debtor().value().replaceAll("[^\\p{L}\\p{N}.-]", "_") + "-"
                + order.asOf() + ".pdf";
        return out != null ? out : session.workspace().outbox().resolve(name);
    }

    boolean force() {
        return force;
    }

    Order order(Session session) throws Exception {
        Creditor creditor = session.creditor();
        requireKnownLanguage(session);
        List<Debtor> found = session.service(CaseService.class).search(creditor.id(), debtor);
        if (found.isEmpty()) {
            throw new CommandFailure(ExitCode.USAGE, session.texts().text("case.none", debtor));
        }
        if (found.size() > 1) {
            String names =
                    String.join(", ", found.stream().map(Debtor::toString).toList());
            throw new CommandFailure(ExitCode.USAGE, session.texts().text("case.ambiguous", debtor, names));
        }
        LocalDate day = asOf != null ? asOf : session.today(creditor);
        return new Order(creditor.id(), found.get(0).id(), day, wanted(creditor, found.get(0)));
    }

    private void requireKnownLanguage(Session session) throws CommandFailure {
        if (language != null && !LANGUAGES.contains(language)) {
            throw new CommandFailure(ExitCode.USAGE, session.texts().text("document.language.unknown", language));
        }
    }

    private Locale wanted(Creditor creditor, Debtor reader) {
        if (language != null) {
            return Locale.forLanguageTag(language);
        }
        return isForDebtor() ? reader.language() : creditor.language();
    }

    /** Whether the debtor reads it, in its own language where nothing else is asked for. */
    boolean isForDebtor() {
        return false;
    }
}
