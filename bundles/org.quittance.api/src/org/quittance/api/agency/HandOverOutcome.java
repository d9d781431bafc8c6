package org.quittance.api.agency;

import static java.util.Objects.requireNonNull;

import org.osgi.annotation.versioning.ProviderType;

/** The agency's answer to a hand-over or recall. */
public sealed interface HandOverOutcome {

    /** Taken; {@code reference} is the agency's file number. */
    static HandOverOutcome acknowledged(String reference) {
        return new Acknowledged(reference);
    }

    /** Transmitted; the acknowledgement comes later as feedback. */
    static HandOverOutcome pending(String where) {
        return new Pending(where);
    }

    /** Certainly not taken. */
    static HandOverOutcome refused(String reason) {
        return new Refused(reason);
    }

    <T> T fold(Cases<T> cases);

    /** One answer per outcome. */
    @ProviderType
    interface Cases<T> {
        T acknowledged(String reference);

        T pending(String where);

        T refused(String reason);
    }

    /** See {@link HandOverOutcome#acknowledged}. */
    record Acknowledged(String reference) implements HandOverOutcome {

        public Acknowledged {
            requireNonNull(reference, "reference");
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.acknowledged(reference);
        }
    }

    /** See {@link HandOverOutcome#pending}. */
    record Pending(String where) implements HandOverOutcome {

        public Pending {
            requireNonNull(where, "where");
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.pending(where);
        }
    }

    /** See {@link HandOverOutcome#refused}. */
    record Refused(String reason) implements HandOverOutcome {

        public Refused {
            requireNonNull(reason, "reason");
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.refused(reason);
        }
    }
}
