package org.quittance.service.casework;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.channel.ChannelReport;
import org.quittance.api.ledger.MessageId;
import org.quittance.api.model.Actor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;

/** Files what comes back on channels to the case it is about. Role CLERK. Safe for any thread. */
@ProviderType
public interface FeedbackService {

    /**
     * One pass over every channel that can be asked. An answer of the debtor holds dunning until a person lifts the hold. What was
     * filed before is not filed again.
     */
    Feedback fetch(CreditorId creditor, Actor actor) throws CaseworkException;

    /**
     * What a pass found.
     *
     * @param unrelated messages that are about nothing sent for this creditor
     * @param failures channels that could not be asked, each in a sentence; the others were
     */
    record Feedback(List<Filed> filed, long unrelated, List<String> failures) {

        public Feedback {
            filed = List.copyOf(filed);
            failures = List.copyOf(failures);
        }
    }

    /** A report that was filed to a case. */
    record Filed(MessageId message, DebtorId debtor, ChannelReport.Kind kind, String from) {

        public Filed {
            requireNonNull(message, "message");
            requireNonNull(debtor, "debtor");
            requireNonNull(kind, "kind");
            requireNonNull(from, "from");
        }
    }
}
