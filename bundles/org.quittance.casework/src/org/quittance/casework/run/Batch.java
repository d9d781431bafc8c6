package org.quittance.casework.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.ledger.CaseHistory;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.text.Sentence;

/**
 * Some hundreds of debtors with everything that deciding about them needs.
 *
 * @param debtors those a directory knows
 * @param silence why the directories did not answer, if so; then nothing is decided about anybody here
 * @param prepared messages about these debtors that nobody approved yet and that this run takes the place of
 */
record Batch(
        List<DebtorGroup> groups,
        Map<DebtorId, @Nullable Debtor> debtors,
        Optional<Sentence> silence,
        Map<DebtorId, @Nullable CaseHistory> histories,
        Map<DebtorId, List<MessageRecord>> prepared) {}
