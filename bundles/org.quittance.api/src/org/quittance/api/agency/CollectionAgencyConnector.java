package org.quittance.api.agency;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hands cases to one agency and listens to it. Calls come from several threads and may block for minutes. The suite
 * commits the intention before it calls and the outcome afterwards; a key seen again must not make a second file at the
 * agency, so a crash after the effect is mended by calling again with the same key.
 */
@ConsumerType
public interface CollectionAgencyConnector {

    /** Stable name of this agency among the installed ones, such as {@code agence-exemple}. */
    String id();

    AgencyProfile profile();

    /** Transmits mandate and case. The case is away from the moment of {@code acknowledged} or {@code pending}. */
    HandOverOutcome handOver(CasePackage casePackage) throws AgencyException;

    /** What the agency reported after a cursor ({@code ""} for the beginning), oldest first, each exactly as reported. */
    AgencyFeedback feedback(String cursor) throws AgencyException;

    /** Takes a case back; the agency must stop. Asking twice does no harm. */
    HandOverOutcome recall(HandOverKey key, String reason) throws AgencyException;

    /** The documents the agency wants besides the claim; names of exhibits. */
    default List<String> wantedExhibits() {
        return List.of("invoice", "formal-notice");
    }
}
