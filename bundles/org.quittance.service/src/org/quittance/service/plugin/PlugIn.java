package org.quittance.service.plugin;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.quittance.api.text.Sentence;

/**
 * One installed plug-in, as it is at this moment.
 *
 * @param name the bundle's symbolic name
 * @param sha256 of its file
 * @param signer subject of the trusted certificate that signed it; empty for one that was allowed by name
 * @param replaced version whose place it took just now
 * @param parts its components; none where the bundle has none, or is not active
 * @param problem why it is not active; empty where it is
 */
public record PlugIn(
        String name,
        String version,
        String sha256,
        Optional<String> signer,
        Optional<String> replaced,
        List<Part> parts,
        Optional<Sentence> problem) {

    public PlugIn {
        requireNonNull(name, "name");
        requireNonNull(version, "version");
        requireNonNull(sha256, "sha256");
        requireNonNull(signer, "signer");
        requireNonNull(replaced, "replaced");
        parts = List.copyOf(parts);
        requireNonNull(problem, "problem");
    }

    /** Whether it runs, and nothing its components need is missing; a component may still wait for its configuration. */
    public boolean isWell() {
        return problem.isEmpty() && parts.stream().noneMatch(part -> part.state() == State.UNSATISFIED);
    }

    /**
     * @param name of the component
     * @param missing names of references nobody fulfils, or why it failed
     */
    public record Part(String name, State state, String missing) {

        public Part {
            requireNonNull(name, "name");
            requireNonNull(state, "state");
            requireNonNull(missing, "missing");
        }
    }

    /** States of a component. */
    public enum State {
        /** Its service is there. */
        SATISFIED,
        /** It waits for a file in {@code etc/}. */
        NOT_CONFIGURED,
        /** It needs a service nobody provides, or failed when it was made. */
        UNSATISFIED
    }
}
