package org.quittance.agency.file;

import java.time.LocalDate;
import java.util.Optional;
import org.quittance.api.agency.AgencyEvent;
import org.quittance.api.agency.CollectionAgencyConnector;
import org.quittance.api.agency.HandOverKey;
import org.quittance.api.agency.HandOverOutcome;
import org.quittance.tck.agency.CollectionAgencyConnectorContract;
import org.quittance.tck.agency.ScriptedAgency;

/** The fake of the TCK holds its own contract, so that callers tested with it meet nothing a real agency would not do. */
class ScriptedAgencyContractTest extends CollectionAgencyConnectorContract {

    private final ScriptedAgency agency =
            ScriptedAgency.named("agence-exemple").answering(HandOverOutcome.pending("in the post"));

    @Override
    protected CollectionAgencyConnector connect() {
        return agency;
    }

    @Override
    protected int casesAtTheAgency() {
        return agency.cases().size();
    }

    @Override
    protected void agencyAcknowledges(HandOverKey key, String reference, LocalDate on) {
        AgencyEvent event =
                new AgencyEvent("ack-" + key, key, AgencyEvent.Kind.ACKNOWLEDGED, on, Optional.empty(), reference);
        agency.acknowledge(key, event, reference);
    }

    @Override
    protected void agencyReports(AgencyEvent event) {
        agency.report(event);
    }

    @Override
    protected void agencyReportsSomethingUnreadable() {
        agency.reportUnreadable("report 7 cannot be read");
    }
}
