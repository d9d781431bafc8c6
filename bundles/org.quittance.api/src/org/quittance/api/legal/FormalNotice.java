package org.quittance.api.legal;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.document.MessageFacts;

/** The answer to a request for a formal notice. */
public sealed interface FormalNotice {

    /** The facts with the paragraphs the law wants. */
    static FormalNotice complete(MessageFacts facts) {
        return new Complete(facts);
    }

    /** What is missing, each as a field and what to do about it; at least one. */
    static FormalNotice incomplete(List<String> missing) {
        return new Incomplete(missing);
    }

    <T> T fold(Cases<T> cases);

    /** One answer per outcome. */
    @ProviderType
    interface Cases<T> {
        T complete(MessageFacts facts);

        T incomplete(List<String> missing);
    }

    /** See {@link FormalNotice#complete}. */
    record Complete(MessageFacts facts) implements FormalNotice {

        public Complete {
            requireNonNull(facts, "facts");
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.complete(facts);
        }
    }

    /** See {@link FormalNotice#incomplete}. */
    record Incomplete(List<String> missing) implements FormalNotice {

        public Incomplete {
            missing = List.copyOf(missing);
            if (missing.isEmpty()) {
                throw new IllegalArgumentException("an incomplete notice names what is missing");
            }
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.incomplete(missing);
        }
    }
}
