package org.quittance.escalation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.quittance.api.agency.CasePackage.Mandate;
import org.quittance.api.agency.CollectionAgencyConnector;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.Debtor;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CaseworkException.Kind;
import org.quittance.service.casework.Failures;
import org.quittance.service.escalation.HandOvers.Agency;

/** The agencies that are installed, with the creditors' mandates for them. */
final class Agencies {

    private final List<CollectionAgencyConnector> connectors;
    private final List<ConfiguredMandate> mandates;

    Agencies(List<CollectionAgencyConnector> connectors, List<ConfiguredMandate> mandates) {
        this.connectors = connectors.stream()
                .sorted(Comparator.comparing(CollectionAgencyConnector::id))
                .toList();
        this.mandates = List.copyOf(mandates);
    }

    List<CollectionAgencyConnector> all() {
        return connectors;
    }

    Agency shown(CreditorId creditor, CollectionAgencyConnector connector) {
        List<String> missing = mandate(creditor, connector.id())
                .map(ConfiguredMandate::missing)
                .orElse(ConfiguredMandate.FIELDS);
        return new Agency(connector.id(), connector.profile(), missing);
    }

    Mandate completeMandate(CreditorId creditor, CollectionAgencyConnector connector) throws CaseworkException {
        Agency agency = shown(creditor, connector);
        if (!agency.missing().isEmpty()) {
            throw Failures.refusal(Kind.INPUT, "handover.mandate", agency.id(), String.join(", ", agency.missing()));
        }
        return mandate(creditor, connector.id()).orElseThrow().mandate();
    }

    /** The creditor's own before one for everybody. */
    private Optional<ConfiguredMandate> mandate(CreditorId creditor, String agency) {
        return mandates.stream()
                .filter(one -> one.isOf(creditor, agency))
                .min(Comparator.comparing(ConfiguredMandate::isForEveryCreditor));
    }

    CollectionAgencyConnector named(String id) throws CaseworkException {
        return connectors.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> connectors.isEmpty()
                        ? Failures.refusal(Kind.USAGE, "handover.no-agency")
                        : Failures.refusal(Kind.USAGE, "handover.agency-unknown", id, ids(connectors)));
    }

    /** The only one that takes the debtor's country; of several a person names one. */
    CollectionAgencyConnector onlyOneFor(Debtor debtor) throws CaseworkException {
        if (connectors.isEmpty()) {
            throw Failures.refusal(Kind.USAGE, "handover.no-agency");
        }
        List<CollectionAgencyConnector> fitting = connectors.stream()
                .filter(one -> one.profile().countries().contains(debtor.country()))
                .toList();
        if (fitting.isEmpty()) {
            throw Failures.refusal(Kind.USAGE, "handover.agency-country", debtor.country(), ids(connectors));
        }
        if (fitting.size() > 1) {
            throw Failures.refusal(Kind.USAGE, "handover.agency-which", ids(fitting));
        }
        return fitting.get(0);
    }

    private static String ids(List<CollectionAgencyConnector> some) {
        return String.join(
                ", ", some.stream().map(CollectionAgencyConnector::id).toList());
    }
}
