package org.quittance.service.casework;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.model.Actor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.text.Sentence;
import org.quittance.service.casework.ImportService.ImportListener;
import org.quittance.service.casework.InboxService.InboxFile;

/** Looks into the inbox from time to time and imports what is complete. Safe for any thread; one watch at a time. */
@ProviderType
public interface InboxWatch {

    /**
     * Begins to watch, on a thread of its own. What lies there already is taken too.
     *
     * @throws IllegalStateException if it watches already
     */
    void start(CreditorId creditor, Actor actor, Listener listener);

    /** Ends it; waits for the file that is being imported. Does nothing where nothing is watched. */
    void stop();

    boolean isWatching();

    /** Hears what comes of it, on the watching thread. */
    interface Listener extends ImportListener {

        /** What became of the files of one pass. */
        void taken(List<InboxFile> files);

        /** The folder cannot be used, or the ledger failed: everything stays, and it is tried again. Told once for each reason. */
        void failed(Sentence reason);
    }
}
