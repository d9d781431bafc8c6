package org.quittance.casework;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;
import org.quittance.api.store.InvoiceStore;
import org.quittance.api.store.OpenItemCursor;
import org.quittance.api.store.StoreException;
import org.quittance.casework.live.Installation;
import org.quittance.service.casework.AgeingService;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CaseworkException.Kind;
import org.quittance.service.casework.CreditorDirectory;
import org.quittance.service.casework.Failures;

/** Ages the balance in one pass over the stream; memory does not grow with it. A stream that breaks off gives no balance. */
@Component
public final class StreamAgeingService implements AgeingService {

    /** First day of each bucket of lateness; the one before the first is what is not yet due. */
    private static final int[] FROM = {1, 31, 61, 91};

    private final CreditorDirectory creditors;
    private final Installation installation;

    @Activate
    public StreamAgeingService(@Reference CreditorDirectory creditors, @Reference Installation installation) {
        this.creditors = requireNonNull(creditors, "creditors");
        this.installation = requireNonNull(installation, "installation");
    }

    @Override
    public List<CurrencyAgeing> ageing(CreditorId creditor, LocalDate asOf) throws CaseworkException {
        Creditors.require(creditors, creditor);
        InvoiceStore store = installation.store().orElseThrow(() -> Failures.refusal(Kind.UNAVAILABLE, "ledger.none"));
        Map<Currency, @Nullable Balance> balances = new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode));
        try (OpenItemCursor cursor = store.openItems(creditor, asOf)) {
            while (cursor.advance()) {
                OpenItem item = cursor.current();
                Currency currency = item.open().currency();
                Balance balance = balances.get(currency);
                if (balance == null) {
                    balance = new Balance(currency);
                    balances.put(currency, balance);
                }
                balance.add(item, asOf);
            }
        } catch (StoreException e) {
            throw Failures.of(e);
        }
        List<CurrencyAgeing> ageing = new ArrayList<>();
        for (Balance balance : balances.values()) {
            if (balance != null) {
                ageing.add(balance.ageing());
            }
        }
        return ageing;
    }

    /** One currency, in minor units. */
    private static final class Balance {

        private final Currency currency;
        private final Sum[] buckets = new Sum[FROM.length + 1];
        private final Sum credits = new Sum();

        Balance(Currency currency) {
            this.currency = currency;
            for (int i = 0; i < buckets.length; i++) {
                buckets[i] = new Sum();
            }
        }

        void add(OpenItem item, LocalDate asOf) {
            if (item.kind().isCredit()) {
                credits.add(item.open().minor());
                return;
            }
            long late = ChronoUnit.DAYS.between(item.dueDate(), asOf);
            int bucket = FROM.length;
            while (bucket > 0 && late < FROM[bucket - 1]) {
                bucket--;
            }
            buckets[bucket].add(item.open().minor());
        }

        CurrencyAgeing ageing() {
            Sum open = new Sum();
            Sum overdue = new Sum();
            List<Bucket> result = new ArrayList<>();
            for (int i = 0; i < buckets.length; i++) {
                open.add(buckets[i]);
                if (i > 0) {
                    overdue.add(buckets[i]);
                }
                Optional<Integer> from = i == 0 ? Optional.empty() : Optional.of(FROM[i - 1]);
                Optional<Integer> to = i == FROM.length ? Optional.empty() : Optional.of(FROM[i] - 1);
                result.add(new Bucket(from, to, total(buckets[i])));
            }
            return new CurrencyAgeing(total(open), total(overdue), total(credits), result);
        }

        private Total total(Sum sum) {
            return new Total(sum.count, Money.ofMinor(sum.minor, currency));
        }
    }

    /** How many and how much; overflow refuses. */
    private static final class Sum {

        private long count;
        private long minor;

        void add(long amountMinor) {
            count++;
            minor = Math.addExact(minor, amountMinor);
        }

        void add(Sum other) {
            count += other.count;
            minor = Math.addExact(minor, other.minor);
        }
    }
}
