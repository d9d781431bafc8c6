package org.quittance.api.channel;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What became of a message. Connectors make outcomes with the static methods, the suite takes them apart with
 * {@link #fold}; new outcomes may appear, so nobody outside the suite implements {@link Cases}.
 */
public sealed interface SendOutcome {

    /** It left the house. {@code reference} is the medium's own name for it, or its file. */
    static SendOutcome sent(String reference) {
        return new Sent(reference);
    }

    /** It was made, and counts as sent only when somebody confirms it: a printed letter. */
    static SendOutcome awaitingConfirmation(String output) {
        return new AwaitingConfirmation(output);
    }

    /** It certainly did not leave and never will this way; another channel may be tried. */
    static SendOutcome refused(String reason) {
        return new Refused(reason);
    }

    /** It certainly did not leave now; the same may be tried later. */
    static SendOutcome deferred(String reason, Duration after) {
        return new Deferred(reason, after);
    }

    /** It may have left. Blocks repetition. */
    static SendOutcome unknown(String reason) {
        return new Unknown(reason);
    }

    <T> T fold(Cases<T> cases);

    /** One answer per outcome. */
    @ProviderType
    interface Cases<T> {
        T sent(String reference);

        T awaitingConfirmation(String output);

        T refused(String reason);

        T deferred(String reason, Duration after);

        T unknown(String reason);
    }

    /** See {@link SendOutcome#sent}. */
    record Sent(String reference) implements SendOutcome {

        public Sent {
            requireNonNull(reference, "reference");
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.sent(reference);
        }
    }

    /** See {@link SendOutcome#awaitingConfirmation}. */
    record AwaitingConfirmation(String output) implements SendOutcome {

        public AwaitingConfirmation {
            requireNonNull(output, "output");
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.awaitingConfirmation(output);
        }
    }

    /** See {@link SendOutcome#refused}. */
    record Refused(String reason) implements SendOutcome {

        public Refused {
            requireNonNull(reason, "reason");
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.refused(reason);
        }
    }

    /** See {@link SendOutcome#deferred}. */
    record Deferred(String reason, Duration after) implements SendOutcome {

        public Deferred {
            requireNonNull(reason, "reason");
            requireNonNull(after, "after");
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.deferred(reason, after);
        }
    }

    /** See {@link SendOutcome#unknown}. */
    record Unknown(String reason) implements SendOutcome {

        public Unknown {
            requireNonNull(reason, "reason");
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.unknown(reason);
        }
    }
}
