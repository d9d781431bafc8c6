package org.quittance.engine.words;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Values by the names under which phrases ask for them. For one thread. */
public final class Values {

    private final Map<String, String> values = new HashMap<>();

    public static Values none() {
        return new Values();
    }

    public static Values of(String name, String value) {
        return new Values().and(name, value);
    }

    public Values and(String name, String value) {
        values.put(name, value);
        return this;
    }

    public Values and(String name, Optional<String> value) {
        value.ifPresent(present -> values.put(name, present));
        return this;
    }

    Optional<String> get(String name) {
        return values.containsKey(name) ? Optional.of(values.get(name)) : Optional.empty();
    }
}
