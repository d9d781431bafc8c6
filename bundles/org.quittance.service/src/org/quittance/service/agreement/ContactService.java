package org.quittance.service.agreement;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.ledger.CaseAgreements;
import org.quittance.api.ledger.Contact;
import org.quittance.api.ledger.MessageId;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.service.agreement.ReasonCatalogue.DebtorReason;
import org.quittance.service.agreement.ReasonCatalogue.Effect;
import org.quittance.service.casework.CaseworkException;

/** Calls, notes and answers, and all that is recorded of a debtor. Recording takes role CLERK. Safe for any thread. */
@ProviderType
public interface ContactService {

    List<DebtorReason> reasons();

    /** Records it, applies what the reason entails, and closes the debtor's open call tasks where somebody was reached. */
    Recorded record(CreditorId creditor, DebtorId debtor, Spoken spoken, Recording recording) throws CaseworkException;

    CaseAgreements agreements(CreditorId creditor, DebtorId debtor) throws CaseworkException;

    /** All of every debtor of whom something waits for a person; by debtor. */
    List<CaseAgreements> waiting(CreditorId creditor) throws CaseworkException;

    /**
     * What was said.
     *
     * @param scope nothing named means everything of the debtor
     * @param reason code of the catalogue
     * @param answers whether the debtor is to count as having answered; needs somebody reached
     * @param effect whether what the reason entails is applied; otherwise it is only recommended
     * @param until replaces the usual end or deadline of the effect
     */
    record Spoken(
            Contact.Kind kind,
            Scope scope,
            Optional<String> reason,
            boolean reached,
            boolean answers,
            boolean effect,
            Optional<LocalDate> until,
            String person,
            String text) {

        public Spoken {
            requireNonNull(kind, "kind");
            requireNonNull(scope, "scope");
            requireNonNull(reason, "reason");
            requireNonNull(until, "until");
            requireNonNull(person, "person");
            requireNonNull(text, "text");
        }
    }

    /**
     * What became of it.
     *
     * @param contacts one per named item, or one
     * @param effect what the reason entails
     * @param applied identifiers of what was recorded for the effect; empty where a person has to go on
     * @param closed call tasks that are done with it
     */
    record Recorded(
            List<Contact> contacts,
            Optional<DebtorReason> reason,
            Optional<Effect> effect,
            List<String> applied,
            List<MessageId> closed) {

        public Recorded {
            contacts = List.copyOf(contacts);
            requireNonNull(reason, "reason");
            requireNonNull(effect, "effect");
            applied = List.copyOf(applied);
            closed = List.copyOf(closed);
        }
    }
}
