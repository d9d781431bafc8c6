package org.quittance.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quittance.api.importer.StatementEntry;
import org.quittance.api.intake.IntakeSession;
import org.quittance.api.intake.LedgerIntake;
import org.quittance.api.model.Actor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.CreditorReference;
import org.quittance.api.model.OpenItem;
import org.quittance.api.store.InvoiceStore;
import org.quittance.api.store.OpenItemCursor;
import org.quittance.api.store.StoreException;
import org.quittance.api.time.BusinessClock;

/**
 * Entries of a bank account that pay every tenth invoice: most name it in some way, some only have its payer and amount, some have
 * nothing to do with any.
 */
final class BankPhase {

    private static final String ACCOUNT = "FR7630006000011234567890189";
    private static final int PAID_OF = 10;
    private static final int PAGE = 5_000;

    private final LedgerIntake intake;
    private final InvoiceStore store;
    private final BusinessClock clock;
    private long made;

    BankPhase(LedgerIntake intake, InvoiceStore store, BusinessClock clock) {
        this.intake = intake;
        this.store = store;
        this.clock = clock;
    }

    /** Returns how many entries were made. */
    long make(CreditorId creditor, LocalDate today, Actor actor) throws StoreException {
        List<StatementEntry> page = new ArrayList<>();
        long read = 0;
        try (OpenItemCursor items = store.openItems(creditor, today)) {
            while (items.advance()) {
                if (!items.current().kind().isCredit() && read++ % PAID_OF == 0) {
                    page.add(entry(items.current(), made++, today));
                }
                if (page.size() == PAGE) {
                    write(creditor, page, actor);
                }
            }
        }
        write(creditor, page, actor);
        return made;
    }

    long made() {
        return made;
    }

    private void write(CreditorId creditor, List<StatementEntry> page, Actor actor) throws StoreException {
        try (IntakeSession session = intake.open(creditor, actor, clock.now())) {
            for (StatementEntry entry : page) {
                session.bank().entry(entry);
            }
            session.commit();
        }
        page.clear();
    }

    private static StatementEntry entry(OpenItem item, long number, LocalDate today) {
        String name = "CLIENT MODELE " + item.debtor().value().substring(1);
        StatementEntry.Builder entry = StatementEntry.of(ACCOUNT, "bench-" + number, today, item.open())
                .counterparty(Optional.of(name))
                .counterpartyIban(Optional.of("DE" + item.debtor().value()));
        return switch ((int) (number % PAID_OF)) {
            case 0 ->
                entry.structuredReference(
                                Optional.of(CreditorReference.of(item.number()).value()))
                        .build();
            case 1 -> entry.text("VIREMENT").build();
            case 2 ->
                entry.text("DIVERS 2026-11")
                        .counterparty(Optional.of("INCONNU"))
                        .build();
            default ->
                entry.text("Règlement facture " + item.number() + " du mois").build();
        };
    }
}
