package org.quittance.plugins;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.jar.JarFile;
import java.util.zip.ZipException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.quittance.api.model.Actor;
import org.quittance.api.model.Sha256;
import org.quittance.api.text.Sentence;
import org.quittance.plugins.PlugInRecord.Entry;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.plugin.PlugIn;
import org.quittance.service.plugin.PlugIns.Leave;
import org.quittance.service.workspace.Workspace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the plug-ins of a workspace from the moment it is open until it is closed, and changes which there are. Made as soon as there is
 * an open workspace, before its configuration is published: a plug-in that does not come up costs itself only.
 */
@Component(service = OpenPlugIns.class, immediate = true)
public final class OpenPlugIns {

    private static final Logger LOG = LoggerFactory.getLogger(OpenPlugIns.class);
    private static final String UNFINISHED = ".part";

    private final Path folder;
    private final Path trustedSigners;
    private final PlugInRecord record;
    private final RunningBundles bundles;
    private final ServiceComponentRuntime components;
    private final Map<String, Sentence> problems = new HashMap<>();

    /** Written once a change is known to work, before it is on record. */
    interface Journal {

        void write(String kind, Entry entry) throws CaseworkException;
    }

    @Activate
    public OpenPlugIns(
            BundleContext context, @Reference Workspace workspace, @Reference ServiceComponentRuntime components) {
        this.folder = workspace.directory().resolve("plugins");
        this.trustedSigners = workspace.directory().resolve("etc").resolve("trusted-signers");
        this.record = new PlugInRecord(folder.resolve("installed.json"));
        this.bundles = new RunningBundles(context);
        this.components = components;
        try {
            bringUp(record.read());
        } catch (CaseworkException e) {
            LOG.warn("no plug-in runs: {}", e.sentence());
        }
    }

    @Deactivate
    synchronized void close() {
        try {
            bundles.removeAll();
        } catch (CaseworkException e) {
            LOG.warn("plug-ins did not go with their workspace", e);
        }
    }

    /** All are known before the first one starts: one may need another. */
    private void bringUp(SortedMap<String, Entry> entries) {
        for (Entry entry : entries.values()) {
            attempt(entry, () -> {
                refuseChanged(entry);
                bundles.install(entry.name(), folder.resolve(entry.fileName()));
            });
        }
        for (Entry entry : entries.values()) {
            if (bundles.of(entry.name()).isPresent()) {
                attempt(entry, () -> bundles.start(entry.name()));
            }
        }
    }

    /** One step on the way up. */
    private interface Step {

        void run() throws CaseworkException;
    }

    private void attempt(Entry entry, Step step) {
        try {
            step.run();
        } catch (CaseworkException e) {
            problems.put(entry.name(), e.sentence());
            LOG.warn("plug-in {} does not run: {}", entry.name(), e.sentence());
        }
    }

    private void refuseChanged(Entry entry) throws CaseworkException {
        Path file = folder.resolve(entry.fileName());
        if (!sha256(file).equals(entry.sha256())) {
            throw Refusals.input("file.changed", file);
        }
    }

    private static String sha256(Path file) throws CaseworkException {
        try {
            return Sha256.hex(Files.readAllBytes(file));
        } catch (IOException e) {
            throw Refusals.workspace(e, "file.unreadable", file, e);
        }
    }

    synchronized List<PlugIn> installed() throws CaseworkException {
        return record.read().values().stream()
                .map(entry -> seen(entry, Optional.empty()))
                .toList();
    }

    private PlugIn seen(Entry entry, Optional<String> replaced) {
        Optional<Bundle> bundle = bundles.of(entry.name());
        boolean isActive = bundle.isPresent() && bundle.get().getState() == Bundle.ACTIVE;
        return new PlugIn(
                entry.name(),
                entry.version().toString(),
                entry.sha256(),
                entry.signer(),
                replaced,
                isActive ? ComponentParts.of(bundle.get(), components) : List.of(),
                isActive
                        ? Optional.empty()
                        : Optional.of(
                                problems.getOrDefault(entry.name(), Refusals.said("bundle.inactive", entry.name()))));
    }

    synchronized PlugIn install(Path file, Leave leave, Actor actor, Journal journal) throws CaseworkException {
        SortedMap<String, Entry> entries = record.read();
        // What is checked is our own copy, so that nobody can change it between the check and its use.
        Path copy = copied(file);
        try {
            Entry entry = checked(copy, file, leave, actor);
            Optional<Entry> before = Optional.ofNullable(entries.get(entry.name()));
            if (before.isPresent() && before.get().sha256().equals(entry.sha256()) && isRunning(entry)) {
                return seen(entry, Optional.empty());
            }
            refuseUnwanted(entry, before, leave);
            DurableFile.publish(copy, folder.resolve(entry.fileName()));
            exchange(entries, before, entry, journal);
            return seen(entry, before.map(old -> old.version().toString()));
        } catch (IOException e) {
            throw Refusals.workspace(e, "file.unwritable", folder, e);
        } finally {
            delete(copy);
        }
    }

    private boolean isRunning(Entry entry) {
        return bundles.of(entry.name())
                .filter(bundle -> bundle.getState() == Bundle.ACTIVE)
                .isPresent();
    }

    private Path copied(Path file) throws CaseworkException {
        Path copy = folder.resolve("install" + UNFINISHED);
        try {
            if (!Files.isRegularFile(file)) {
                throw Refusals.input(Files.exists(file) ? "file.no-bundle" : "file.absent", file);
            }
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            return copy;
        } catch (NoSuchFileException e) {
            throw Refusals.input("file.absent", file);
        } catch (IOException e) {
            delete(copy);
            throw Refusals.workspace(e, "file.not-copied", file, folder, e);
        }
    }

    /** Everything that can be said about a file without executing any of it. */
    private Entry checked(Path copy, Path shown, Leave leave, Actor actor) throws IOException, CaseworkException {
        try (JarFile jar = new JarFile(copy.toFile(), true)) {
            BundleFile bundle = BundleFile.read(jar, shown);
            Optional<String> signer = Signature.of(jar, TrustedSigners.read(trustedSigners), shown);
            boolean isAllowed = leave.unsigned().filter(bundle.name()::equals).isPresent();
            if (signer.isEmpty() && !isAllowed) {
                throw Refusals.input("signature.none", bundle.name(), trustedSigners);
            }
            return new Entry(
                    bundle.name(),
                    bundle.version(),
                    sha256(copy),
                    signer,
                    signer.isPresent() ? Optional.empty() : Optional.of(actor.name()));
        } catch (ZipException e) {
            throw Refusals.input("file.no-bundle", shown);
        }
    }

    private void refuseUnwanted(Entry entry, Optional<Entry> before, Leave leave) throws CaseworkException {
        if (bundles.isOurs(entry.name())) {
            throw Refusals.input("bundle.ours", entry.name());
        }
        if (before.isEmpty()) {
            return;
        }
        int newer = entry.version().compareTo(before.get().version());
        if (newer == 0 && !entry.sha256().equals(before.get().sha256())) {
            throw Refusals.input("version.same", entry.name(), entry.version());
        }
        if (newer < 0 && !leave.downgrade()) {
            throw Refusals.input(
                    "version.older", entry.name(), entry.version(), before.get().version());
        }
    }

    /** Puts the new one in the place of the old one; where that fails the old one is put back. */
    private void exchange(SortedMap<String, Entry> entries, Optional<Entry> before, Entry entry, Journal journal)
            throws CaseworkException {
        boolean done = false;
        try {
            bundles.remove(entry.name());
            bundles.install(entry.name(), folder.resolve(entry.fileName()));
            bundles.start(entry.name());
            journal.write(before.isPresent() ? "plugin.updated" : "plugin.installed", entry);
            entries.put(entry.name(), entry);
            record.write(entries.values());
            problems.remove(entry.name());
            done = true;
        } finally {
            if (!done) {
                putBack(before, entry);
            }
        }
        before.filter(old -> !old.fileName().equals(entry.fileName()))
                .ifPresent(old -> delete(folder.resolve(old.fileName())));
    }

    private void putBack(Optional<Entry> before, Entry failed) throws CaseworkException {
        bundles.remove(failed.name());
        if (before.isEmpty() || !before.get().fileName().equals(failed.fileName())) {
            delete(folder.resolve(failed.fileName()));
        }
        before.ifPresent(old -> {
            attempt(old, () -> bundles.install(old.name(), folder.resolve(old.fileName())));
            attempt(old, () -> bundles.start(old.name()));
        });
    }

    synchronized PlugIn uninstall(String name, Journal journal) throws CaseworkException {
        SortedMap<String, Entry> entries = record.read();
        if (!entries.containsKey(name)) {
            throw Refusals.usage("plugin.none", name, entries.keySet());
        }
        Entry entry = entries.get(name);
        SortedSet<String> users = bundles.usersOf(name);
        if (!users.isEmpty()) {
            throw Refusals.usage("plugin.used", name, users);
        }
        PlugIn last = seen(entry, Optional.empty());
        journal.write("plugin.removed", entry);
        entries.remove(name);
        record.write(entries.values());
        problems.remove(name);
        bundles.remove(name);
        delete(folder.resolve(entry.fileName()));
        return last;
    }

    /** What stays is harmless: it is not on record. */
    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} is left over and can be deleted by hand", file, e);
        }
    }
}
