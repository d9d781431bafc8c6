package org.quittance.service.casework;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.model.Actor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.text.Sentence;
import org.quittance.service.casework.ImportService.ImportListener;
import org.quittance.service.casework.ImportService.ImportSummary;

/** The folder of a workspace into which people and programs drop files. */
@ProviderType
public interface InboxService {

    /** Where files are dropped; may not exist yet. */
    Path folder();

    /**
     * Imports every file that lies there, each in a unit of its own, and moves it away. Files that are still being written stay. A pass that
     * was cut off is made good by the next one. Role CLERK.
     *
     * @param listener hears about every file that is imported
     * @return what became of each file, in the order of their names
     * @throws CaseworkException UNAVAILABLE while another pass is under way; INPUT where the folder cannot be used
     */
    List<InboxFile> pass(CreditorId creditor, Actor actor, ImportListener listener) throws CaseworkException;

    /**
     * The same for some of the files alone; the others stay.
     *
     * @param names of files in the folder
     */
    List<InboxFile> pass(CreditorId creditor, Set<String> names, Actor actor, ImportListener listener)
            throws CaseworkException;

    /** What became of a file. */
    enum Outcome {
        /** Everything was taken, or known already. */
        PROCESSED,
        /** Some of it was refused. */
        PARTLY,
        /** Nothing of it was taken. */
        REFUSED,
        /** It changes, or is younger than a few seconds: it stays. */
        WAITING
    }

    /**
     * @param name in the inbox
     * @param now where it is now
     * @param summary empty where nothing was imported
     * @param summary what was read; empty where nothing could be
     * @param reason why it could not be read; empty where its records were refused one by one
     */
    record InboxFile(
            String name, Outcome outcome, Path now, Optional<ImportSummary> summary, Optional<Sentence> reason) {

        public InboxFile {
            requireNonNull(name, "name");
            requireNonNull(outcome, "outcome");
            requireNonNull(now, "now");
            requireNonNull(summary, "summary");
            requireNonNull(reason, "reason");
        }
    }
}
