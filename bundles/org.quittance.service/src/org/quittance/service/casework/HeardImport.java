package org.quittance.service.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quittance.api.importer.StatementEntry;
import org.quittance.service.casework.ImportService.ImportListener;
import org.quittance.service.casework.ImportService.ImportedDocument;
import org.quittance.service.casework.ImportService.ImportedStatus;
import org.quittance.service.casework.ImportService.Rejection;
import org.quittance.service.matching.MatchingService.MatchSummary;

/** Keeps what an import tells, until somebody asks or is told. For one thread. */
public final class HeardImport implements ImportListener {

    private final List<Rejection> rejections = new ArrayList<>();
    private final List<Rejection> warnings = new ArrayList<>();
    private final List<ImportedDocument> documents = new ArrayList<>();
    private Optional<MatchSummary> matched = Optional.empty();
    private boolean entriesOrStatuses;

    @Override
    public void rejected(Rejection rejection) {
        rejections.add(rejection);
    }

    @Override
    public void warned(Rejection warning) {
        warnings.add(warning);
    }

    @Override
    public void document(ImportedDocument document) {
        documents.add(document);
    }

    @Override
    public void entry(StatementEntry entry) {
        entriesOrStatuses = true;
    }

    @Override
    public void status(ImportedStatus status) {
        entriesOrStatuses = true;
    }

    @Override
    public void matched(MatchSummary summary) {
        matched = Optional.of(summary);
    }

    public List<Rejection> rejections() {
        return List.copyOf(rejections);
    }

    public List<Rejection> warnings() {
        return List.copyOf(warnings);
    }

    public List<ImportedDocument> documents() {
        return List.copyOf(documents);
    }

    public Optional<MatchSummary> matched() {
        return matched;
    }

    /** Whether an entry of a statement or a status of an e-invoice was read, which no summary counts. */
    public boolean hasEntriesOrStatuses() {
        return entriesOrStatuses;
    }

    /** Says it all again, but for entries and statuses. */
    public void tell(ImportListener listener) {
        rejections.forEach(listener::rejected);
        warnings.forEach(listener::warned);
        documents.forEach(listener::document);
        matched.ifPresent(listener::matched);
    }
}
