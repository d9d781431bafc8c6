package org.quittance.scenario.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.quittance.api.model.Actor;
import org.quittance.api.model.CreditorId;
import org.quittance.service.casework.ImportService;
import org.quittance.service.workspace.Workspace;
import org.quittance.service.workspace.Workspaces;

/** A simulated workspace of the demo's firm, opened in this framework; services are asked for each time they are used. */
final class OpenFirm implements AutoCloseable {

    static final Actor EVERYBODY = Actor.withAllRoles("scenario");

    private static final String DATABASE = "org.quittance.store.sqlite.SqliteDatabase";
    private static final String DEMO = "org/quittance/cli/demo/";
    private static final String FIRM = "atelier-exemple";
    private static final long PATIENCE_SECONDS = 30;

    private final BundleContext context =
            FrameworkUtil.getBundle(OpenFirm.class).getBundleContext();
    private final Path folder;
    private final Workspace workspace;

    private OpenFirm(Path folder, LocalDate today) throws Exception {
        this.folder = folder;
        Files.createDirectories(folder);
        service(Workspaces.class).open(folder, Optional.of(today)).close();
        awaitClosed();
        Path creditors = folder.resolve("etc").resolve("creditors");
        Files.delete(creditors.resolve("main.json"));
        copy(FIRM + ".json", creditors.resolve(FIRM + ".json"));
        Files.writeString(
                folder.resolve("etc").resolve("org.quittance.channel.email~default.json"), "{\"simulated\": true}");
        this.workspace = service(Workspaces.class).open(folder, Optional.empty());
    }

    /** A new workspace whose clock stands on a day. */
    static OpenFirm on(Path folder, LocalDate today) throws Exception {
        return new OpenFirm(folder, today);
    }

    CreditorId creditor() {
        return CreditorId.of(FIRM);
    }

    Workspace workspace() {
        return workspace;
    }

    BundleContext context() {
        return context;
    }

    /** The service, waited for, since components come up on threads of their own. It is kept until the framework stops. */
    <T> T service(Class<T> type) throws InterruptedException {
        ServiceTracker<T, T> tracker = new ServiceTracker<>(context, type, null);
        tracker.open();
        try {
            tracker.waitForService(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            ServiceReference<T> reference = tracker.getServiceReference();
            assertTrue(reference != null, "the service " + type.getName() + " did not start");
            return context.getService(reference);
        } finally {
            tracker.close();
        }
    }

    ImportService.ImportSummary take(Path file, Path mapping) throws Exception {
        return service(ImportService.class)
                .importFiles(
                        creditor(),
                        new ImportService.ImportRequest(List.of(file), Optional.of("csv"), Optional.of(mapping), false),
                        EVERYBODY,
                        new ImportService.ImportListener() {});
    }

    /** Imports a table of the demo's firm. */
    void takeDemo(String table) throws Exception {
        Path input = Files.createDirectories(folder.resolve("input"));
        copy(table + ".csv", input.resolve(table + ".csv"));
        copy(table + ".mapping.json", input.resolve(table + ".mapping.json"));
        take(input.resolve(table + ".csv"), input.resolve(table + ".mapping.json"));
    }

    void policy(String id, String json) throws IOException {
        Files.writeString(folder.resolve("etc").resolve("policies").resolve(id + ".json"), json);
    }

    private void copy(String name, Path target) throws IOException {
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getSymbolicName().equals("org.quittance.cli")) {
                URL entry = bundle.getResource(DEMO + name);
                try (InputStream in = entry.openStream()) {
                    Files.copy(in, target);
                }
                return;
            }
        }
        throw new IOException("the bundle with the demo is not installed");
    }

    @Override
    public void close() throws Exception {
        workspace.close();
        awaitClosed();
    }

    /** Configurations are withdrawn on a thread of their own; the next workspace must not meet the database of this one. */
    private void awaitClosed() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        ServiceListener listener = event -> {
            if (event.getType() == ServiceEvent.UNREGISTERING) {
                gone.countDown();
            }
        };
        context.addServiceListener(listener, "(objectClass=" + DATABASE + ")");
        try {
            if (context.getAllServiceReferences(DATABASE, null) != null) {
                assertTrue(gone.await(PATIENCE_SECONDS, TimeUnit.SECONDS), "the database did not close");
            }
        } finally {
            context.removeServiceListener(listener);
        }
    }
}
