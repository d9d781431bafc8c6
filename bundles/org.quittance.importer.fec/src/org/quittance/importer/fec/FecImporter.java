package org.quittance.importer.fec;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.quittance.api.importer.ImportException;
import org.quittance.api.importer.ImportSink;
import org.quittance.api.importer.Importer;
import org.quittance.api.model.CreditorId;
import org.quittance.api.text.Sentence;

/**
 * Reads the FEC. The file has no due dates: they come from the terms in the mapping, and without a mapping the file is refused. It says
 * nothing of sending, so it gives no evidence. It is read twice: what is lettered, balanced or doubtful is known only at its end.
 * Stateless, so safe for several threads. Ranked before the importer of tables, which can cut this one too but not understand it.
 */
@Component(property = "service.ranking:Integer=10")
public final class FecImporter implements Importer {

    @Override
    public String format() {
        return "fec";
    }

    @Override
    public boolean recognises(String fileName, byte[] head) {
        requireNonNull(fileName, "fileName");
        String text = new String(requireNonNull(head, "head"), StandardCharsets.UTF_8);
        String start = text.startsWith("\ufeff") ? text.substring(1) : text;
        int end = start.indexOf('\n');
        return FecColumns.isHeader(end < 0 ? start : start.substring(0, end));
    }

    @Override
    public void read(CreditorId creditor, Path file, Optional<Path> mapping, ImportSink sink) throws ImportException {
        requireNonNull(creditor, "creditor");
        requireNonNull(file, "file");
        requireNonNull(mapping, "mapping");
        requireNonNull(sink, "sink");
        try {
            Books books = books(file);
            FecOptions options = FecOptions.read(mapping);
            take(file, new CustomerLines(creditor, books, options, sink), sink);
        } catch (IOException problem) {
            throw FecText.unreadable(file, problem);
        }
    }

    private static Books books(Path file) throws ImportException, IOException {
        Books books = new Books();
        try (FecText text = FecText.open(file)) {
            FecColumns columns = header(file, text);
            FecLineReader reader = new FecLineReader(columns);
            while (text.next()) {
                String line = text.text();
                try {
                    survey(books, reader, text.number(), columns.cut(line));
                } catch (BadLine told) {
                    continue;
                }
            }
        }
        return books;
    }

    /** What is wrong with a line is told when it is taken. */
    private static void survey(Books books, FecLineReader reader, long line, List<String> cells)
            throws ImportException, BadLine {
        try {
            FecLineReader.Outline outline = reader.outline(cells);
            books.add(line, outline);
            if (books.kind(outline.journal()) == JournalKind.BANK) {
                books.booked(outline.journal(), reader.booked(cells));
            }
        } catch (BadLine unreadable) {
            books.damaged(line, reader.entry(cells));
            throw unreadable;
        }
    }

    private static FecColumns header(Path file, FecText text) throws ImportException, IOException {
        if (!text.next()) {
            throw new ImportException(Sentence.of(FecImporter.class, "file.empty", file), 0, "", null);
        }
        String header = text.text();
        if (!FecColumns.isHeader(header)) {
            throw new ImportException(Sentence.of(FecImporter.class, "header.none"), text.number(), "", null);
        }
        return FecColumns.of(header);
    }

    private static void take(Path file, CustomerLines lines, ImportSink sink) throws ImportException, IOException {
        try (FecText text = FecText.open(file)) {
            FecColumns columns = header(file, text);
            FecLineReader reader = new FecLineReader(columns);
            while (text.next()) {
                String line = text.text();
                try {
                    List<String> cells = columns.cut(line);
                    String account = reader.account(cells);
                    if (Books.isCustomer(account) || Books.isDoubtful(account)) {
                        lines.take(reader.line(text.number(), cells), account);
                    }
                } catch (BadLine problem) {
                    lines.lost();
                    sink.rejected(text.number(), problem.field(), problem.sentence());
                }
            }
            lines.finish();
        }
    }
}
