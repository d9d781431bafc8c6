package org.quittance.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.quittance.api.document.DocumentException;
import org.quittance.api.document.DocumentKind;
import org.quittance.api.document.DocumentRenderer;
import org.quittance.api.document.MessageFacts;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Debtor;
import org.quittance.cli.ExitCode;
import org.quittance.service.casework.CaseService;
import org.quittance.service.casework.CaseService.CaseView;
import org.quittance.service.policy.Policy;
import org.quittance.service.policy.PolicyLibrary;
import org.quittance.service.template.SmsLength;
import org.quittance.service.template.TemplateEntry;
import org.quittance.service.template.TemplateForm;
import org.quittance.service.template.TemplateKey;
import org.quittance.service.template.TemplateLibrary;
import org.quittance.service.template.WrittenMessage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Fills a template with a debtor's data, or with made-up ones, and sends nothing. */
@Command(name = "preview")
final class TemplatePreviewCommand extends WorkspaceCommand {

    @Mixin
    private TemplateChoice choice;

    @Option(names = "--debtor", paramLabel = "DEBTOR", descriptionKey = "case.debtor")
    private String debtor;

    @Option(names = "--step", paramLabel = "STEP", descriptionKey = "template.step")
    private String step;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "template.out")
    private Path out;

    TemplatePreviewCommand(Environment environment) {
        super(environment);
    }

    private boolean withoutWorkspace;

    private record Preview(
            TemplateEntry entry, TemplateForm form, MessageFacts facts, Creditor creditor, Debtor debtor) {}

    /** Made-up data need no workspace; then the page goes nowhere but to a file that is named. */
    @Override
    Absent whenAbsent() {
        withoutWorkspace = true;
        return debtor == null ? Absent.SCRATCH : Absent.REFUSED;
    }

    @Override
    int execute(Session session) throws Exception {
        Preview preview = debtor == null ? madeUp(session) : real(session);
        TemplateKey key =
                new TemplateKey(preview.entry.key().name(), preview.entry.key().language(), preview.form);
        WrittenMessage message;
        Optional<Path> page;
        try {
            message =
                    session.service(TemplateLibrary.class).write(key, preview.facts, preview.creditor, preview.debtor);
            page = page(session, preview);
        } catch (DocumentException e) {
            throw new CommandFailure(ExitCode.INPUT, e.getMessage());
        }
        if (session.json()) {
            writeJson(session, key, message, page);
        } else {
            print(session, message, page);
        }
        return ExitCode.DONE;
    }

    private Preview madeUp(Session session) throws Exception {
        Creditor creditor = session.creditor();
        TemplateEntry entry = choice.entry(session, creditor.language());
        TemplateForm form = choice.formOr(entry.key());
        TemplateKey key = new TemplateKey(entry.key().name(), entry.key().language(), form);
        TemplateLibrary.Sample sample =
                session.service(TemplateLibrary.class).sample(key, creditor, session.today(creditor));
        return new Preview(entry, form, sample.facts(), creditor, sample.debtor());
    }

    private Preview real(Session session) throws Exception {
        Creditor creditor = session.creditor();
        LocalDate today = session.today(creditor);
        CaseService cases = session.service(CaseService.class);
        List<Debtor> found = cases.search(creditor.id(), debtor);
        if (found.isEmpty()) {
            throw new CommandFailure(ExitCode.USAGE, session.texts().text("case.none", debtor));
        }
        if (found.size() > 1) {
            String names =
                    String.join(", ", found.stream().map(Debtor::toString).toList());
            throw new CommandFailure(ExitCode.USAGE, session.texts().text("case.ambiguous", debtor, names));
        }
        Debtor one = found.get(0);
        TemplateEntry entry = choice.entry(session, one.language());
        TemplateForm form = choice.formOr(entry.key());
        CaseView view = cases.view(creditor.id(), one.id(), today, session.language());
        Optional<Policy> policy = policy(session, one.policy().orElse(creditor.policy()));
        MessageFacts facts = new PreviewFacts(view, today)
                .facts(entry, form, policy, Optional.ofNullable(step))
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.USAGE, session.texts().text("template.nothing-open", one.toString())));
        session.warn(session.texts().text("template.no-charges"));
        return new Preview(entry, form, facts, creditor, one);
    }

    private Optional<Policy> policy(Session session, String id) throws Exception {
        try {
            Optional<Policy> policy = session.service(PolicyLibrary.class).policy(id);
            if (step != null && policy.flatMap(known -> known.step(step)).isEmpty()) {
                String steps = policy.map(known -> String.join(
                                ", ",
                                known.steps().stream().map(one -> one.id()).toList()))
                        .orElse("–");
                throw new CommandFailure(
                        ExitCode.USAGE, session.texts().text("template.step-unknown", step, id, steps));
            }
            return policy;
        } catch (IllegalStateException e) {
            throw new CommandFailure(ExitCode.INPUT, e.getMessage());
        }
    }

    /** The page as it would be printed, where the words asked for are those that go on paper. */
    private Optional<Path> page(Session session, Preview preview) throws Exception {
        boolean onPaper = preview.form == TemplateForm.LETTER
                || preview.entry.key().name().equals("call") && preview.facts.kind() == DocumentKind.CALL_SHEET;
        if (!onPaper || withoutWorkspace && out == null) {
            return Optional.empty();
        }
        Path file = out != null
                ? out.toAbsolutePath()
                : session.workspace()
                        .outbox()
                        .resolve("preview")
                        .resolve(preview.entry.key().name() + "."
                                + preview.entry.key().language().getLanguage() + ".pdf");
        byte[] bytes = session.service(DocumentRenderer.class)
                .render(preview.facts, preview.creditor, preview.debtor)
                .letter()
                .bytes();
        try {
            Path folder = file.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.INPUT, session.texts().text("template.unwritable", file.toString(), e.toString()));
        }
        return Optional.of(file);
    }

    private static void writeJson(Session session, TemplateKey key, WrittenMessage message, Optional<Path> page)
            throws IOException {
        try (JsonOutput json = session.jsonOutput()) {
            json.text("name", key.name());
            json.text("language", key.language().getLanguage());
            json.text("form", key.form().word());
            json.text("subject", message.subject());
            json.text("text", message.text());
            json.text("output", page.map(Path::toString));
            if (message.sms().isPresent()) {
                SmsLength length = message.sms().get();
                json.object("sms", () -> {
                    json.text("encoding", length.gsm7() ? "GSM-7" : "UCS-2");
                    json.number("units", length.units());
                    json.number("segments", length.segments());
                });
            }
        }
    }

    private static void print(Session session, WrittenMessage message, Optional<Path> page) {
        session.print(message.text().stripTrailing());
        message.sms()
                .ifPresent(length -> session.print(session.texts()
                        .text(
                                "template.sms",
                                session.texts().count(length.units()),
                                length.gsm7() ? "GSM-7" : "UCS-2",
                                session.texts().count(length.segments()))));
        page.ifPresent(file -> session.print(session.texts().text("template.page", file.toString())));
    }
}
