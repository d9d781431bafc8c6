package org.quittance.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/** The most that was used of each part of the heap at one time, added up: what the heap must hold, garbage included. */
final class HeapWatch {

    private static final long MIB = 1024L * 1024;

    private final List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();

    HeapWatch() {
        pools.forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    long peakMiB() {
        return pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / MIB;
    }
}
