package org.quittance.service.casework;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.importer.StatementEntry;
import org.quittance.api.model.Actor;
import org.quittance.api.model.CreditorId;
import org.quittance.service.matching.MatchingService.MatchSummary;

/** Brings files into the embedded ledger: recognises, reads, keeps what is good and lists what is not. */
@ProviderType
public interface ImportService {

    /**
     * Imports files in the given order in one unit: a file that cannot be read at all leaves everything as it was.
     * Importing the same again changes nothing. Role CLERK.
     */
    ImportSummary importFiles(CreditorId creditor, ImportRequest request, Actor actor, ImportListener listener)
            throws CaseworkException;

    /**
     * @param format name of an importer; empty to recognise by content
     * @param mapping how to read the files, for formats that need it
     * @param dryRun read and check everything and keep nothing
     */
    record ImportRequest(List<Path> files, Optional<String> format, Optional<Path> mapping, boolean dryRun) {

        public ImportRequest {
            files = List.copyOf(files);
            requireNonNull(format, "format");
            requireNonNull(mapping, "mapping");
        }
    }

    /**
     * @param added new invoices, payments and so on
     * @param unchanged records that were known already
     */
    record ImportSummary(
            long invoices,
            long creditNotes,
            long payments,
            long debtors,
            long evidence,
            long reminders,
            long unchanged,
            long rejected) {}

    /** A record that was not taken, or with which something is amiss. */
    record Rejection(String file, long line, String field, String reason) {

        public Rejection {
            requireNonNull(file, "file");
            requireNonNull(field, "field");
            requireNonNull(reason, "reason");
        }
    }

    /** Hears about an import while it runs, on its thread. */
    interface ImportListener {

        default void rejected(Rejection rejection) {}

        /** A record that was taken and about which something is amiss; told after everything was read. */
        default void warned(Rejection warning) {}

        /** An entry of a bank statement that was read, whether or not it was known already. */
        default void entry(StatementEntry entry) {}

        /** What the entries pay, after everything was imported; not told in a dry run, nor where nothing matches. */
        default void matched(MatchSummary summary) {}

        /** How many records are read; at most a few times a second. */
        default void progress(long records) {}
    }
}
