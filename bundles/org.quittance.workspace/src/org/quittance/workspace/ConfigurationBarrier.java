package org.quittance.workspace;

import java.io.IOException;
import java.util.Hashtable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.cm.ConfigurationListener;
import org.quittance.api.text.Sentence;
import org.quittance.service.workspace.WorkspaceException;
import org.quittance.service.workspace.WorkspaceException.Kind;

/**
 * Waits until every change of configuration made so far has reached the components. Configuration Admin tells its listeners
 * on one thread, one change after the other; so when the last of a row is told, the components have acted on those before it.
 */
final class ConfigurationBarrier {

    private static final String PID = "org.quittance.workspace.barrier";
    private static final long WAIT_SECONDS = 60;

    private final BundleContext context;
    private final ConfigurationAdmin admin;

    ConfigurationBarrier(BundleContext context, ConfigurationAdmin admin) {
        this.context = context;
        this.admin = admin;
    }

    void await() throws WorkspaceException {
        CountDownLatch reached = new CountDownLatch(1);
        ConfigurationListener listener = event -> {
            if (event.getType() == ConfigurationEvent.CM_UPDATED && PID.equals(event.getPid())) {
                reached.countDown();
            }
        };
        ServiceRegistration<?> registration =
                context.registerService(ConfigurationListener.class, listener, new Hashtable<>());
        try {
            Configuration last = admin.getConfiguration(PID, "?");
            last.update(new Hashtable<>());
            boolean done = reached.await(WAIT_SECONDS, TimeUnit.SECONDS);
            last.delete();
            if (!done) {
                throw new WorkspaceException(Kind.DAMAGED, Sentence.of(WorkspaceLayout.class, "services.slow"), null);
            }
        } catch (IOException e) {
            throw new WorkspaceException(
                    Kind.CONFIGURATION, Sentence.of(WorkspaceLayout.class, "configuration.refused", e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WorkspaceException(Kind.DAMAGED, Sentence.of(WorkspaceLayout.class, "services.interrupted"), e);
        } finally {
            registration.unregister();
        }
    }
}
