package org.quittance.matching;

import java.util.List;
import org.quittance.api.bank.BankLedger;
import org.quittance.api.intake.LedgerIntake;
import org.quittance.api.ledger.CaseLedger;
import org.quittance.api.ledger.SendLedger;
import org.quittance.api.store.DebtorDirectory;
import org.quittance.api.store.InvoiceStore;
import org.quittance.api.time.BusinessClock;

/** What matching reads and writes. */
record Ledgers(
        InvoiceStore store,
        BankLedger bank,
        LedgerIntake intake,
        CaseLedger cases,
        SendLedger messages,
        List<DebtorDirectory> directories,
        BusinessClock clock) {

    Ledgers {
        directories = List.copyOf(directories);
    }

    /** Whether what is booked by the intake pays the invoices that are matched; not so in a vendor's ledger. */
    boolean books() {
        return store.id().equals(bank.ledger());
    }
}
