package org.quittance.cli.command;

import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CaseworkException.Kind;
import org.quittance.service.casework.Failures;

/** Finds services; waits for those that come up on their own threads after the workspace was opened. */
public final class ServiceAccess {

    private static final long WAIT_MILLIS = 20_000;

    private final BundleContext context;

    public ServiceAccess(BundleContext context) {
        this.context = context;
    }

    /** The service with the highest rank, as soon as there is one. */
    public <T> T require(Class<T> type) throws CaseworkException {
        ServiceTracker<T, T> tracker = new ServiceTracker<>(context, type, null);
        tracker.open();
        try {
            T service = tracker.waitForService(WAIT_MILLIS);
            if (service == null) {
                throw Failures.refusal(Kind.UNAVAILABLE, "service.absent", type.getSimpleName());
            }
            return service;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CaseworkException(
                    Kind.UNAVAILABLE, Failures.said("service.interrupted", type.getSimpleName()), e);
        } finally {
            tracker.close();
        }
    }

    /** The service with the highest rank if it is there now; for what can be left out. */
    <T> Optional<T> present(Class<T> type) {
        ServiceTracker<T, T> tracker = new ServiceTracker<>(context, type, null);
        tracker.open();
        try {
            return Optional.ofNullable(tracker.getService());
        } finally {
            tracker.close();
        }
    }

    BundleContext context() {
        return context;
    }
}
