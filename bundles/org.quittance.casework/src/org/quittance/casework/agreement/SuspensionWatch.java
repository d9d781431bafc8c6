package org.quittance.casework.agreement;

import java.util.HashSet;
import java.util.Set;
import org.quittance.api.ledger.MessageId;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.model.DebtorId;
import org.quittance.api.text.Sentence;
import org.quittance.service.casework.RunAction;
import org.quittance.service.casework.RunListener;
import org.quittance.service.decision.Answer;

/** Listens for announcements of a suspension that were really sent, and passes everything on. */
public final class SuspensionWatch implements RunListener {

    private final RunListener listener;
    private final Set<String> steps;
    private final Set<MessageId> sent = new HashSet<>();

    public SuspensionWatch(RunListener listener, Set<String> steps) {
        this.listener = listener;
        this.steps = Set.copyOf(steps);
    }

    public Set<MessageId> sent() {
        return Set.copyOf(sent);
    }

    @Override
    public void action(RunAction action) {
        boolean counts = action.status().equals(MessageState.SENT.name())
                || action.status().equals(MessageState.DELIVERED.name());
        if (counts && steps.contains(action.step())) {
            action.message().ifPresent(sent::add);
        }
        listener.action(action);
    }

    @Override
    public void silent(DebtorId debtor, Answer answer) {
        listener.silent(debtor, answer);
    }

    @Override
    public void failed(DebtorId debtor, Sentence reason) {
        listener.failed(debtor, reason);
    }

    @Override
    public void failed(DebtorId debtor, String reason) {
        listener.failed(debtor, reason);
    }

    @Override
    public void progress(long done) {
        listener.progress(done);
    }

    @Override
    public boolean isCancelled() {
        return listener.isCancelled();
    }
}
