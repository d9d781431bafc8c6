package org.quittance.cli.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.quittance.cli.ExitCode;
import org.quittance.service.policy.Policy;
import org.quittance.service.policy.PolicyLibrary;
import org.quittance.service.template.TemplateLibrary;
import org.quittance.service.template.TemplateProblem;
import org.quittance.service.tone.Tone;
import org.quittance.service.tone.ToneContext;
import org.quittance.service.tone.ToneLint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks template files, everything in force, or a text somebody typed. */
@Command(name = "check")
final class TemplateCheckCommand extends WorkspaceCommand {

    @Parameters(paramLabel = "FILE", arity = "0..*", descriptionKey = "template.files")
    private List<Path> files;

    @Option(names = "--text", paramLabel = "TEXT", descriptionKey = "template.text")
    private String text;

    @Option(names = "--language", paramLabel = "LANGUAGE", descriptionKey = "template.language")
    private String language;

    @Option(names = "--tone", paramLabel = "TONE", descriptionKey = "template.tone")
    private Tone tone = Tone.COURTEOUS;

    TemplateCheckCommand(Environment environment) {
        super(environment);
    }

    @Override
    int execute(Session session) throws Exception {
        Set<TemplateProblem> found = new LinkedHashSet<>();
        int checked;
        if (text != null) {
            found.addAll(typed(session));
            checked = 1;
        } else if (files != null && !files.isEmpty()) {
            for (Path file : files) {
                found.addAll(session.service(TemplateLibrary.class)
                        .check(file.getFileName().toString(), source(session, file)));
            }
            checked = files.size();
        } else {
            checked = everything(session, found);
        }
        List<TemplateProblem> problems = List.copyOf(found);
        if (session.json()) {
            try (JsonOutput json = session.jsonOutput()) {
                json.number("checked", checked);
                json.flag("valid", !TemplateProblems.block(problems));
                TemplateProblems.write(json, problems);
            }
        } else {
            TemplateProblems.print(session, problems);
            if (problems.isEmpty()) {
                session.print(
                        session.texts().text("template.good", session.texts().count(checked)));
            }
        }
        return TemplateProblems.block(problems) ? ExitCode.INPUT : ExitCode.DONE;
    }

    private List<TemplateProblem> typed(Session session) throws Exception {
        Locale wanted = language == null ? session.language() : Locale.forLanguageTag(language);
        List<TemplateProblem> problems = new ArrayList<>();
        try {
            session.service(ToneLint.class)
                    .check(text, ToneContext.typed(wanted, tone))
                    .forEach(finding -> problems.add(new TemplateProblem(
                            session.texts().text("template.typed"),
                            finding.line(),
                            finding.code(),
                            finding.blocks(),
                            finding.found(),
                            finding.instead(),
                            finding.text())));
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, e.getMessage());
        }
        return problems;
    }

    private static String source(Session session, Path file) throws CommandFailure {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.INPUT, session.texts().text("file.unreadable", file.toString(), e.toString()));
        }
    }

    /** Every template in force, and every policy with them. */
    private static int everything(Session session, Set<TemplateProblem> found) throws Exception {
        TemplateLibrary library = session.service(TemplateLibrary.class);
        var entries = library.entries();
        entries.forEach(entry -> found.addAll(entry.problems()));
        PolicyLibrary policies = session.service(PolicyLibrary.class);
        for (String id : policies.ids()) {
            try {
                Policy policy = policies.policy(id).orElseThrow();
                found.addAll(library.check(policy));
            } catch (IllegalStateException e) {
                found.add(
                        new TemplateProblem("policy " + id, 0, "policy", true, id, "", String.valueOf(e.getMessage())));
            }
        }
        return entries.size();
    }
}
