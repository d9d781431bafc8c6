package org.quittance.service.casework;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.Money;

/** The aged balance: what is open by days overdue, per currency. Streams the ledger once. */
@ProviderType
public interface AgeingService {

    /** Currencies in alphabetical order; a currency in which nothing is open is left out. */
    List<CurrencyAgeing> ageing(CreditorId creditor, LocalDate asOf) throws CaseworkException;

    /**
     * @param open everything owed, credits not netted
     * @param overdue what was due before that day
     * @param credits credit notes and unallocated money, negative
     */
    record CurrencyAgeing(Total open, Total overdue, Total credits, List<Bucket> buckets) {

        public CurrencyAgeing {
            requireNonNull(open, "open");
            requireNonNull(overdue, "overdue");
            requireNonNull(credits, "credits");
            buckets = List.copyOf(buckets);
        }
    }

    /** How many items and how much. */
    record Total(long count, Money amount) {}

    /**
     * @param from least days overdue; empty for what is not yet due
     * @param to most days overdue; empty for the last bucket
     */
    record Bucket(Optional<Integer> from, Optional<Integer> to, Total total) {}
}
