package org.quittance.service.proof;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.model.Actor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.service.casework.CaseworkException;

/** What is held about one debtor: given to them, and erased once the law no longer asks to keep it. Safe for any thread. */
@ProviderType
public interface PersonalData {

    /**
     * Writes everything held about a debtor into one archive: data as JSON, documents as they were sent. Journalled.
     *
     * @throws CaseworkException USAGE for an unknown debtor or a file that exists; INPUT where it cannot be written
     */
    Exported export(CreditorId creditor, DebtorId debtor, Path file, Actor actor) throws CaseworkException;

    /** What erasing today would come to. Writes nothing. */
    Erasure plan(CreditorId creditor, DebtorId debtor, LocalDate today) throws CaseworkException;

    /**
     * Erases what may be erased today. The chain of the journal stays valid.
     *
     * Where {@link #plan} names obstacles it comes back with them and nothing is erased.
     *
     * @throws CaseworkException WORKSPACE where a file of the debtor could not be deleted
     */
    Erasure erase(CreditorId creditor, DebtorId debtor, LocalDate today, Actor actor) throws CaseworkException;

    /** What an archive holds. */
    record Exported(Path file, long rows, long documents) {

        public Exported {
            requireNonNull(file, "file");
        }
    }

    /**
     * @param obstacles why nothing is erased today; empty when it may be, or was
     * @param kept what stays for the time being, until when and under which article
     * @param rows rows erased, payloads of the journal among them; 0 in a plan
     * @param documents documents erased, from the database and from the workspace's folders; 0 in a plan
     */
    record Erasure(List<Obstacle> obstacles, List<Kept> kept, boolean done, long rows, long documents) {

        public Erasure {
            obstacles = List.copyOf(obstacles);
            kept = List.copyOf(kept);
        }
    }

    /**
     * @param count how many items, messages or commitments; 0 where that says nothing
     * @param until last day on which it stands in the way, where that is known
     * @param article the law, where it is the law
     */
    record Obstacle(Reason reason, long count, Optional<LocalDate> until, Optional<String> article) {

        public Obstacle {
            requireNonNull(reason, "reason");
            requireNonNull(until, "until");
            requireNonNull(article, "article");
        }
    }

    /** Reasons why nothing may be erased. */
    enum Reason {
        OPEN_ITEMS,
        LIVE_MESSAGES,
        COMMITMENTS,
        /** The case may still be needed to establish or defend a claim. */
        CASE_RETENTION
    }

    /** @param until last day, inclusive */
    record Kept(Category category, LocalDate until, String article, boolean lawyerValidated) {

        public Kept {
            requireNonNull(category, "category");
            requireNonNull(until, "until");
            requireNonNull(article, "article");
        }
    }

    /** Kinds of data with a time of their own. */
    enum Category {
        /** Messages, letters, promises, disputes, the payloads of the journal, and the directory. */
        CASE,
        /** Invoices, credit notes and payments. */
        ACCOUNTS
    }
}
