package org.quittance.importer.csv;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.quittance.api.importer.ImportException;
import org.quittance.api.importer.MappingAssistant;

/** Proposes mappings for delimited text, from its headings in French, English or German and from the values of all rows. */
@Component
public final class CsvMappingAssistant implements MappingAssistant {

    private final HeadingWords words = HeadingWords.load();
    private final CellWords cellWords = new CellWords();

    @Activate
    public CsvMappingAssistant() {}

    @Override
    public Proposal propose(Path file) throws ImportException {
        TableScan table = TableScan.of(requireNonNull(file, "file"), words);
        List<Optional<HeadingWords.Meaning>> meanings = new ArrayList<>();
        table.headings().forEach(heading -> meanings.add(words.of(heading)));
        return new MappingDraft(table, meanings, cellWords).proposal();
    }
}
