package org.quittance.service.agreement;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.quittance.api.model.Actor;

/**
 * Who records something, and of which day.
 *
 * @param on the day it was said or agreed; today or before
 * @param dryRun checks and computes everything, writes nothing
 */
public record Recording(Actor actor, LocalDate on, boolean dryRun) {

    public Recording {
        requireNonNull(actor, "actor");
        requireNonNull(on, "on");
    }
}
