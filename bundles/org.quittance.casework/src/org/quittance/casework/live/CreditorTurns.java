package org.quittance.casework.live;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.quittance.api.model.CreditorId;
import org.quittance.service.casework.Turns;

/**
 * A fair lock for each creditor. A component of its own without references, so that replacing any service never makes a second
 * set of locks while work under the first goes on.
 */
@Component
public final class CreditorTurns implements Turns {

    private final Map<CreditorId, ReentrantLock> locks = new ConcurrentHashMap<>();

    @Activate
    public CreditorTurns() {}

    @Override
    public Turn take(CreditorId creditor) {
        ReentrantLock lock = locks.computeIfAbsent(creditor, id -> new ReentrantLock(true));
        lock.lock();
        return lock::unlock;
    }
}
