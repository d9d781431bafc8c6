package org.quittance.service.bench;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.model.Actor;
import org.quittance.service.casework.CaseworkException;

/** Makes a ledger of a given size with a fixed seed in the open workspace and measures the main phases on it. */
@ProviderType
public interface BenchService {

    /**
     * @param invoices open invoices to make, ten per debtor, half of them overdue
     * @param scratch an existing folder for the files to import
     */
    BenchReport run(int invoices, Path scratch, Actor actor, BenchListener listener) throws CaseworkException;

    /** @param peakHeapMiB largest heap in use after a collection or at a sample */
    record BenchReport(List<Phase> phases, long peakHeapMiB) {

        public BenchReport {
            phases = List.copyOf(phases);
        }
    }

    /**
     * One phase: {@code import}, {@code history}, {@code answers}, {@code floor}, {@code dry-run}, {@code planning}, {@code
     * claims}, {@code run}, {@code matching}, {@code letters}, {@code letters-standard14}.
     */
    record Phase(String name, BigDecimal seconds, long items) {

        public Phase {
            requireNonNull(name, "name");
            requireNonNull(seconds, "seconds");
        }
    }

    /** Hears about phases as they end. */
    interface BenchListener {

        default void begun(String phase) {}

        default void ended(Phase phase) {}
    }
}
