package org.quittance.workspace;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.text.Sentence;
import org.quittance.service.casework.CreditorDirectory;

/** The creditors as they were configured when the workspace was opened. */
record FixedCreditors(List<Creditor> creditors, SortedMap<String, Sentence> broken) implements CreditorDirectory {

    FixedCreditors {
        creditors = List.copyOf(creditors);
        broken = Collections.unmodifiableSortedMap(new TreeMap<>(broken));
    }

    @Override
    public Optional<Creditor> creditor(CreditorId id) {
        return creditors.stream().filter(creditor -> creditor.id().equals(id)).findFirst();
    }
}
