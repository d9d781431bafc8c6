package org.quittance.cli.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.quittance.cli.ExitCode;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.template.TemplateEntry;
import org.quittance.service.template.TemplateForm;
import org.quittance.service.template.TemplateKey;
import org.quittance.service.template.TemplateLibrary;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which template a command is about. */
final class TemplateChoice {

    @Parameters(paramLabel = "NAME", descriptionKey = "template.name")
    private String name;

    @Option(names = "--language", paramLabel = "LANGUAGE", descriptionKey = "template.language")
    private String language;

    @Option(names = "--form", paramLabel = "FORM", descriptionKey = "template.form")
    private String form;

    Optional<String> language() {
        return Optional.ofNullable(language);
    }

    /**
     * The template as it is in force; an e-mail without words of its own has those of the letter.
     *
     * @param usual the language where none is asked for
     */
    TemplateEntry entry(Session session, Locale usual) throws CaseworkException, CommandFailure {
        List<TemplateEntry> all = session.service(TemplateLibrary.class).entries();
        List<TemplateEntry> named =
                all.stream().filter(entry -> entry.key().name().equals(name)).toList();
        if (named.isEmpty()) {
            String names = String.join(
                    ", ",
                    all.stream().map(entry -> entry.key().name()).distinct().toList());
            throw new CommandFailure(ExitCode.USAGE, session.texts().text("template.unknown", name, names));
        }
        TemplateForm wanted = form(session, named);
        String code = language == null ? usual.getLanguage() : language;
        return find(named, code, wanted)
                .or(() -> wanted == TemplateForm.EMAIL ? find(named, code, TemplateForm.LETTER) : Optional.empty())
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.USAGE,
                        session.texts()
                                .text(
                                        "template.no-form",
                                        name + "." + code + "." + wanted.word(),
                                        String.join(
                                                ", ",
                                                named.stream()
                                                        .map(entry ->
                                                                entry.key().fileName())
                                                        .toList()))));
    }

    TemplateForm form(Session session, List<TemplateEntry> named) throws CommandFailure {
        if (form == null) {
            return named.stream()
                    .map(entry -> entry.key().form())
                    .sorted()
                    .findFirst()
                    .orElse(TemplateForm.LETTER);
        }
        return TemplateForm.of(form)
                .orElseThrow(
                        () -> new CommandFailure(ExitCode.USAGE, session.texts().text("template.form-unknown", form)));
    }

    /** The form asked for, which may be another than that of the words found. */
    TemplateForm formOr(TemplateKey found) {
        return form == null ? found.form() : TemplateForm.of(form).orElse(found.form());
    }

    private static Optional<TemplateEntry> find(List<TemplateEntry> named, String language, TemplateForm form) {
        return named.stream()
                .filter(entry -> entry.key().language().getLanguage().equals(language)
                        && entry.key().form() == form)
                .findFirst();
    }
}
