package org.quittance.server.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.health.Health;
import org.quittance.api.health.Health.Status;
import org.quittance.api.health.HealthCheck;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.MessageQuery;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.ledger.SendLedger;
import org.quittance.api.model.Creditor;
import org.quittance.api.text.Sentence;
import org.quittance.service.casework.CreditorDirectory;

/** Whether there are messages of which nobody knows that they left. */
@Component
public final class UnknownCheck implements HealthCheck {

    /** Beyond it the exact number says nothing more. */
    private static final int COUNTED_MAX = 1_000;

    private final CreditorDirectory creditors;
    private final SendLedger messages;

    @Activate
    public UnknownCheck(@Reference CreditorDirectory creditors, @Reference SendLedger messages) {
        this.creditors = creditors;
        this.messages = messages;
    }

    @Override
    public String id() {
        return "unknown-messages";
    }

    @Override
    public List<Health> check() throws LedgerException {
        List<Health> all = new ArrayList<>();
        for (Creditor creditor : creditors.creditors()) {
            long count = messages.messages(
                            creditor.id(), MessageQuery.inStates(Set.of(MessageState.UNKNOWN), COUNTED_MAX))
                    .size();
            all.add(new Health(
                    creditor.id().value(),
                    count > 0 ? Status.WARNING : Status.OK,
                    Sentence.of(UnknownCheck.class, count > 0 ? "unknown.some" : "unknown.none", count),
                    Map.of("unknown_messages", count)));
        }
        return all;
    }
}
