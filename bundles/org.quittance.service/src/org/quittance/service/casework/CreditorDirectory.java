package org.quittance.service.casework;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.text.Sentence;

/** The creditors of this installation, from its configuration. */
@ProviderType
public interface CreditorDirectory {

    Optional<Creditor> creditor(CreditorId id);

    /** By identifier; without those whose configuration is broken. */
    List<Creditor> creditors();

    /**
     * What is wrong with creditors whose configuration cannot be used, by the identifier it is for: file, line or field, and
     * what is expected there. Nothing can be decided or sent in their name; what needs no more than the name still works.
     */
    default SortedMap<String, Sentence> broken() {
        return Collections.emptySortedMap();
    }
}
