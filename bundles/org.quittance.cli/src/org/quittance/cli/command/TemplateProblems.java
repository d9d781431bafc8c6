package org.quittance.cli.command;

import java.io.IOException;
import java.util.List;
import org.quittance.service.template.TemplateProblem;

/** Problems of templates, for people in their language and for programs. */
final class TemplateProblems {

    private TemplateProblems() {}

    static void print(Session session, List<TemplateProblem> problems) {
        for (TemplateProblem problem : problems) {
            session.print(problem.file() + (problem.line() > 0 ? ":" + problem.line() : "") + ": "
                    + text(session.texts(), problem) + " [" + problem.code() + "]");
        }
    }

    /** The English sentence of the problem knows most; other languages say what the code says. */
    private static String text(Texts texts, TemplateProblem problem) {
        String key = "problem." + problem.code();
        boolean translated = !problem.found().isEmpty()
                && texts.locale().getLanguage().equals("fr")
                && !texts.word("problem", problem.code()).equals(problem.code());
        if (!translated) {
            return problem.text();
        }
        String text = texts.text(key, problem.found());
        return problem.instead().isEmpty() ? text : texts.text("problem.instead", text, problem.instead());
    }

    static void write(JsonOutput json, List<TemplateProblem> problems) throws IOException {
        json.array("problems", () -> {
            for (TemplateProblem problem : problems) {
                json.element(() -> {
                    json.text("file", problem.file());
                    json.number("line", problem.line());
                    json.text("code", problem.code());
                    json.text("severity", problem.blocks() ? "error" : "warning");
                    json.text("found", problem.found());
                    json.text("instead", problem.instead());
                    json.text("text", problem.text());
                });
            }
        });
    }

    static boolean block(List<TemplateProblem> problems) {
        return problems.stream().anyMatch(TemplateProblem::blocks);
    }
}
