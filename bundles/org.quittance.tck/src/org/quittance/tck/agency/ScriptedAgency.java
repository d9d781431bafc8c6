package org.quittance.tck.agency;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quittance.api.agency.AgencyEvent;
import org.quittance.api.agency.AgencyException;
import org.quittance.api.agency.AgencyFeedback;
import org.quittance.api.agency.AgencyProfile;
import org.quittance.api.agency.CasePackage;
import org.quittance.api.agency.CollectionAgencyConnector;
import org.quittance.api.agency.HandOverKey;
import org.quittance.api.agency.HandOverOutcome;

/**
 * An agency in memory that does what a test tells it: take, refuse, keep waiting, break off before or after the effect,
 * report. Safe for any thread.
 */
public final class ScriptedAgency implements CollectionAgencyConnector {

    private final String id;
    private final Map<HandOverKey, CasePackage> cases = new LinkedHashMap<>();
    private final Map<HandOverKey, HandOverOutcome> outcomes = new HashMap<>();
    private final Map<HandOverKey, String> recalls = new LinkedHashMap<>();
    private final List<Report> reports = new ArrayList<>();
    private final Deque<Failure> failures = new ArrayDeque<>();
    private Optional<HandOverOutcome> answer = Optional.empty();

    private ScriptedAgency(String id) {
        this.id = requireNonNull(id, "id");
    }

    /** An agency that acknowledges every case at once. */
    public static ScriptedAgency named(String id) {
        return new ScriptedAgency(id);
    }

    /** From now on every new case gets this answer. */
    public synchronized ScriptedAgency answering(HandOverOutcome outcome) {
        this.answer = Optional.of(requireNonNull(outcome, "outcome"));
        return this;
    }

    /** The next call of any kind fails before it has an effect. */
    public synchronized void failNext(AgencyException failure) {
        failures.add(new Failure(requireNonNull(failure, "failure"), false));
    }

    /** The next call of any kind has its effect, and then the connection is lost. */
    public synchronized void failNextAfterTheEffect(AgencyException failure) {
        failures.add(new Failure(requireNonNull(failure, "failure"), true));
    }

    /** The agency takes a case that was pending. */
    public synchronized void acknowledge(HandOverKey key, AgencyEvent event, String reference) {
        outcomes.put(requireNonNull(key, "key"), HandOverOutcome.acknowledged(reference));
        report(event);
    }

    public synchronized void report(AgencyEvent event) {
        reports.add(new Report(Optional.of(requireNonNull(event, "event")), ""));
    }

    /** A report that nobody can read. */
    public synchronized void reportUnreadable(String sentence) {
        reports.add(new Report(Optional.empty(), requireNonNull(sentence, "sentence")));
    }

    /** What was handed over, each key once, in order of arrival. */
    public synchronized List<CasePackage> cases() {
        return List.copyOf(cases.values());
    }

    /** Keys taken back, with the reason given first. */
    public synchronized Map<HandOverKey, String> recalls() {
        return Map.copyOf(recalls);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public AgencyProfile profile() {
        return new AgencyProfile("Agence Modèle", Set.of("FR"), "10 % of what is collected");
    }

    @Override
    public synchronized HandOverOutcome handOver(CasePackage casePackage) throws AgencyException {
        HandOverKey key = requireNonNull(casePackage, "casePackage").key();
        Optional<Failure> failure = beforeTheEffect();
        HandOverOutcome outcome = outcomes.computeIfAbsent(key, this::newOutcome);
        if (!isRefused(outcome)) {
            cases.putIfAbsent(key, casePackage);
        }
        afterTheEffect(failure);
        return outcome;
    }

    @Override
    public synchronized AgencyFeedback feedback(String cursor) throws AgencyException {
        Optional<Failure> failure = beforeTheEffect();
        afterTheEffect(failure);
        int from = requireNonNull(cursor, "cursor").isEmpty() ? 0 : Integer.parseInt(cursor);
        List<Report> page = reports.subList(from, reports.size());
        return new AgencyFeedback(
                page.stream().flatMap(report -> report.event().stream()).toList(),
                reports.isEmpty() ? cursor : Integer.toString(reports.size()),
                page.stream()
                        .filter(report -> report.event().isEmpty())
                        .map(Report::sentence)
                        .toList());
    }

    @Override
    public synchronized HandOverOutcome recall(HandOverKey key, String reason) throws AgencyException {
        requireNonNull(reason, "reason");
        Optional<Failure> failure = beforeTheEffect();
        if (!cases.containsKey(requireNonNull(key, "key"))) {
            return HandOverOutcome.refused("no case " + key + " is known here");
        }
        recalls.putIfAbsent(key, reason);
        afterTheEffect(failure);
        return HandOverOutcome.acknowledged("recall of " + key);
    }

    private HandOverOutcome newOutcome(HandOverKey key) {
        return answer.orElseGet(() -> HandOverOutcome.acknowledged("file of " + key));
    }

    private Optional<Failure> beforeTheEffect() throws AgencyException {
        Optional<Failure> failure = Optional.ofNullable(failures.poll());
        if (failure.isPresent() && !failure.get().afterTheEffect()) {
            throw failure.get().exception();
        }
        return failure;
    }

    private static void afterTheEffect(Optional<Failure> failure) throws AgencyException {
        if (failure.isPresent()) {
            throw failure.get().exception();
        }
    }

    private static boolean isRefused(HandOverOutcome outcome) {
        return outcome instanceof HandOverOutcome.Refused;
    }

    private record Failure(AgencyException exception, boolean afterTheEffect) {}

    private record Report(Optional<AgencyEvent> event, String sentence) {}
}
