package org.quittance.cli.command;

import java.util.List;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Debtor;
import org.quittance.cli.ExitCode;
import org.quittance.service.casework.CaseService;
import org.quittance.service.casework.CaseworkException;

/** The one debtor a person meant by an identifier or a part of a name. */
final class DebtorChoice {

    private DebtorChoice() {}

    static Debtor of(Session session, Creditor creditor, String text) throws CaseworkException, CommandFailure {
        List<Debtor> found = session.service(CaseService.class).search(creditor.id(), text);
        if (found.isEmpty()) {
            throw new CommandFailure(ExitCode.USAGE, session.texts().text("case.none", text));
        }
        if (found.size() > 1) {
            String names =
                    String.join(", ", found.stream().map(Debtor::toString).toList());
            throw new CommandFailure(ExitCode.USAGE, session.texts().text("case.ambiguous", text, names));
        }
        return found.get(0);
    }
}
