package org.quittance.service.casework;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.importer.DocumentType;
import org.quittance.api.importer.LifecycleStatus;
import org.quittance.api.importer.StatementEntry;
import org.quittance.api.model.Actor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.Money;
import org.quittance.api.text.Sentence;
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
     * @param invoices taken, new or with something changed; payments and so on likewise
     * @param updated how many of the invoices, credit notes and debtors were known and had something changed
     * @param proven how many of the invoices came with evidence of their being sent
     * @param unchanged records that were known already
     */
    record ImportSummary(
            long invoices,
            long creditNotes,
            long payments,
            long debtors,
            long evidence,
            long reminders,
            long updated,
            long proven,
            long unchanged,
            long rejected) {}

    /** A record that was not taken, or with which something is amiss. */
    record Rejection(String file, long line, String field, Sentence sentence) {

        public Rejection {
            requireNonNull(file, "file");
            requireNonNull(field, "field");
            requireNonNull(sentence, "sentence");
        }

        public Rejection(String file, long line, String field, String reason) {
            this(file, line, field, Sentence.plain(reason));
        }

        /** The sentence in English. */
        public String reason() {
            return sentence.toString();
        }
    }

    /**
     * An invoice document as it was read, whether it was taken or not.
     *
     * @param dueDate the first day to pay; empty for a credit note and where the document gives none that is understood
     * @param debtor who owes it; empty if it was not taken
     */
    record ImportedDocument(
            String file,
            DocumentType kind,
            String number,
            LocalDate issueDate,
            Optional<LocalDate> dueDate,
            Money total,
            Money amountDue,
            Optional<DebtorId> debtor) {

        public ImportedDocument {
            requireNonNull(file, "file");
            requireNonNull(kind, "kind");
            requireNonNull(number, "number");
            requireNonNull(issueDate, "issueDate");
            requireNonNull(dueDate, "dueDate");
            requireNonNull(total, "total");
            requireNonNull(amountDue, "amountDue");
            requireNonNull(debtor, "debtor");
        }
    }

    /**
     * A status of an e-invoice that was taken.
     *
     * @param isNew false if it was known already
     */
    record ImportedStatus(String file, LifecycleStatus status, DebtorId debtor, boolean isNew) {

        public ImportedStatus {
            requireNonNull(file, "file");
            requireNonNull(status, "status");
            requireNonNull(debtor, "debtor");
        }
    }

    /** Hears about an import while it runs, on its thread. */
    interface ImportListener {

        default void rejected(Rejection rejection) {}

        /** A record that was taken and about which something is amiss; told after everything was read. */
        default void warned(Rejection warning) {}

        /** An invoice document was read, and taken or refused. */
        default void document(ImportedDocument document) {}

        /** A status of an e-invoice was kept, after everything was read; not told in a dry run. */
        default void status(ImportedStatus status) {}

        /** An entry of a bank statement that was read, whether or not it was known already. */
        default void entry(StatementEntry entry) {}

        /** What the entries pay, after everything was imported; not told in a dry run, nor where nothing matches. */
        default void matched(MatchSummary summary) {}

        /** How many records are read; at most a few times a second. */
        default void progress(long records) {}
    }
}
