package org.quittance.cli.command;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.quittance.api.importer.ImportException;
import org.quittance.api.importer.MappingAssistant;
import org.quittance.api.importer.MappingAssistant.Finding;
import org.quittance.api.importer.MappingAssistant.Proposal;
import org.quittance.api.text.Sentence;
import org.quittance.cli.ExitCode;

/** Shows how a table could be read, with what a person must still decide; nothing is imported. */
final class MappingProposal {

    private MappingProposal() {}

    /** @param out where the mapping is written; it must not exist, since a person may have worked on it */
    static int propose(Session session, Path file, Optional<Path> out) throws Exception {
        Texts texts = session.texts();
        Proposal proposal;
        try {
            proposal = session.service(MappingAssistant.class).propose(file);
        } catch (ImportException e) {
            String place = e.line() > 0 ? file + ":" + e.line() : file.toString();
            throw new CommandFailure(ExitCode.INPUT, texts.text("import.place", place, texts.text(e.sentence())));
        }
        if (out.isPresent()) {
            write(texts, out.get(), proposal.mapping());
        }
        if (session.json()) {
            try (JsonOutput json = session.jsonOutput()) {
                write(texts, json, proposal, out);
            }
        } else {
            print(session, proposal, out);
        }
        return proposal.open().isEmpty() ? ExitCode.DONE : ExitCode.PARTLY;
    }

    private static void write(Texts texts, Path out, String mapping) throws CommandFailure {
        try {
            Files.writeString(out, mapping, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new CommandFailure(ExitCode.INPUT, texts.text("propose.exists", out.toString()));
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.INPUT, texts.text("import.place", out.toString(), FileTrouble.describe(e, texts)));
        }
    }

    private static void write(Texts texts, JsonOutput json, Proposal proposal, Optional<Path> out) throws IOException {
        json.text("mapping", proposal.mapping());
        json.text("output", out.map(Path::toString));
        json.flag("complete", proposal.open().isEmpty());
        json.array("columns", () -> {
            for (Finding finding : proposal.columns()) {
                json.element(() -> {
                    json.text("column", finding.column());
                    json.text("field", finding.field());
                    json.number("surePercent", finding.surePercent());
                    json.text("why", texts.text(finding.why()));
                });
            }
        });
        write(texts, json, "open", proposal.open());
        write(texts, json, "notices", proposal.notices());
    }

    private static void write(Texts texts, JsonOutput json, String key, List<Sentence> sentences) throws IOException {
        json.array(key, () -> {
            for (Sentence sentence : sentences) {
                json.element(() -> {
                    json.text("code", sentence.code());
                    json.text("text", texts.text(sentence));
                });
            }
        });
    }

    private static void print(Session session, Proposal proposal, Optional<Path> out) {
        Texts texts = session.texts();
        Table table = new Table("llrl")
                .row(
                        texts.text("propose.column"),
                        texts.text("propose.field"),
                        texts.text("propose.sure"),
                        texts.text("propose.why"));
        proposal.columns()
                .forEach(finding -> table.row(
                        finding.column(),
                        finding.field().orElse("–"),
                        texts.text("propose.percent", finding.surePercent()),
                        texts.text(finding.why())));
        table.lines().forEach(session::print);
        proposal.notices().forEach(notice -> session.print(texts.text("propose.notice", texts.text(notice))));
        if (proposal.open().isEmpty()) {
            session.print(texts.text("propose.complete"));
        } else {
            session.print(texts.text("propose.open"));
            proposal.open().forEach(open -> session.print(texts.text("propose.notice", texts.text(open))));
        }
        if (out.isPresent()) {
            session.print(texts.text("propose.written", out.get().toString()));
        } else {
            session.print(proposal.mapping().stripTrailing());
        }
    }
}
