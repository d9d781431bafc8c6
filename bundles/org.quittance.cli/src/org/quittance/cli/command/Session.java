package org.quittance.cli.command;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.quittance.api.model.Actor;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.time.BusinessClock;
import org.quittance.cli.ExitCode;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CreditorDirectory;
import org.quittance.service.workspace.Workspace;

/** One command on one open workspace: what it may ask, and where it writes. */
final class Session {

    private final Environment environment;
    private final CommonOptions options;
    private final Workspace workspace;
    private final Texts texts;

    Session(Environment environment, CommonOptions options, Workspace workspace) {
        this.environment = environment;
        this.options = options;
        this.workspace = workspace;
        this.texts = new Texts(environment.locale());
    }

    <T> T service(Class<T> type) throws CaseworkException {
        return environment.services().require(type);
    }

    Environment environment() {
        return environment;
    }

    Workspace workspace() {
        return workspace;
    }

    Texts texts() {
        return texts;
    }

    Locale language() {
        return texts.locale();
    }

    boolean json() {
        return options.json();
    }

    boolean verbose() {
        return options.verbose();
    }

    /** Whoever is logged in to the machine of the caller. */
    Actor actor() {
        return Actor.withAllRoles(environment.caller().user());
    }

    /** The creditor named by the option, or the only one there is; refuses one whose configuration is broken. */
    Creditor creditor() throws CaseworkException, CommandFailure {
        CreditorDirectory directory = service(CreditorDirectory.class);
        CreditorId id = creditorId();
        if (directory.broken().containsKey(id.value())) {
            throw new CommandFailure(
                    ExitCode.INPUT, texts.text(directory.broken().get(id.value())));
        }
        return directory.creditor(id).orElseThrow();
    }

    /** Who is named, whether or not the configuration is broken: for what must work all the same. */
    CreditorId creditorId() throws CaseworkException, CommandFailure {
        CreditorDirectory directory = service(CreditorDirectory.class);
        SortedSet<String> all = new TreeSet<>(directory.broken().keySet());
        directory.creditors().forEach(creditor -> all.add(creditor.id().value()));
        String names = String.join(", ", all);
        Optional<String> asked = options.creditor();
        if (asked.isPresent() && !all.contains(asked.get())) {
            throw new CommandFailure(ExitCode.USAGE, texts.text("creditor.unknown", asked.get(), names));
        }
        if (asked.isEmpty() && all.size() > 1) {
            throw new CommandFailure(ExitCode.USAGE, texts.text("creditor.ambiguous", names));
        }
        return CreditorId.of(asked.orElseGet(all::first));
    }

    LocalDate today(Creditor creditor) throws CaseworkException {
        return service(BusinessClock.class).today(creditor.zone());
    }

    /** Whether nobody waits for the command any more. */
    boolean isCancelled() {
        return environment.caller().isCancelled();
    }

    /** @param what key of what is counted */
    Progress progress(String what) {
        return new Progress(environment.err(), texts, environment.caller().terminal(), what);
    }

    JsonOutput jsonOutput() throws IOException {
        return new JsonOutput(environment.out());
    }

    void print(String line) {
        environment.out().println(line);
    }

    void warn(String line) {
        environment.err().println(line);
    }
}
