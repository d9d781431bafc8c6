package org.quittance.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.quittance.api.document.DocumentKind;
import org.quittance.api.document.MessageFacts;
import org.quittance.api.interest.InterestSegment;
import org.quittance.api.model.CreditorReference;
import org.quittance.api.model.Money;
import org.quittance.casework.facts.MessageFactsJson;

class MessageFactsJsonTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @Test
    void readsBackEverythingItWrote() {
        Money amount = euros("120.00");
        MessageFacts facts = MessageFacts.of(DocumentKind.FORMAL_NOTICE, "notice", Locale.GERMAN, DAY, euros("70.00"))
                .reference("20261120-1-1", CreditorReference.of("261120R1M1"))
                .lines(List.of(new MessageFacts.Line(
                        "F «1»", 2, DAY.minusDays(60), DAY.minusDays(30), 30, amount, euros("20.00"), euros("100.00"))))
                .credits(List.of(
                        new MessageFacts.Line("A-1", 1, DAY, DAY, 0, euros("-30.00"), euros("0.00"), euros("-30.00"))))
                .interest(
                        euros("1.23"),
                        List.of(new InterestSegment(
                                DAY.minusDays(29),
                                DAY,
                                30,
                                amount,
                                new BigDecimal("12.40"),
                                "C. com. L441-10 II",
                                euros("1.23"))))
                .interestKnownUntil(DAY.minusDays(1))
                .indemnity(euros("40.00"))
                .fees(euros("5.00"))
                .deadline(DAY.plusDays(15))
                .earlierMessages(List.of(DAY.minusDays(20), DAY.minusDays(10)))
                .announcedStep("handover")
                .legalParagraphs(List.of("Erster Absatz", "Zweiter «Absatz»"))
                .build();
        String json = MessageFactsJson.write(facts);
        MessageFacts read = MessageFactsJson.read(json);
        assertEquals(json, MessageFactsJson.write(read));
        assertEquals(facts.total(), read.total());
        assertEquals(facts.lines(), read.lines());
        assertEquals(facts.credits(), read.credits());
        assertEquals(facts.segments(), read.segments());
        assertEquals(facts.interestKnownUntil(), read.interestKnownUntil());
        assertEquals(facts.deadline(), read.deadline());
        assertEquals(facts.earlierMessages(), read.earlierMessages());
        assertEquals(facts.announcedStep(), read.announcedStep());
        assertEquals(facts.legalParagraphs(), read.legalParagraphs());
        assertEquals(facts.language(), read.language());
        assertEquals(facts.paymentReference(), read.paymentReference());
    }

    @Test
    void readsWhatVersionOneWrote() {
        MessageFacts facts = MessageFactsJson.read("""
            {"v":1,"kind":"REMINDER","template":"last","language":"fr","date":"2026-11-20","reference":"20261120-1-5",
            "payment":"RF47261120R1M5","currency":"EUR","lines":[{"number":"F-1","instalment":1,"issued":"2026-09-15",
            "due":"2026-10-15","late":36,"original":296000,"paid":1000,"claimed":295000}],"principal":295000,"interest":3620,
            "indemnity":4000,"fees":0,"segments":[{"from":"2026-10-16","to":"2026-11-20","days":36,"principal":295000,
            "rate":"12.40","article":"C. com. L441-10 II","interest":3620,"validated":true}],"earlier":["2026-11-02"]}""");
        MessageFacts.Line line = facts.lines().get(0);
        assertEquals("F-1", line.number());
        assertEquals(36, line.daysLate());
        assertEquals(euros("2950.00"), line.claimed());
        InterestSegment segment = facts.segments().get(0);
        assertEquals(new BigDecimal("12.40"), segment.rate());
        assertEquals("C. com. L441-10 II", segment.article());
        assertEquals(euros("36.20"), segment.interest());
        assertTrue(segment.validated());
    }

    @Test
    void refusesFactsOfAVersionItDoesNotKnow() {
        assertThrows(IllegalArgumentException.class, () -> MessageFactsJson.read("{\"v\":3}"));
    }

    private static Money euros(String amount) {
        return Money.parse(amount, "EUR");
    }
}
