package org.quittance.plugins;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;
import org.quittance.service.casework.CaseworkException;

/**
 * The plug-ins the framework has at this moment. They are installed by reference, so that nothing is copied out of the workspace, and for
 * as long as it is open. The framework takes bundles in only where its own folder can be written to; {@code bin/quittance} sees to it.
 */
final class RunningBundles {

    private static final long REFRESH_SECONDS = 30;

    private final BundleContext context;
    private final FrameworkWiring wiring;
    private final Map<String, Bundle> bundles = new LinkedHashMap<>();

    RunningBundles(BundleContext context) {
        this.context = context;
        this.wiring = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
    }

    Optional<Bundle> of(String name) {
        return Optional.ofNullable(bundles.get(name));
    }

    /** Whether the name is taken by a bundle of the suite itself, or of its libraries. */
    boolean isOurs(String name) {
        for (Bundle bundle : context.getBundles()) {
            if (name.equals(bundle.getSymbolicName()) && !bundles.containsValue(bundle)) {
                return true;
            }
        }
        return false;
    }

    /** Makes it known; nothing of it is executed. */
    void install(String name, Path file) throws CaseworkException {
        try {
            bundles.put(name, context.installBundle("reference:" + file.toUri()));
        } catch (BundleException e) {
            throw Refusals.input("bundle.refused", name, e);
        }
    }

    /** Starts it once everything it needs is there. */
    void start(String name) throws CaseworkException {
        Bundle bundle = bundles.get(name);
        if (!wiring.resolveBundles(List.of(bundle))) {
            List<String> missing = MissingNeeds.of(bundle, wiring);
            if (!missing.isEmpty()) {
                throw Refusals.input("bundle.lacks", name, missing);
            }
        }
        try {
            bundle.start(Bundle.START_TRANSIENT);
        } catch (BundleException e) {
            throw Refusals.input("bundle.failed", name, cause(e));
        }
        // A start level above the framework's own makes start() return without a word.
        if (bundle.getState() != Bundle.ACTIVE) {
            throw Refusals.input("bundle.inactive", name);
        }
    }

    /** What a plug-in threw says more than that it could not be started. */
    private static Throwable cause(BundleException failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure : cause;
    }

    /** Other plug-ins that are wired to it. */
    SortedSet<String> usersOf(String name) {
        SortedSet<String> users = new TreeSet<>();
        of(name).map(bundle -> bundle.adapt(BundleWiring.class)).ifPresent(used -> {
            for (BundleWire wire : used.getProvidedWires(null)) {
                users.add(wire.getRequirer().getBundle().getSymbolicName());
            }
        });
        users.remove(name);
        return users;
    }

    void remove(String name) throws CaseworkException {
        remove(List.of(name));
    }

    /** Stops and forgets, last first. */
    void removeAll() throws CaseworkException {
        List<String> names = new ArrayList<>(bundles.keySet());
        Collections.reverse(names);
        remove(names);
    }

    private void remove(Collection<String> names) throws CaseworkException {
        List<Bundle> gone = new ArrayList<>();
        @Nullable BundleException failure = null;
        for (String name : names) {
            Optional<Bundle> bundle = of(name).filter(each -> each.getState() != Bundle.UNINSTALLED);
            bundles.remove(name);
            if (bundle.isPresent()) {
                try {
                    bundle.get().uninstall();
                    gone.add(bundle.get());
                } catch (BundleException e) {
                    failure = e;
                }
            }
        }
        refresh(gone);
        if (failure != null) {
            throw Refusals.workspace(failure, "bundle.left", names, failure);
        }
    }

    /** Without it the classes of what is gone stay in use. A framework that ends has no more time for it, and no need. */
    private void refresh(List<Bundle> gone) throws CaseworkException {
        boolean isEnding = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).getState() != Bundle.ACTIVE;
        if (gone.isEmpty() || isEnding) {
            return;
        }
        CountDownLatch refreshed = new CountDownLatch(1);
        wiring.refreshBundles(gone, event -> {
            if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                refreshed.countDown();
            }
        });
        try {
            if (!refreshed.await(REFRESH_SECONDS, TimeUnit.SECONDS)) {
                throw Refusals.workspace(new TimeoutException(), "refresh.slow");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusals.workspace(e, "refresh.slow");
        }
    }
}
