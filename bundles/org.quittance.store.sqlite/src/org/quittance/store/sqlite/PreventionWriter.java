package org.quittance.store.sqlite;

import java.sql.SQLException;
import org.quittance.api.ledger.AgreedTerm;
import org.quittance.api.ledger.CaseRecord;
import org.quittance.api.ledger.Delivery;
import org.quittance.api.ledger.Deposit;
import org.quittance.api.ledger.ProofDocument;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.Money;

/** Writes agreed terms, deposits, deliveries and proofs, within one transaction of one creditor. No decision of a run depends on them. */
final class PreventionWriter {

    private static final String TERM = """
        INSERT OR REPLACE INTO agreed_term (creditor, debtor, id, method, days, agreed_on, source)
        VALUES (?, ?, ?, ?, ?, ?, ?)\
        """;

    private static final String DEPOSIT = """
        INSERT OR REPLACE INTO deposit (creditor, debtor, id, currency, minor, asked_on, due, state, ended_on)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """;

    private static final String DELIVERY = """
        INSERT OR REPLACE INTO delivery (creditor, debtor, id, on_day, currency, minor, invoice, description)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)\
        """;

    private static final String PROOF = """
        INSERT OR REPLACE INTO proof_document (creditor, debtor, id, kind, invoice, on_day, sha256, file_name, media_type,
          note)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """;

    private final SqliteSession session;
    private final long creditor;

    PreventionWriter(SqliteSession session, long creditor) {
        this.session = session;
        this.creditor = creditor;
    }

    void write(String debtor, CaseRecord record) throws SQLException {
        if (record instanceof AgreedTerm term) {
            term(debtor, term);
        } else if (record instanceof Deposit deposit) {
            deposit(debtor, deposit);
        } else if (record instanceof Delivery delivery) {
            delivery(debtor, delivery);
        } else if (record instanceof ProofDocument proof) {
            proof(debtor, proof);
        } else {
            throw new IllegalStateException("nobody writes " + record.getClass().getSimpleName());
        }
    }

    private void term(String debtor, AgreedTerm term) throws SQLException {
        session.update(
                TERM,
                creditor,
                debtor,
                term.id(),
                term.method().name(),
                term.days(),
                term.agreedOn().toEpochDay(),
                term.source());
    }

    private void deposit(String debtor, Deposit deposit) throws SQLException {
        session.update(
                DEPOSIT,
                creditor,
                debtor,
                deposit.id(),
                deposit.amount().currency().getCurrencyCode(),
                deposit.amount().minor(),
                deposit.askedOn().toEpochDay(),
                deposit.due().toEpochDay(),
                deposit.state().name(),
                Codes.day(deposit.endedOn()));
    }

    private void delivery(String debtor, Delivery delivery) throws SQLException {
        session.update(
                DELIVERY,
                creditor,
                debtor,
                delivery.id(),
                delivery.on().toEpochDay(),
                Codes.value(delivery.amount().map(amount -> amount.currency().getCurrencyCode())),
                Codes.value(delivery.amount().map(Money::minor)),
                Codes.value(delivery.invoice()),
                delivery.description());
    }

    private void proof(String debtor, ProofDocument proof) throws SQLException {
        String sha256 = proof.file().sha256();
        session.update(MessageWriter.ADD_CONTENT, creditor, sha256, proof.file().bytes());
        if (proof.kind() == ProofDocument.Kind.INVOICE) {
            session.update(
                    SqliteInvoiceBook.KEEP,
                    creditor,
                    debtor,
                    Codes.value(proof.invoice().map(InvoiceId::value)),
                    sha256,
                    proof.file().fileName(),
                    proof.file().mediaType());
            return;
        }
        session.update(
                PROOF,
                creditor,
                debtor,
                proof.id(),
                proof.kind().ordinal(),
                Codes.value(proof.invoice().map(InvoiceId::value)),
                proof.on().toEpochDay(),
                sha256,
                proof.file().fileName(),
                proof.file().mediaType(),
                proof.note());
    }
}
