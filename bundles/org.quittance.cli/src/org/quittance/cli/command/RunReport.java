package org.quittance.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quittance.api.model.DebtorId;
import org.quittance.api.text.Sentence;
import org.quittance.service.casework.MessageSummary;
import org.quittance.service.casework.RunAction;
import org.quittance.service.casework.RunListener;
import org.quittance.service.casework.RunSummary;
import org.quittance.service.decision.Answer;
import org.quittance.service.decision.DunningEngine;
import org.quittance.service.decision.Reason;

/**
 * Shows a run. Actions are kept until the end, because a message that is approved and sent in the same command shows its last
 * state; answers for silent items are many, so JSON spools them to a file.
 */
final class RunReport implements RunListener, AutoCloseable {

    private static final int LISTED_MAX = 200;

    private final Session session;
    private final boolean dryRun;
    private final DunningEngine engine;
    private final Progress progress;
    private final Map<String, RunAction> actions = new LinkedHashMap<>();
    private final List<String> failed = new ArrayList<>();
    private final SilentSpool silent;
    private long listed;
    /** Silent because they are not old enough: most of any ledger, so people see the number only. */
    private long notYet;

    private MessageSummary dispatched = new MessageSummary(Map.of(), 0);

    private RunReport(Session session, boolean dryRun, DunningEngine engine, SilentSpool silent) {
        this.session = session;
        this.dryRun = dryRun;
        this.engine = engine;
        this.silent = silent;
        this.progress = session.progress("progress.items");
    }

    static RunReport begin(Session session, boolean dryRun) throws Exception {
        return new RunReport(session, dryRun, session.service(DunningEngine.class), new SilentSpool());
    }

    @Override
    public void action(RunAction action) {
        String key = action.message().map(Object::toString).orElseGet(() -> "dry-" + actions.size());
        actions.put(key, action);
    }

    @Override
    public void silent(DebtorId debtor, Answer answer) {
        try {
            boolean early = answer.reason() == Reason.NOT_YET && !session.verbose() && !session.json();
            if (session.json() || !early && listed < LISTED_MAX) {
                silent.add(debtor, answer, engine.text(answer, session.language()));
                listed++;
            } else {
                silent.count();
                notYet += early ? 1 : 0;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void failed(DebtorId debtor, Sentence reason) {
        failed(debtor, session.texts().text(reason));
    }

    @Override
    public void failed(DebtorId debtor, String reason) {
        failed.add(debtor + ": " + reason);
    }

    @Override
    public void progress(long done) {
        progress.done(done);
    }

    @Override
    public boolean isCancelled() {
        return session.isCancelled();
    }

    /** What is prepared goes out now. */
    void sending() {
        progress.next("progress.messages");
    }

    void dispatched(MessageSummary summary) {
        dispatched = summary;
    }

    /** The dispatch broke off before it was done. */
    void stopped(String because) {
        failed.add(because);
    }

    /** Every message the run touched, in the state it had last. */
    List<RunAction> actions() {
        return List.copyOf(actions.values());
    }

    long failures() {
        return Math.max(failed.size(), dispatched.failed());
    }

    void end(RunSummary summary) throws IOException {
        progress.end();
        if (session.json()) {
            try (JsonOutput json = session.jsonOutput()) {
                write(json, summary);
            }
        } else {
            print(summary);
        }
    }

    /** The keys of a run, into a document that is open. */
    void write(JsonOutput json, RunSummary summary) throws IOException {
        json.text("run", summary.run().map(Object::toString));
        json.date("asOf", summary.asOf());
        json.flag("dryRun", dryRun);
        json.array("actions", () -> {
            for (RunAction action : actions.values()) {
                json.element(() -> ActionRows.write(json, action));
            }
        });
        json.array("silent", () -> silent.copyTo(json));
        json.array("failed", () -> {
            for (String line : failed) {
                json.generator().writeString(line);
            }
        });
        json.object("counts", () -> {
            json.number("debtors", summary.debtors());
            json.number("items", summary.items());
            json.number("messages", summary.messages());
            json.number("failed", summary.failed());
            json.number("superseded", summary.superseded());
            json.number("standing", summary.standing());
            json.object("reasons", () -> writeCounts(json, summary.reasons()));
            json.object("states", () -> writeCounts(json, dispatched.states()));
        });
    }

    private static void writeCounts(JsonOutput json, Map<String, Long> counts) throws IOException {
        for (Map.Entry<String, Long> entry : new TreeMap<>(counts).entrySet()) {
            json.number(entry.getKey(), entry.getValue());
        }
    }

    private void print(RunSummary summary) throws IOException {
        Texts texts = session.texts();
        String title = dryRun
                ? texts.text("run.title.dry-run", texts.date(summary.asOf()))
                : summary.run()
                        .map(run -> texts.text("run.title", run.toString(), texts.date(summary.asOf())))
                        .orElseGet(() -> texts.text("run.title.nothing-new", texts.date(summary.asOf())));
        session.print(title);
        session.print(texts.text(
                counts(summary), summary.debtors(), summary.items(), summary.messages(), summary.standing()));
        ActionRows.print(session, actions.values().stream().limit(LISTED_MAX).toList());
        more(actions.size() - LISTED_MAX);
        printSilent(summary);
        failed.forEach(line -> session.warn(texts.text("run.failed", line)));
    }

    private String counts(RunSummary summary) {
        if (dryRun || summary.messages() > 0) {
            return "run.counts";
        }
        if (summary.standing() > 0) {
            return "run.counts.standing";
        }
        return actions.isEmpty() ? "run.counts.nothing" : "run.counts.earlier";
    }

    private void printSilent(RunSummary summary) throws IOException {
        Texts texts = session.texts();
        if (silent.size() == 0) {
            return;
        }
        session.print("");
        session.print(texts.text("run.silent", silent.size()));
        Table table = new Table("lr");
        new TreeMap<>(summary.reasons()).forEach((reason, count) -> {
            if (!Reason.valueOf(reason).acts()) {
                table.row("  " + texts.word("reason", reason), texts.count(count));
            }
        });
        table.lines().forEach(session::print);
        session.print("");
        Table sentences = new Table("lll");
        for (JsonNode row : silent.rows()) {
            sentences.row(
                    "  " + invoice(row),
                    row.get("debtor").asText(),
                    row.get("text").asText());
        }
        sentences.lines().forEach(session::print);
        if (notYet > 0) {
            session.print(texts.text("run.silent.not-yet", texts.count(notYet)));
        }
        more(silent.size() - listed - notYet);
    }

    private static String invoice(JsonNode row) {
        int instalment = row.get("instalment").asInt();
        return row.get("invoice").asText() + (instalment > 1 ? "/" + instalment : "");
    }

    private void more(long count) {
        if (count > 0) {
            session.print(session.texts().text("list.more", session.texts().count(count)));
        }
    }

    @Override
    public void close() throws IOException {
        silent.close();
    }
}
