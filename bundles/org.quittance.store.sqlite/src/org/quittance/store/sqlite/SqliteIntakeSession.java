package org.quittance.store.sqlite;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.quittance.api.bank.BankBook;
import org.quittance.api.importer.InvoiceRecord;
import org.quittance.api.importer.PaymentRecord;
import org.quittance.api.intake.IntakeResult;
import org.quittance.api.intake.IntakeSession;
import org.quittance.api.intake.InvoiceBook;
import org.quittance.api.model.Actor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.SendingEvidence;
import org.quittance.api.store.StoreException;

/** One import: a transaction that is committed or taken back as a whole. */
final class SqliteIntakeSession implements IntakeSession {

    private static final String OWNERS =
            "SELECT invoice, instalment, debtor FROM item WHERE creditor = ? AND invoice = ? ORDER BY instalment";

    private final SqliteDatabase database;
    private final SqliteSession session;
    private final CreditorId creditor;
    private final Actor actor;
    private final Instant at;
    private final long key;
    private final LedgerWriter ledger;
    private final InvoiceIntake invoices;
    private final PaymentIntake payments;
    private final PaymentReversal reversals;
    private final SqliteInvoiceBook documents;
    private final SqliteBankBook bank;
    private long added;
    private long changed;
    private boolean ended;

    SqliteIntakeSession(SqliteDatabase database, SqliteSession session, CreditorId creditor, Actor actor, Instant at)
            throws SQLException {
        this.database = database;
        this.session = session;
        this.creditor = creditor;
        this.actor = actor;
        this.at = at;
        this.key = database.creditorToWrite(session, creditor);
        this.ledger = new LedgerWriter(session, key);
        this.invoices = new InvoiceIntake(session, key, ledger);
        this.payments = new PaymentIntake(session, key, ledger);
        this.reversals = new PaymentReversal(session, key, ledger);
        this.documents = new SqliteInvoiceBook(this, session, key, creditor, ledger);
        this.bank = new SqliteBankBook(
                this, session, key, new BankBooking(session, key, ledger, payments, reversals, actor, at));
    }

    /** Work that fails as the database does. */
    @FunctionalInterface
    interface Guarded<T> {

        T run() throws SQLException;
    }

    /** Taking in one record. */
    @FunctionalInterface
    interface Taking {

        IntakeResult run() throws SQLException;
    }

    @Override
    public IntakeResult debtor(Debtor debtor) throws StoreException {
        if (!debtor.key().creditor().equals(creditor)) {
            throw new IllegalArgumentException(
                    "debtor " + debtor.id() + " is of creditor " + debtor.key().creditor() + ", not " + creditor);
        }
        return take(() -> putDebtor(debtor));
    }

    private IntakeResult putDebtor(Debtor debtor) throws SQLException {
        boolean known = session.number(
                        0,
                        "SELECT 1 FROM debtor WHERE creditor = ? AND debtor = ?",
                        key,
                        debtor.id().value())
                == 1;
        int rows = session.update(DebtorRows.PUT, DebtorRows.values(key, debtor));
        if (rows == 0) {
            return IntakeResult.of(IntakeResult.Kind.UNCHANGED);
        }
        return IntakeResult.of(known ? IntakeResult.Kind.CHANGED : IntakeResult.Kind.ADDED);
    }

    @Override
    public IntakeResult invoice(InvoiceRecord invoice) throws StoreException {
        return take(() -> invoices.take(invoice));
    }

    @Override
    public List<IntakeResult> invoices(List<InvoiceRecord> records) throws StoreException {
        requireOpen();
        try {
            List<IntakeResult> results = invoices.takeAll(records);
            results.forEach(this::count);
            return results;
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    @Override
    public IntakeResult payment(PaymentRecord payment) throws StoreException {
        return take(() -> payments.take(payment));
    }

    @Override
    public IntakeResult takeBack(String paymentKey, LocalDate on, String reason) throws StoreException {
        requireNonNull(paymentKey, "paymentKey");
        requireNonNull(on, "on");
        requireNonNull(reason, "reason");
        return take(() -> reversals.takeBack(paymentKey, on, reason));
    }

    @Override
    public IntakeResult evidence(String invoiceNumber, SendingEvidence evidence) throws StoreException {
        return take(() -> invoices.evidence(invoiceNumber, evidence));
    }

    @Override
    public InvoiceBook documents() {
        return documents;
    }

    @Override
    public BankBook bank() {
        return bank;
    }

    IntakeResult take(Taking taking) throws StoreException {
        IntakeResult result = guarded(taking::run);
        count(result);
        return result;
    }

    <T> T guarded(Guarded<T> work) throws StoreException {
        requireOpen();
        try {
            return work.run();
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    private void count(IntakeResult result) {
        switch (result.kind()) {
            case ADDED -> added++;
            case CHANGED -> changed++;
            case UNCHANGED, REJECTED -> {}
        }
    }

    @Override
    public List<ItemOwner> itemsOf(String invoiceNumber) throws StoreException {
        requireOpen();
        List<ItemOwner> owners = new ArrayList<>();
        try (ResultSet rows = session.query(OWNERS, key, invoiceNumber)) {
            while (rows.next()) {
                owners.add(new ItemOwner(
                        ItemKey.of(creditor, InvoiceId.of(rows.getString(1)), rows.getInt(2)),
                        DebtorId.of(rows.getString(3))));
            }
        } catch (SQLException e) {
            throw broken(e);
        }
        return owners;
    }

    @Override
    public void paymentsKnownUntil(LocalDate day) throws StoreException {
        requireOpen();
        try {
            session.update(
                    "UPDATE creditor SET payments_known_until = max(coalesce(payments_known_until, ?1), ?1)"
                            + " WHERE creditor = ?2",
                    day.toEpochDay(),
                    key);
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    @Override
    public void commit() throws StoreException {
        requireOpen();
        try {
            ledger.finish();
            bank.finish();
            if (added + changed > 0) {
                session.update(
                        "INSERT INTO intake (creditor, number, actor, at, added, changed) SELECT ?1,"
                                + " coalesce(max(number), 0) + 1, ?2, ?3, ?4, ?5 FROM intake WHERE creditor = ?1",
                        key,
                        actor.name(),
                        Codes.of(at),
                        added,
                        changed);
            }
            session.commit();
        } catch (SQLException e) {
            throw broken(e);
        }
        database.remember(creditor, key);
        end();
    }

    @Override
    public void close() {
        if (!ended) {
            session.rollback();
            end();
        }
    }

    /** After a failure nothing can be kept any more: SQLite may have undone a part by itself. */
    private StoreException broken(SQLException cause) {
        if (!ended) {
            session.rollback();
            end();
        }
        return Failures.store(database.file(), cause);
    }

    private void end() {
        ended = true;
        database.endWrite();
    }

    private void requireOpen() {
        if (ended) {
            throw new IllegalStateException("the intake was committed, closed or broken before");
        }
    }
}
