package org.quittance.store.sqlite;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.quittance.api.ledger.CaseRecord;
import org.quittance.api.ledger.Commitment;
import org.quittance.api.ledger.Dispute;
import org.quittance.api.ledger.Hold;
import org.quittance.api.ledger.PolicyPin;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Money;
import org.quittance.api.model.SendingEvidence;

/** Writes what is known of cases, within one transaction of one creditor. Items have been checked to be the creditor's. */
final class CaseWriter {

    private static final String RAISE_REVISION = """
        INSERT INTO case_file (creditor, debtor, revision, answers) VALUES (?, ?, 1, '')
        ON CONFLICT (creditor, debtor) DO UPDATE SET revision = revision + 1\
        """;

    private static final String ANSWERED = """
        INSERT INTO case_file (creditor, debtor, revision, answers, policy, policy_hash) VALUES (?, ?, 0, ?, ?, ?)
        ON CONFLICT (creditor, debtor) DO UPDATE SET answers = excluded.answers, policy = excluded.policy,
          policy_hash = excluded.policy_hash\
        """;

    private static final String AWAY = "UPDATE case_file SET away_at = ? WHERE creditor = ? AND debtor = ?";

    private static final String SENT_ELSEWHERE = """
        INSERT INTO step_elsewhere (creditor, debtor, invoice, instalment, cycle, step, on_day)
        VALUES (?1, ?2, ?3, ?4, coalesce((SELECT cycle FROM item_life WHERE creditor = ?1 AND debtor = ?2
            AND invoice = ?3 AND instalment = ?4), 1), ?5, ?6)
        ON CONFLICT DO NOTHING\
        """;

    private static final String SETTLED = """
        INSERT INTO item_life (creditor, debtor, invoice, instalment, cycle, settled_on, by_money)
        VALUES (?, ?, ?, ?, 1, ?, ?)
        ON CONFLICT (creditor, debtor, invoice, instalment) DO UPDATE SET settled_on = excluded.settled_on,
          by_money = excluded.by_money\
        """;

    private static final String REOPENED = """
        UPDATE item_life SET cycle = cycle + 1, settled_on = NULL
        WHERE creditor = ? AND debtor = ? AND invoice = ? AND instalment = ? AND settled_on IS NOT NULL\
        """;

    private static final String PUT_COMMITMENT = """
        INSERT INTO commitment (creditor, debtor, id, kind, state, made_on, currency, open_minor, interest_minor)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (creditor, debtor, id) DO UPDATE SET kind = excluded.kind, state = excluded.state,
          made_on = excluded.made_on, currency = excluded.currency, open_minor = excluded.open_minor,
          interest_minor = excluded.interest_minor\
        """;

    private static final String PUT_DISPUTE = """
        INSERT INTO dispute (creditor, debtor, id, invoice, instalment, currency, amount_minor, reason, opened_on,
          deadline, closed_on, owner, outcome)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (creditor, debtor, id) DO UPDATE SET invoice = excluded.invoice, instalment = excluded.instalment,
          currency = excluded.currency, amount_minor = excluded.amount_minor, reason = excluded.reason,
          opened_on = excluded.opened_on, deadline = excluded.deadline, closed_on = excluded.closed_on,
          owner = excluded.owner, outcome = excluded.outcome\
        """;

    private static final String PUT_HOLD = """
        INSERT INTO hold (creditor, debtor, id, invoice, instalment, reason, from_day, until_day, lifted)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)
        ON CONFLICT (creditor, debtor, id) DO UPDATE SET invoice = excluded.invoice, instalment = excluded.instalment,
          reason = excluded.reason, from_day = excluded.from_day, until_day = excluded.until_day, lifted = 0\
        """;

    private static final String DECLARE = """
        INSERT INTO declared_evidence (creditor, debtor, invoice, grade, sent_on, source) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (creditor, debtor, invoice) DO UPDATE SET grade = excluded.grade, sent_on = excluded.sent_on,
          source = excluded.source
        WHERE excluded.grade > grade\
        """;

    private final SqliteSession session;
    private final long creditor;

    CaseWriter(SqliteSession session, long creditor) {
        this.session = session;
        this.creditor = creditor;
    }

    void answered(String debtor, String answers, PolicyPin pin) throws SQLException {
        session.update(ANSWERED, creditor, debtor, answers, pin.policy(), pin.hash());
    }

    void awayAt(String debtor, Optional<String> place) throws SQLException {
        raiseRevision(debtor);
        session.update(AWAY, Codes.value(place), creditor, debtor);
    }

    /** A message decided without knowing of the step would repeat it, so the revision rises. */
    void sentElsewhere(String debtor, ItemKey item, String step, LocalDate on) throws SQLException {
        int rows = session.update(
                SENT_ELSEWHERE, creditor, debtor, item.invoice().value(), item.instalment(), step, on.toEpochDay());
        if (rows > 0) {
            raiseRevision(debtor);
        }
    }

    void settled(String debtor, ItemKey item, LocalDate on, boolean byMoney) throws SQLException {
        session.update(
                SETTLED, creditor, debtor, item.invoice().value(), item.instalment(), on.toEpochDay(), byMoney ? 1 : 0);
    }

    /** A message prepared in the cycle before must not go any more, so the revision rises. */
    void reopened(String debtor, ItemKey item) throws SQLException {
        if (session.update(REOPENED, creditor, debtor, item.invoice().value(), item.instalment()) > 0) {
            raiseRevision(debtor);
        }
    }

    void put(String debtor, Commitment commitment) throws SQLException {
        session.update(
                PUT_COMMITMENT,
                creditor,
                debtor,
                commitment.id(),
                commitment.kind().name(),
                commitment.state().name(),
                commitment.madeOn().toEpochDay(),
                commitment.openWhenMade().currency().getCurrencyCode(),
                commitment.openWhenMade().minor(),
                commitment.interest().minor());
        putItems(debtor, commitment);
        putInstalments(debtor, commitment);
        raiseRevision(debtor);
    }

    private void putItems(String debtor, Commitment commitment) throws SQLException {
        session.update(
                "DELETE FROM commitment_item WHERE creditor = ? AND debtor = ? AND id = ?",
                creditor,
                debtor,
                commitment.id());
        for (ItemKey item : commitment.items()) {
            session.update(
                    "INSERT INTO commitment_item (creditor, debtor, id, invoice, instalment) VALUES (?, ?, ?, ?, ?)",
                    creditor,
                    debtor,
                    commitment.id(),
                    item.invoice().value(),
                    item.instalment());
        }
    }

    private void putInstalments(String debtor, Commitment commitment) throws SQLException {
        session.update(
                "DELETE FROM commitment_instalment WHERE creditor = ? AND debtor = ? AND id = ?",
                creditor,
                debtor,
                commitment.id());
        int position = 0;
        for (Commitment.Instalment instalment : commitment.instalments()) {
            position++;
            session.update(
                    "INSERT INTO commitment_instalment (creditor, debtor, id, position, on_day, currency, minor)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    creditor,
                    debtor,
                    commitment.id(),
                    position,
                    instalment.on().toEpochDay(),
                    instalment.amount().currency().getCurrencyCode(),
                    instalment.amount().minor());
        }
    }

    void put(String debtor, Dispute dispute) throws SQLException {
        session.update(
                PUT_DISPUTE,
                creditor,
                debtor,
                dispute.id(),
                dispute.item().invoice().value(),
                dispute.item().instalment(),
                Codes.value(dispute.amount().map(amount -> amount.currency().getCurrencyCode())),
                Codes.value(dispute.amount().map(Money::minor)),
                dispute.reason(),
                dispute.openedOn().toEpochDay(),
                Codes.day(dispute.deadline()),
                Codes.day(dispute.closedOn()),
                dispute.owner(),
                Codes.value(dispute.outcome().map(Enum::name)));
        raiseRevision(debtor);
    }

    void put(String debtor, Hold hold) throws SQLException {
        session.update(
                PUT_HOLD,
                creditor,
                debtor,
                hold.id(),
                Codes.value(hold.item().map(item -> item.invoice().value())),
                Codes.value(hold.item().map(ItemKey::instalment)),
                hold.reason(),
                hold.from().toEpochDay(),
                Codes.day(hold.until()));
        raiseRevision(debtor);
    }

    boolean putUnlessKnown(String debtor, Hold hold) throws SQLException {
        boolean known = session.number(
                        0,
                        "SELECT 1 FROM hold WHERE creditor = ? AND debtor = ? AND id = ?",
                        creditor,
                        debtor,
                        hold.id())
                == 1;
        if (!known) {
            put(debtor, hold);
        }
        return !known;
    }

    void record(String debtor, CaseRecord record) throws SQLException {
        if (new RecordWriter(session, creditor).write(debtor, record)) {
            raiseRevision(debtor);
        }
    }

    void lift(String debtor, String id) throws SQLException {
        session.update("UPDATE hold SET lifted = 1 WHERE creditor = ? AND debtor = ? AND id = ?", creditor, debtor, id);
        raiseRevision(debtor);
    }

    void declare(String debtor, InvoiceId invoice, SendingEvidence evidence) throws SQLException {
        session.update(
                DECLARE,
                creditor,
                debtor,
                invoice.value(),
                Codes.of(evidence.grade()),
                evidence.sentOn().toEpochDay(),
                evidence.source());
    }

    private void raiseRevision(String debtor) throws SQLException {
        session.update(RAISE_REVISION, creditor, debtor);
    }
}
