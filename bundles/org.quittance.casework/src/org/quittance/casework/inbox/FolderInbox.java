package org.quittance.casework.inbox;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.model.Actor;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.text.Sentence;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CaseworkException.Kind;
import org.quittance.service.casework.CreditorDirectory;
import org.quittance.service.casework.HeardImport;
import org.quittance.service.casework.ImportService;
import org.quittance.service.casework.ImportService.ImportListener;
import org.quittance.service.casework.ImportService.ImportRequest;
import org.quittance.service.casework.ImportService.ImportSummary;
import org.quittance.service.casework.InboxService;
import org.quittance.service.workspace.Workspace;

/** The folder {@code inbox} of the workspace. Safe for any thread: one pass at a time. */
@Component
public final class FolderInbox implements InboxService {

    private static final String FOLDER = "inbox";
    private static final String MAPPINGS = "etc/mappings";

    private final Workspace workspace;
    private final ImportService importer;
    private final CreditorDirectory creditors;

    @Activate
    public FolderInbox(
            @Reference Workspace workspace, @Reference ImportService importer, @Reference CreditorDirectory creditors) {
        this.workspace = requireNonNull(workspace, "workspace");
        this.importer = requireNonNull(importer, "importer");
        this.creditors = requireNonNull(creditors, "creditors");
    }

    @Override
    public Path folder() {
        return workspace.directory().resolve(FOLDER);
    }

    @Override
    public List<InboxFile> pass(CreditorId creditor, Actor actor, ImportListener listener) throws CaseworkException {
        return pass(creditor, name -> true, actor, listener);
    }

    @Override
    public List<InboxFile> pass(CreditorId creditor, Set<String> names, Actor actor, ImportListener listener)
            throws CaseworkException {
        return pass(creditor, Set.copyOf(names)::contains, actor, listener);
    }

    private List<InboxFile> pass(CreditorId creditor, Predicate<String> wanted, Actor actor, ImportListener listener)
            throws CaseworkException {
        requireNonNull(creditor, "creditor");
        // Before anything is moved: a wrong name would refuse every file.
        Locale language = creditors
                .creditor(creditor)
                .map(Creditor::language)
                .orElseThrow(() -> new CaseworkException(
                        Kind.USAGE, Sentence.of(FolderInbox.class, "creditor.unknown", creditor)));
        try (DropFolder folder = DropFolder.lock(folder())
                .orElseThrow(() -> new CaseworkException(
                        Kind.UNAVAILABLE, Sentence.of(FolderInbox.class, "inbox.busy", folder())))) {
            return new Pass(folder, creditor, actor, listener, language).run(wanted);
        } catch (IOException e) {
            throw new CaseworkException(
                    Kind.INPUT, Sentence.of(FolderInbox.class, "inbox.unusable", folder(), Sentence.from(e)), e);
        }
    }

    private final class Pass {

        private final DropFolder folder;
        private final CreditorId creditor;
        private final Actor actor;
        private final ImportListener listener;
        private final Locale language;
        private final Map<String, InboxFile> results = new TreeMap<>();

        private Pass(DropFolder folder, CreditorId creditor, Actor actor, ImportListener listener, Locale language) {
            this.folder = folder;
            this.creditor = creditor;
            this.actor = actor;
            this.listener = listener;
            this.language = language;
        }

        /** Files may refer to others that come later, so what was refused in part is tried once more behind them all. */
        private List<InboxFile> run(Predicate<String> wanted) throws IOException, CaseworkException {
            List<Path> files = folder.files().stream()
                    .filter(file -> wanted.test(file.getFileName().toString()))
                    .toList();
            List<Path> again = new ArrayList<>();
            for (Path file : files) {
                if (!take(file, files.size() == 1)) {
                    again.add(file);
                }
            }
            for (Path file : again) {
                take(file, true);
            }
            return List.copyOf(results.values());
        }

        /** Whether that is the end of it; a file that is refused in part stays unless this is its last try. */
        private boolean take(Path file, boolean last) throws IOException, CaseworkException {
            String name = file.getFileName().toString();
            DropFolder.Look before = DropFolder.Look.at(file);
            if (!folder.isQuiet(before)) {
                stays(file, name);
                return true;
            }
            Optional<Path> beside = folder.mappingBeside(file);
            HeardImport heard = new HeardImport();
            Optional<Path> mapping = beside.isPresent() ? beside : commonMapping(name);
            try {
                ImportRequest request = new ImportRequest(List.of(file), Optional.empty(), mapping, false);
                ImportSummary summary = importer.importFiles(creditor, request, actor, heard);
                if (!DropFolder.Look.at(file).equals(before)) {
                    stays(file, name);
                    return true;
                }
                boolean whole = heard.rejections().isEmpty();
                if (!whole && !last) {
                    return false;
                }
                heard.tell(listener);
                Outcome outcome =
                        whole ? Outcome.PROCESSED : tookNothing(summary, heard) ? Outcome.REFUSED : Outcome.PARTLY;
                String reason =
                        whole && heard.warnings().isEmpty() ? "" : ReasonFile.of(name, outcome, heard, language);
                boolean refused = outcome == Outcome.REFUSED;
                Path moved = folder.move(file, refused ? DropFolder.REFUSED : DropFolder.PROCESSED, reason);
                moveMapping(beside, moved);
                results.put(name, new InboxFile(name, outcome, moved, Optional.of(summary), Optional.empty()));
            } catch (CaseworkException e) {
                if (e.kind() != Kind.INPUT && e.kind() != Kind.USAGE) {
                    throw e;
                }
                refuse(file, name, beside, Sentence.from(e));
            }
            return true;
        }

        private void refuse(Path file, String name, Optional<Path> mapping, Sentence reason) throws IOException {
            Path moved = folder.move(file, DropFolder.REFUSED, ReasonFile.refused(name, reason, language));
            moveMapping(mapping, moved);
            results.put(name, new InboxFile(name, Outcome.REFUSED, moved, Optional.empty(), Optional.of(reason)));
        }

        private void moveMapping(Optional<Path> mapping, Path moved) throws IOException {
            if (mapping.isPresent()) {
                folder.moveMapping(mapping.get(), moved);
            }
        }

        private void stays(Path file, String name) {
            results.put(name, new InboxFile(name, Outcome.WAITING, file, Optional.empty(), Optional.empty()));
        }

        /** The mapping of the workspace with the longest name that the file's name begins with. */
        private Optional<Path> commonMapping(String name) throws IOException {
            Path mappings = workspace.directory().resolve(MAPPINGS);
            if (!Files.isDirectory(mappings)) {
                return Optional.empty();
            }
            try (Stream<Path> entries = Files.list(mappings)) {
                return entries.filter(file -> file.getFileName().toString().endsWith(DropFolder.MAPPING))
                        .filter(file -> name.startsWith(stem(file)))
                        .max(Comparator.comparingInt(file -> stem(file).length()));
            }
        }
    }

    /** Such as an e-invoice, which is one record; what is known already counts as taken. */
    private static boolean tookNothing(ImportSummary summary, HeardImport heard) {
        long taken = summary.invoices()
                + summary.creditNotes()
                + summary.payments()
                + summary.debtors()
                + summary.evidence()
                + summary.reminders()
                + summary.unchanged();
        return taken == 0 && !heard.hasEntriesOrStatuses();
    }

    private static String stem(Path mapping) {
        String name = mapping.getFileName().toString();
        return name.substring(0, name.length() - DropFolder.MAPPING.length());
    }
}
