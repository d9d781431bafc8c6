package org.quittance.tck.agency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.quittance.api.agency.AgencyEvent;
import org.quittance.api.agency.AgencyFeedback;
import org.quittance.api.agency.CollectionAgencyConnector;
import org.quittance.api.agency.HandOverKey;
import org.quittance.api.agency.HandOverOutcome;
import org.quittance.api.model.Money;

/**
 * What the suite relies on in every {@link CollectionAgencyConnector}. A subclass connects to an agency that has no case yet
 * and plays the agency's side; one agency per test.
 */
public abstract class CollectionAgencyConnectorContract {

    private static final HandOverKey KEY = new HandOverKey("handover-0001");
    private static final HandOverKey OTHER_KEY = new HandOverKey("handover-0002");
    private static final int PAGES_MAX = 100;

    /** A connector, each time a new one, to the one agency of this test. */
    protected abstract CollectionAgencyConnector connect() throws Exception;

    /** How many different cases the agency has. */
    protected abstract int casesAtTheAgency() throws Exception;

    /** The agency takes a case and gives it a file number, on a day. */
    protected abstract void agencyAcknowledges(HandOverKey key, String reference, LocalDate on) throws Exception;

    /** The agency reports; reports arrive in the order of these calls. */
    protected abstract void agencyReports(AgencyEvent event) throws Exception;

    /** The agency sends something that cannot be read as a report, after all reports so far. */
    protected abstract void agencyReportsSomethingUnreadable() throws Exception;

    @Test
    public final void hasANameAndAProfile() throws Exception {
        CollectionAgencyConnector connector = connect();
        assertFalse(connector.id().isBlank(), "no name");
        assertEquals(connector.id(), connect().id(), "the name changes");
        assertFalse(connector.profile().name().isBlank(), "the profile has no name");
        assertFalse(connector.profile().countries().isEmpty(), "the agency takes no country");
        connector.wantedExhibits().forEach(exhibit -> assertFalse(exhibit.isBlank()));
    }

    @Test
    public final void takesACaseOnce() throws Exception {
        HandOverOutcome first = connect().handOver(SampleCase.keyed(KEY));
        assertTaken(first);
        assertEquals(first, connect().handOver(SampleCase.keyed(KEY)), "the same key has the same outcome");
        assertEquals(1, casesAtTheAgency());
    }

    @Test
    public final void takesTwoKeysAsTwoCases() throws Exception {
        assertTaken(connect().handOver(SampleCase.keyed(KEY)));
        assertTaken(connect().handOver(SampleCase.keyed(OTHER_KEY)));
        assertEquals(2, casesAtTheAgency());
    }

    @Test
    public final void severalThreadsWithOneKeyMakeOneCase() throws Exception {
        CollectionAgencyConnector connector = connect();
        Callable<HandOverOutcome> handOver = () -> connector.handOver(SampleCase.keyed(KEY));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Set<HandOverOutcome> outcomes = new HashSet<>();
            for (Future<HandOverOutcome> outcome : threads.invokeAll(List.of(handOver, handOver, handOver, handOver))) {
                outcomes.add(outcome.get());
            }
            assertEquals(1, outcomes.size(), "one key, several outcomes: " + outcomes);
        } finally {
            threads.shutdownNow();
        }
        assertEquals(1, casesAtTheAgency());
    }

    @Test
    public final void anAcknowledgementThatComesLaterIsReportedAndRemembered() throws Exception {
        HandOverOutcome outcome = connect().handOver(SampleCase.keyed(KEY));
        if (outcome instanceof HandOverOutcome.Acknowledged) {
            return;
        }
        String before = readAll("").cursor();
        agencyAcknowledges(KEY, "DOSSIER-77", SampleCase.TODAY);
        List<AgencyEvent> events = readAll(before).events();
        assertEquals(1, events.size(), "expected the acknowledgement alone: " + events);
        assertEquals(AgencyEvent.Kind.ACKNOWLEDGED, events.get(0).kind());
        assertEquals(KEY, events.get(0).key());
        assertEquals(HandOverOutcome.acknowledged("DOSSIER-77"), connect().handOver(SampleCase.keyed(KEY)));
        assertEquals(1, casesAtTheAgency());
    }

    @Test
    public final void reportsArriveOnceInOrderExactlyAsWritten() throws Exception {
        connect().handOver(SampleCase.keyed(KEY));
        String before = readAll("").cursor();
        List<AgencyEvent> written = List.of(
                report("r-1", AgencyEvent.Kind.CONTACT, Optional.empty(), "Appel : rappelle « lundi »"),
                report("r-2", AgencyEvent.Kind.PAYMENT, Optional.of(Money.parse("123.45", "EUR")), "virement"),
                report("r-3", AgencyEvent.Kind.CLOSED, Optional.empty(), ""));
        for (AgencyEvent event : written) {
            agencyReports(event);
        }
        Read read = readAll(before);
        assertEquals(written, read.events());
        assertEquals(written, readAll(before).events(), "the same cursor reads the same again");
        assertEquals(List.of(), readAll(read.cursor()).events(), "nothing new after the last cursor");
        agencyReports(report("r-4", AgencyEvent.Kind.OTHER, Optional.empty(), "suite"));
        assertEquals(
                List.of("r-4"),
                readAll(read.cursor()).events().stream().map(AgencyEvent::id).toList());
    }

    @Test
    public final void anUnreadableReportIsNamedAndStopsNoOther() throws Exception {
        agencyReports(report("r-1", AgencyEvent.Kind.CONTACT, Optional.empty(), "avant"));
        agencyReportsSomethingUnreadable();
        agencyReports(report("r-2", AgencyEvent.Kind.CONTACT, Optional.empty(), "après"));
        Read read = readAll("");
        assertEquals(
                List.of("r-1", "r-2"),
                read.events().stream().map(AgencyEvent::id).toList());
        assertFalse(read.refused().isEmpty(), "what could not be read is not named");
        read.refused().forEach(sentence -> assertFalse(sentence.isBlank()));
        assertEquals(List.of(), readAll(read.cursor()).events());
    }

    @Test
    public final void anAgencyWithoutReportsReportsNothing() throws Exception {
        Read read = readAll("");
        assertEquals(List.of(), read.events());
        assertEquals(Set.of(), read.refused());
        assertEquals(List.of(), readAll(read.cursor()).events());
    }

    @Test
    public final void recallingTwiceDoesNoHarm() throws Exception {
        connect().handOver(SampleCase.keyed(KEY));
        HandOverOutcome first = connect().recall(KEY, "payé");
        assertTaken(first);
        assertEquals(first, connect().recall(KEY, "payé depuis"));
        assertTaken(connect().handOver(SampleCase.keyed(KEY)));
        assertEquals(1, casesAtTheAgency(), "a repeated hand-over after a recall makes no second case");
    }

    @Test
    public final void recallingAnUnknownCaseIsRefused() throws Exception {
        HandOverOutcome outcome = connect().recall(KEY, "payé");
        assertTrue(outcome instanceof HandOverOutcome.Refused, "an unknown case was taken back: " + outcome);
        assertEquals(0, casesAtTheAgency());
    }

    private Read readAll(String from) throws Exception {
        List<AgencyEvent> events = new ArrayList<>();
        Set<String> refused = new HashSet<>();
        String cursor = from;
        for (int page = 0; page < PAGES_MAX; page++) {
            AgencyFeedback feedback = connected(cursor);
            events.addAll(feedback.events());
            refused.addAll(feedback.refused());
            if (feedback.next().equals(cursor)) {
                return new Read(events, refused, cursor);
            }
            cursor = feedback.next();
        }
        throw new AssertionError("the cursor never comes to rest, after " + PAGES_MAX + " pages it is " + cursor);
    }

    private AgencyFeedback connected(String cursor) throws Exception {
        return connect().feedback(cursor);
    }

    private static AgencyEvent report(String id, AgencyEvent.Kind kind, Optional<Money> amount, String text) {
        return new AgencyEvent(id, KEY, kind, SampleCase.TODAY, amount, text);
    }

    private static void assertTaken(HandOverOutcome outcome) {
        assertFalse(outcome instanceof HandOverOutcome.Refused, "refused: " + outcome);
    }

    private record Read(List<AgencyEvent> events, Set<String> refused, String cursor) {}
}
