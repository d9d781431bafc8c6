package org.quittance.proof.journal;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.quittance.api.ledger.CaseJournal;
import org.quittance.api.ledger.JournalHead;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.model.CreditorId;
import org.quittance.api.time.BusinessClock;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CreditorDirectory;
import org.quittance.service.proof.HeadArchive;
import org.quittance.service.proof.JournalProof;
import org.quittance.service.workspace.Workspace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts signed heads into a folder outside the workspace. What was kept when is read from the folder itself, so that it holds over
 * restarts and for whoever else keeps heads there.
 */
@Component(configurationPid = HeadKeeper.PID)
@Designate(ocd = HeadKeeper.Destination.class)
public final class HeadKeeper implements HeadArchive {

    static final String PID = "org.quittance.proof.heads";

    private static final Logger LOG = LoggerFactory.getLogger(HeadKeeper.class);

    private final JournalProof proof;
    private final CaseJournal journal;
    private final CreditorDirectory creditors;
    private final Workspace workspace;
    private final BusinessClock clock;
    private final String folder;
    private final Duration interval;

    /** Where heads go, and how often. */
    @ObjectClassDefinition(
            name = "Quittance journal heads",
            description =
                    "Signed heads of the journal, kept where whoever can change the workspace cannot change them. One"
                            + " is kept after each run and each dispatch, and after other work at the interval below.")
    public @interface Destination {

        @AttributeDefinition(
                name = "Folder",
                description = "Absolute path outside the workspace, such as a mounted archive; empty keeps none.",
                required = false)
        String folder() default "";

        @AttributeDefinition(
                name = "Interval",
                description = "Hours after which the next head is kept, once the journal has grown.",
                required = false,
                min = "1")
        long intervalHours() default 24;
    }

    @Activate
    public HeadKeeper(
            @Reference JournalProof proof,
            @Reference CaseJournal journal,
            @Reference CreditorDirectory creditors,
            @Reference Workspace workspace,
            @Reference BusinessClock clock,
            Destination destination) {
        this.proof = requireNonNull(proof, "proof");
        this.journal = requireNonNull(journal, "journal");
        this.creditors = requireNonNull(creditors, "creditors");
        this.workspace = requireNonNull(workspace, "workspace");
        this.clock = requireNonNull(clock, "clock");
        this.folder = destination.folder().strip();
        this.interval = Duration.ofHours(destination.intervalHours());
    }

    @Override
    public void keep(CreditorId creditor) {
        attempt(creditor, target -> proof.export(creditor, target, false));
    }

    @Override
    public void keepDue() {
        if (folder.isEmpty()) {
            return;
        }
        try {
            for (CreditorId creditor : all()) {
                attempt(creditor, target -> {
                    if (isDue(creditor, target)) {
                        proof.export(creditor, target, false);
                    }
                });
            }
        } catch (RuntimeException e) {
            LOG.warn("No head of the journal was kept in {}: the creditors are not known", folder, e);
        }
    }

    /** A broken configuration keeps nobody's journal from being anchored. */
    private SortedSet<CreditorId> all() {
        SortedSet<CreditorId> all = new TreeSet<>();
        creditors.creditors().forEach(creditor -> all.add(creditor.id()));
        creditors.broken().keySet().forEach(id -> all.add(CreditorId.of(id)));
        return all;
    }

    private boolean isDue(CreditorId creditor, Path target) throws LedgerException, IOException {
        Optional<JournalHead> head = journal.head(creditor);
        if (head.isEmpty() || Files.exists(HeadFile.in(target, head.get()))) {
            return false;
        }
        Optional<Instant> last = HeadFile.lastSigned(target, head.get());
        return last.isEmpty() || !clock.now().isBefore(last.get().plus(interval));
    }

    @Override
    public Optional<Trouble> trouble() {
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        try {
            Path existing = target();
            if (isInWorkspace(existing)) {
                return Optional.of(new Trouble(folder, Cause.IN_WORKSPACE));
            }
            while (existing.getParent() != null && Files.notExists(existing)) {
                existing = existing.getParent();
            }
            boolean usable = Files.isDirectory(existing) && Files.isWritable(existing);
            return usable ? Optional.empty() : Optional.of(new Trouble(folder, Cause.UNUSABLE));
        } catch (InvalidPathException e) {
            return Optional.of(new Trouble(folder, Cause.UNUSABLE));
        }
    }

    private Path target() {
        return Path.of(folder).toAbsolutePath().normalize();
    }

    private boolean isInWorkspace(Path target) {
        return target.startsWith(workspace.directory().toAbsolutePath().normalize());
    }

    /** One attempt at keeping a head. */
    @FunctionalInterface
    private interface Attempt {

        void in(Path target) throws CaseworkException, LedgerException, IOException;
    }

    private void attempt(CreditorId creditor, Attempt attempt) {
        if (folder.isEmpty()) {
            return;
        }
        try {
            Path target = target();
            if (isInWorkspace(target)) {
                LOG.warn(
                        "No head of the journal is kept: {} lies in the workspace, where it proves nothing; set another"
                                + " folder in etc/{}.json",
                        target,
                        PID);
                return;
            }
            attempt.in(target);
        } catch (CaseworkException | LedgerException | IOException | RuntimeException e) {
            LOG.warn("The head of the journal of {} was not kept in {}: {}", creditor, folder, e.getMessage());
        }
    }
}
