package org.quittance.casework.inbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quittance.api.model.Actor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.text.Sentence;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.InboxService;
import org.quittance.service.casework.InboxService.InboxFile;
import org.quittance.service.casework.InboxService.Outcome;
import org.quittance.service.casework.InboxWatch.Listener;

/**
 * One look into the inbox after the other. A file that two looks find alike, in size and time, is complete. What fails is tried again,
 * ever more rarely. For one thread.
 */
public final class WatchSteps {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final InboxService inbox;
    private final CreditorId creditor;
    private final Actor actor;
    private final Listener listener;
    private Map<String, DropFolder.Look> seen = Map.of();
    private boolean wasThere;
    private Optional<String> told = Optional.empty();
    private Duration pause = FIRST_PAUSE;
    private Duration resume = Duration.ZERO;

    public WatchSteps(InboxService inbox, CreditorId creditor, Actor actor, Listener listener) {
        this.inbox = inbox;
        this.creditor = creditor;
        this.actor = actor;
        this.listener = listener;
    }

    /** @param now since the watch began */
    public void look(Duration now) {
        if (now.compareTo(resume) < 0) {
            return;
        }
        try {
            Set<String> complete = complete();
            if (!complete.isEmpty()) {
                take(complete);
            }
            told = Optional.empty();
            pause = FIRST_PAUSE;
        } catch (CaseworkException e) {
            failed(Sentence.from(e), now);
        } catch (NoSuchFileException gone) {
            failed(Sentence.of(FolderInbox.class, "inbox.gone", inbox.folder()), now);
        } catch (IOException e) {
            failed(Sentence.of(FolderInbox.class, "inbox.unusable", inbox.folder(), Sentence.from(e)), now);
        }
    }

    /** A folder that was never there is made; one that went away, a share that is offline for instance, is not. */
    private Set<String> complete() throws IOException {
        Path folder = inbox.folder();
        if (!wasThere) {
            Files.createDirectories(folder);
            wasThere = true;
        }
        Map<String, DropFolder.Look> now = new HashMap<>();
        for (Path file : DropFolder.files(folder)) {
            look(file).ifPresent(look -> now.put(file.getFileName().toString(), look));
        }
        Set<String> complete = new HashSet<>();
        now.forEach((name, look) -> {
            if (look.size() > 0 && look.equals(seen.get(name))) {
                complete.add(name);
            }
        });
        seen = now;
        return complete;
    }

    /** Empty for a file that is gone meanwhile. */
    private static Optional<DropFolder.Look> look(Path file) throws IOException {
        try {
            return Optional.of(DropFolder.Look.at(file));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }

    private void take(Set<String> names) throws CaseworkException {
        List<InboxFile> files = inbox.pass(creditor, names, actor, listener).stream()
                .filter(file -> file.outcome() != Outcome.WAITING)
                .toList();
        if (!files.isEmpty()) {
            listener.taken(files);
        }
    }

    private void failed(Sentence reason, Duration now) {
        String text = reason.toString();
        if (!told.equals(Optional.of(text))) {
            listener.failed(reason);
            told = Optional.of(text);
        }
        resume = now.plus(pause);
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
