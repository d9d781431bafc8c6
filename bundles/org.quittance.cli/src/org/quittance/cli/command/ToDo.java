package org.quittance.cli.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.quittance.api.ledger.CaseAgreements;
import org.quittance.api.ledger.CaseMark;
import org.quittance.api.ledger.Commitment;
import org.quittance.api.ledger.CommitmentTerms;
import org.quittance.api.ledger.Contact;
import org.quittance.api.ledger.Dispute;
import org.quittance.api.ledger.Goodwill;
import org.quittance.api.ledger.Hold;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Money;

/**
 * Something agreed or said that waits for a person.
 *
 * @param id what the commands call it
 * @param due empty where no day was set
 */
record ToDo(DebtorId debtor, String id, Optional<LocalDate> due, String line) {

    /** The reason of the catalogue that asks for a copy. */
    private static final String NOT_RECEIVED = "not-received";

    /** What is due first comes first, what has no day comes last. */
    static List<ToDo> of(List<CaseAgreements> waiting, Texts texts) {
        List<ToDo> list = new ArrayList<>();
        for (CaseAgreements agreements : waiting) {
            add(list, agreements, texts);
        }
        list.sort(Comparator.comparing((ToDo one) -> one.due().orElse(LocalDate.MAX)));
        return list;
    }

    private static void add(List<ToDo> list, CaseAgreements agreements, Texts texts) {
        DebtorId debtor = agreements.debtor();
        for (Dispute dispute : agreements.disputes()) {
            if (dispute.closedOn().isEmpty()) {
                list.add(new ToDo(debtor, dispute.id(), dispute.deadline(), AgreementRows.line(texts, dispute)));
            }
        }
        for (Commitment commitment : agreements.commitments()) {
            if (commitment.state() == Commitment.State.PROPOSED) {
                Money released = agreements
                        .terms(commitment)
                        .map(CommitmentTerms::released)
                        .orElse(Money.zero(commitment.openWhenMade().currency()));
                list.add(new ToDo(
                        debtor,
                        commitment.id(),
                        Optional.of(commitment.instalments().get(0).on()),
                        AgreementRows.line(texts, commitment, released)));
            }
        }
        for (Goodwill goodwill : agreements.goodwill()) {
            boolean toBook = goodwill.state() == Goodwill.State.GRANTED
                    && goodwill.amount().isPresent();
            if (goodwill.state() == Goodwill.State.PROPOSED || toBook) {
                list.add(new ToDo(debtor, goodwill.id(), Optional.empty(), AgreementRows.line(texts, goodwill)));
            }
        }
        for (Hold hold : agreements.holds()) {
            if (hold.until().isEmpty()) {
                list.add(new ToDo(debtor, hold.id(), Optional.empty(), AgreementRows.line(texts, hold)));
            }
        }
        copies(list, agreements, texts);
        for (CaseMark mark : agreements.marks()) {
            if (mark.clearedOn().isEmpty()) {
                list.add(new ToDo(debtor, mark.id(), mark.deadline(), AgreementRows.line(texts, mark)));
            }
        }
    }

    /**
     * A debtor who says that an invoice never came is sent a copy on the same day. It is done when somebody wrote that down, or
     * the debtor answered, after the call.
     */
    private static void copies(List<ToDo> list, CaseAgreements agreements, Texts texts) {
        for (Hold hold : agreements.holds()) {
            if (hold.reason().equals(NOT_RECEIVED) && !isNotedSince(agreements, hold)) {
                String what = hold.item().map(ItemKey::toString).orElse(texts.text("record.everything"));
                list.add(new ToDo(
                        agreements.debtor(), hold.id(), Optional.of(hold.from()), texts.text("to-do.copy", what)));
            }
        }
    }

    private static boolean isNotedSince(CaseAgreements agreements, Hold hold) {
        int call = agreements.contacts().stream()
                .filter(contact -> contact.reason().equals(Optional.of(NOT_RECEIVED)))
                .filter(contact -> !contact.on().isAfter(hold.from()))
                .mapToInt(contact -> number(contact.id()))
                .max()
                .orElse(0);
        return agreements.contacts().stream()
                .filter(contact -> !contact.reason().orElse("").startsWith(ImportedStatuses.CODE))
                .filter(contact -> contact.kind() != Contact.Kind.CALL
                        && contact.item()
                                .map(item -> hold.item().map(item::equals).orElse(true))
                                .orElse(true))
                .anyMatch(contact -> number(contact.id()) > call);
    }

    /** Contacts are numbered in the order in which they were recorded. */
    private static int number(String id) {
        return Integer.parseInt(id.substring(id.lastIndexOf('-') + 1));
    }

    boolean isOverdue(LocalDate today) {
        return due.isPresent() && due.get().isBefore(today);
    }
}
