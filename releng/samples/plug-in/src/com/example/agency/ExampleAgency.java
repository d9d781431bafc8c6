package com.example.agency;

import java.util.List;
import java.util.Set;
import org.quittance.api.agency.AgencyFeedback;
import org.quittance.api.agency.AgencyProfile;
import org.quittance.api.agency.CasePackage;
import org.quittance.api.agency.CollectionAgencyConnector;
import org.quittance.api.agency.HandOverKey;
import org.quittance.api.agency.HandOverOutcome;

/** A fictitious agency that takes no case: the least a connector can be. */
public final class ExampleAgency implements CollectionAgencyConnector {

    @Override
    public String id() {
        return "agence-exemple";
    }

    @Override
    public AgencyProfile profile() {
        return new AgencyProfile("Agence Exemple", Set.of("FR"), "");
    }

    @Override
    public HandOverOutcome handOver(CasePackage casePackage) {
        return HandOverOutcome.refused("fictitious");
    }

    @Override
    public AgencyFeedback feedback(String cursor) {
        return new AgencyFeedback(List.of(), cursor, List.of());
    }

    @Override
    public HandOverOutcome recall(HandOverKey key, String reason) {
        return HandOverOutcome.refused("fictitious");
    }
}
