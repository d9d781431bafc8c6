package org.quittance.server.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.health.Health;
import org.quittance.api.health.Health.Status;
import org.quittance.api.health.HealthCheck;
import org.quittance.api.ledger.CaseLedger;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.model.Creditor;
import org.quittance.api.text.Sentence;
import org.quittance.service.casework.CreditorDirectory;

/** Whether the stop switch is up, and nothing leaves. */
@Component
public final class StopCheck implements HealthCheck {

    private final CreditorDirectory creditors;
    private final CaseLedger ledger;

    @Activate
    public StopCheck(@Reference CreditorDirectory creditors, @Reference CaseLedger ledger) {
        this.creditors = creditors;
        this.ledger = ledger;
    }

    @Override
    public String id() {
        return "stop-switch";
    }

    @Override
    public List<Health> check() throws LedgerException {
        List<Health> all = new ArrayList<>();
        for (Creditor creditor : creditors.creditors()) {
            boolean up = ledger.isStopped(creditor.id());
            all.add(new Health(
                    creditor.id().value(),
                    up ? Status.WARNING : Status.OK,
                    Sentence.of(StopCheck.class, up ? "stop.up" : "stop.down"),
                    Map.of("stop_switch", up ? 1L : 0L)));
        }
        return all;
    }
}
