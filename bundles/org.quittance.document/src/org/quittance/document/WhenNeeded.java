package org.quittance.document;

import java.util.Optional;
import java.util.function.Supplier;

/** Something that takes a while to make, made by the first who needs it: commands that render nothing load no fonts. */
final class WhenNeeded<T> {

    private final Supplier<T> maker;
    private Optional<T> made = Optional.empty();

    WhenNeeded(Supplier<T> maker) {
        this.maker = maker;
    }

    synchronized T get() {
        if (made.isEmpty()) {
            made = Optional.of(maker.get());
        }
        return made.get();
    }
}
