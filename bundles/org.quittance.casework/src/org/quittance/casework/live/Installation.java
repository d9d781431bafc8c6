package org.quittance.casework.live;

import static org.osgi.service.component.annotations.ReferenceCardinality.MULTIPLE;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;
import static org.osgi.service.component.annotations.ReferencePolicyOption.GREEDY;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.channel.ReminderChannel;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.legal.LegalEscalation;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.Medium;
import org.quittance.api.model.SendingEvidence;
import org.quittance.api.store.DebtorDirectory;
import org.quittance.api.store.InvoiceDocument;
import org.quittance.api.store.InvoiceStore;
import org.quittance.api.store.StoreException;
import org.quittance.api.store.StoreId;
import org.quittance.api.time.HolidayCalendar;
import org.quittance.service.decision.Law;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is installed at this moment and may come and go in the middle of a run. Work asks here each time instead of holding on;
 * for a run that must know whether its ledger is still the one it began with there is {@link #isPresent}.
 */
@Component(service = Installation.class)
public final class Installation {

    private static final Logger LOG = LoggerFactory.getLogger(Installation.class);

    private final LiveList<InvoiceStore> stores = new LiveList<>();
    private final LiveList<ReminderChannel> channels = new LiveList<>();
    private final LiveList<DebtorDirectory> directories = new LiveList<>();
    private final LiveList<InvoiceDocument> documents = new LiveList<>();
    private final LiveList<InterestRegime> regimes = new LiveList<>();
    private final LiveList<HolidayCalendar> calendars = new LiveList<>();
    private final LiveList<LegalEscalation> jurisdictions = new LiveList<>();

    @Activate
    public Installation() {}

    /** The ledger that new runs are made on: the highest ranked one. */
    public Optional<InvoiceStore> store() {
        return stores.first();
    }

    public Optional<InvoiceStore> store(StoreId id) {
        return stores.all().stream().filter(store -> store.id().equals(id)).findFirst();
    }

    /** Whether this very service object has not been taken away. */
    public boolean isPresent(InvoiceStore store) {
        return stores.contains(store);
    }

    public boolean isPresent(ReminderChannel channel) {
        return channels.contains(channel);
    }

    public List<ReminderChannel> channels(Medium medium) {
        return channels.all().stream()
                .filter(channel -> channel.medium().equals(medium))
                .toList();
    }

    public Optional<ReminderChannel> channel(String id) {
        return channels.all().stream()
                .filter(channel -> channel.id().equals(id))
                .findFirst();
    }

    /** Media with a channel that can send in this creditor's name, and calls, which a person makes. */
    public Set<Medium> media(Creditor creditor) {
        Set<Medium> media = channels.all().stream()
                .filter(channel -> channel.unusable(creditor).isEmpty())
                .map(ReminderChannel::medium)
                .collect(Collectors.toCollection(HashSet::new));
        media.add(Medium.CALL);
        return media;
    }

    public Law law() {
        return new Law(regimes.all(), calendars.all());
    }

    public Optional<LegalEscalation> jurisdiction(Creditor creditor, Debtor debtor) {
        return jurisdictions.all().stream()
                .filter(place -> place.governs(creditor, debtor))
                .findFirst();
    }

    public List<DebtorDirectory> directories() {
        return directories.all();
    }

    /** The debtors that any directory knows; the first that knows one answers. */
    public Map<DebtorId, Debtor> debtors(CreditorId creditor, Collection<DebtorId> asked) throws StoreException {
        Map<DebtorId, Debtor> found = new HashMap<>();
        for (DebtorDirectory directory : directories.all()) {
            List<DebtorId> missing =
                    asked.stream().filter(id -> !found.containsKey(id)).toList();
            if (missing.isEmpty()) {
                return found;
            }
            found.putAll(directory.find(creditor, missing));
        }
        return found;
    }

    public boolean hasDocuments() {
        return documents.first().isPresent();
    }

    /** The strongest evidence of sending per invoice. A source that does not answer is as one that knows nothing. */
    public Map<InvoiceId, SendingEvidence> evidence(CreditorId creditor, Collection<InvoiceId> invoices) {
        Map<InvoiceId, SendingEvidence> strongest = new HashMap<>();
        for (InvoiceDocument source : documents.all()) {
            try {
                source.evidence(creditor, invoices)
                        .forEach((invoice, evidence) -> strongest.merge(
                                invoice, evidence, (one, other) -> one.grade().isAtLeast(other.grade()) ? one : other));
            } catch (StoreException | RuntimeException e) {
                LOG.warn("A source of sending evidence does not answer; its invoices count as without evidence.", e);
            }
        }
        return strongest;
    }

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC, policyOption = GREEDY)
    public void addStore(InvoiceStore store, Map<String, ?> properties) {
        stores.add(store, properties);
    }

    public void removeStore(InvoiceStore store) {
        stores.remove(store);
    }

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC, policyOption = GREEDY)
    public void addChannel(ReminderChannel channel, Map<String, ?> properties) {
        channels.add(channel, properties);
    }

    public void removeChannel(ReminderChannel channel) {
        channels.remove(channel);
    }

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC, policyOption = GREEDY)
    public void addDirectory(DebtorDirectory directory, Map<String, ?> properties) {
        directories.add(directory, properties);
    }

    public void removeDirectory(DebtorDirectory directory) {
        directories.remove(directory);
    }

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC, policyOption = GREEDY)
    public void addDocuments(InvoiceDocument source, Map<String, ?> properties) {
        documents.add(source, properties);
    }

    public void removeDocuments(InvoiceDocument source) {
        documents.remove(source);
    }

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC, policyOption = GREEDY)
    public void addRegime(InterestRegime regime, Map<String, ?> properties) {
        regimes.add(regime, properties);
    }

    public void removeRegime(InterestRegime regime) {
        regimes.remove(regime);
    }

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC, policyOption = GREEDY)
    public void addCalendar(HolidayCalendar calendar, Map<String, ?> properties) {
        calendars.add(calendar, properties);
    }

    public void removeCalendar(HolidayCalendar calendar) {
        calendars.remove(calendar);
    }

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC, policyOption = GREEDY)
    public void addJurisdiction(LegalEscalation jurisdiction, Map<String, ?> properties) {
        jurisdictions.add(jurisdiction, properties);
    }

    public void removeJurisdiction(LegalEscalation jurisdiction) {
        jurisdictions.remove(jurisdiction);
    }
}
