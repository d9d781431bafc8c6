package org.quittance.store.sqlite;

import java.sql.SQLException;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.ledger.CaseMark;
import org.quittance.api.ledger.CaseRecord;
import org.quittance.api.ledger.ClaimStatement;
import org.quittance.api.ledger.CommitmentTerms;
import org.quittance.api.ledger.Contact;
import org.quittance.api.ledger.Goodwill;
import org.quittance.api.ledger.HandOver;
import org.quittance.api.ledger.ImputedCharge;
import org.quittance.api.ledger.ImputedInterest;
import org.quittance.api.ledger.Restriction;
import org.quittance.api.ledger.Ruling;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Money;

/** Writes contacts, goodwill, marks, terms and restrictions, within one transaction of one creditor. */
final class RecordWriter {

    private static final String CONTACT = """
        INSERT OR REPLACE INTO contact (creditor, debtor, id, kind, on_day, invoice, instalment, reason, reached,
          answers, person, words)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """;

    private static final String GOODWILL = """
        INSERT OR REPLACE INTO goodwill (creditor, debtor, id, kind, state, invoice, instalment, currency, amount_minor,
          reason, proposed_by, proposed_on, decided_by, decided_on)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """;

    private static final String MARK = """
        INSERT OR REPLACE INTO case_mark (creditor, debtor, kind, since, deadline, reason, cleared_on, opened_on)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)\
        """;

    private static final String TERMS = """
        INSERT OR REPLACE INTO commitment_terms (creditor, debtor, id, currency, covered_minor, interest_minor,
          released_minor, down_minor, yearly_percent, proposed_by, proposed_on, decided_by, decided_on, outcome, person,
          note)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """;

    private static final String RESTRICTION = """
        INSERT OR REPLACE INTO restriction (creditor, debtor, id, kind, since, reason, lifted_on, told)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)\
        """;

    /** A restriction keeps the items it began with. */
    private static final String RESTRICTION_ITEM = """
        INSERT INTO restriction_item (creditor, debtor, id, invoice, instalment) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT DO NOTHING\
        """;

    private static final String IMPUTED = """
        INSERT OR REPLACE INTO imputed_interest (creditor, debtor, id, commitment, invoice, instalment, currency, minor,
          on_day, taken_back)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """;

    private static final String PAID_CHARGE = """
        INSERT OR REPLACE INTO imputed_charge (creditor, debtor, id, charge, invoice, instalment, credit, credit_instalment,
          currency, minor, on_day, taken_back)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """;

    private static final String RULING = """
        INSERT OR REPLACE INTO ruling (creditor, debtor, id, kind, invoice, instalment, from_day, to_day, yearly_percent,
          reason, lifted)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """;

    private final SqliteSession session;
    private final long creditor;

    RecordWriter(SqliteSession session, long creditor) {
        this.session = session;
        this.creditor = creditor;
    }

    /** Returns whether decisions depend on it. */
    boolean write(String debtor, CaseRecord record) throws SQLException {
        if (record instanceof Contact contact) {
            contact(debtor, contact);
        } else if (record instanceof Goodwill goodwill) {
            goodwill(debtor, goodwill);
        } else if (record instanceof CaseMark mark) {
            mark(debtor, mark);
        } else if (record instanceof CommitmentTerms terms) {
            terms(debtor, terms);
        } else if (record instanceof ImputedInterest imputed) {
            imputed(debtor, imputed);
        } else if (record instanceof ImputedCharge paid) {
            paid(debtor, paid);
        } else if (record instanceof Ruling ruling) {
            ruling(debtor, ruling);
        } else if (record instanceof ClaimStatement statement) {
            ClaimRows.write(session, creditor, debtor, statement);
        } else if (record instanceof HandOver handOver) {
            HandOverRows.write(session, creditor, debtor, handOver);
        } else if (record instanceof Restriction restriction) {
            restriction(debtor, restriction);
            return false;
        } else {
            new PreventionWriter(session, creditor).write(debtor, record);
            return false;
        }
        return true;
    }

    private void contact(String debtor, Contact contact) throws SQLException {
        session.update(
                CONTACT,
                creditor,
                debtor,
                contact.id(),
                contact.kind().name(),
                contact.on().toEpochDay(),
                invoice(contact.item()),
                instalment(contact.item()),
                Codes.value(contact.reason()),
                flag(contact.reached()),
                flag(contact.answers()),
                contact.person(),
                contact.text());
    }

    private void goodwill(String debtor, Goodwill goodwill) throws SQLException {
        session.update(
                GOODWILL,
                creditor,
                debtor,
                goodwill.id(),
                goodwill.kind().name(),
                goodwill.state().name(),
                invoice(goodwill.item()),
                instalment(goodwill.item()),
                Codes.value(goodwill.amount().map(amount -> amount.currency().getCurrencyCode())),
                Codes.value(goodwill.amount().map(Money::minor)),
                goodwill.reason(),
                goodwill.proposedBy(),
                goodwill.proposedOn().toEpochDay(),
                Codes.value(goodwill.decidedBy()),
                Codes.day(goodwill.decidedOn()));
    }

    private void mark(String debtor, CaseMark mark) throws SQLException {
        session.update(
                MARK,
                creditor,
                debtor,
                mark.kind().name(),
                mark.since().toEpochDay(),
                Codes.day(mark.deadline()),
                mark.reason(),
                Codes.day(mark.clearedOn()),
                Codes.day(mark.openedOn()));
    }

    private void terms(String debtor, CommitmentTerms terms) throws SQLException {
        session.update(
                TERMS,
                creditor,
                debtor,
                terms.id(),
                terms.covered().currency().getCurrencyCode(),
                terms.covered().minor(),
                terms.interest().minor(),
                terms.released().minor(),
                terms.downPayment().minor(),
                Codes.value(terms.yearlyPercent().map(percent -> percent.toPlainString())),
                terms.proposedBy(),
                terms.proposedOn().toEpochDay(),
                Codes.value(terms.decidedBy()),
                Codes.day(terms.decidedOn()),
                terms.outcome(),
                terms.person(),
                terms.note());
    }

    private void imputed(String debtor, ImputedInterest imputed) throws SQLException {
        session.update(
                IMPUTED,
                creditor,
                debtor,
                imputed.id(),
                imputed.commitment(),
                imputed.credit().invoice().value(),
                imputed.credit().instalment(),
                imputed.amount().currency().getCurrencyCode(),
                imputed.amount().minor(),
                imputed.on().toEpochDay(),
                flag(imputed.isTakenBack()));
    }

    private void paid(String debtor, ImputedCharge paid) throws SQLException {
        session.update(
                PAID_CHARGE,
                creditor,
                debtor,
                paid.id(),
                paid.charge().name(),
                paid.item().invoice().value(),
                paid.item().instalment(),
                paid.credit().invoice().value(),
                paid.credit().instalment(),
                paid.amount().currency().getCurrencyCode(),
                paid.amount().minor(),
                paid.on().toEpochDay(),
                flag(paid.isTakenBack()));
    }

    private void ruling(String debtor, Ruling ruling) throws SQLException {
        session.update(
                RULING,
                creditor,
                debtor,
                ruling.id(),
                ruling.kind().name(),
                ruling.item().invoice().value(),
                ruling.item().instalment(),
                ruling.from().toEpochDay(),
                Codes.day(ruling.to()),
                Codes.value(ruling.yearlyPercent().map(percent -> percent.toPlainString())),
                ruling.reason(),
                flag(ruling.lifted()));
    }

    private void restriction(String debtor, Restriction restriction) throws SQLException {
        session.update(
                RESTRICTION,
                creditor,
                debtor,
                restriction.id(),
                restriction.kind().name(),
                restriction.since().toEpochDay(),
                restriction.reason(),
                Codes.day(restriction.liftedOn()),
                flag(restriction.told()));
        for (ItemKey item : restriction.items()) {
            session.update(
                    RESTRICTION_ITEM,
                    creditor,
                    debtor,
                    restriction.id(),
                    item.invoice().value(),
                    item.instalment());
        }
    }

    private static @Nullable String invoice(Optional<ItemKey> item) {
        return Codes.value(item.map(key -> key.invoice().value()));
    }

    private static @Nullable Integer instalment(Optional<ItemKey> item) {
        return Codes.value(item.map(ItemKey::instalment));
    }

    private static int flag(boolean value) {
        return value ? 1 : 0;
    }
}
