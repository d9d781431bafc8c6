package org.quittance.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.bank.EntryState;
import org.quittance.api.importer.StatementEntry;
import org.quittance.service.matching.MatchingService;
import org.quittance.service.matching.MatchingService.Matched;

/** Several payments for one invoice that none of them names. */
class TogetherTest {

    private final Firm firm;
    private final MatchingService matching;

    TogetherTest(@TempDir Path folder) throws Exception {
        firm = new Firm(folder);
        matching = firm.matching();
    }

    @BeforeEach
    void ledger() throws Exception {
        firm.debtor("anne", "Boulangerie Modèle SARL");
        firm.invoice("F-2026-00101", "anne", 10_000);
        firm.invoice("F-2026-00102", "anne", 25_050);
    }

    @AfterEach
    void close() throws Exception {
        firm.close();
    }

    private static StatementEntry ofAnne(String key, long cents) {
        return Firm.entry(key, cents)
                .counterparty(Optional.of("BOULANGERIE MODELE"))
                .build();
    }

    private List<Matched> entries() throws Exception {
        return matching.list(Firm.ID, EnumSet.allOf(EntryState.class), 100, Firm.CLERK);
    }

    @Test
    void irregularInstalmentsThatMakeOneInvoicePayIt() throws Exception {
        firm.take(ofAnne("a", 11_000), ofAnne("b", 9_000));
        assertEquals(0, matching.match(Firm.ID, Firm.CLERK).booked());
        firm.take(ofAnne("c", 5_050));
        assertEquals(3, matching.match(Firm.ID, Firm.CLERK).booked());
        assertEquals(List.of("F-2026-00101 100.00 EUR"), firm.open());
        Matched first = entries().get(0);
        assertEquals("PAYMENTS_TOGETHER", first.booked().orElseThrow().reason());
        assertTrue(matching.text(first.booked().get(), Locale.FRENCH).contains("font ensemble F-2026-00102"));
    }

    @Test
    void oneOfThemTakenBackOpensExactlyItsPartAndIsNotBookedAgain() throws Exception {
        firm.take(ofAnne("a", 11_000), ofAnne("b", 14_050));
        matching.match(Firm.ID, Firm.CLERK);
        matching.undo(Firm.ID, 1, "pays something else", Firm.CLERK);
        assertEquals(List.of("F-2026-00101 100.00 EUR", "F-2026-00102 110.00 EUR"), firm.open());
        assertEquals(0, matching.match(Firm.ID, Firm.CLERK).booked());
        matching.undo(Firm.ID, 2, "so does this", Firm.CLERK);
        assertEquals(List.of("F-2026-00101 100.00 EUR", "F-2026-00102 250.50 EUR"), firm.open());
        assertEquals(0, matching.match(Firm.ID, Firm.CLERK).booked());
    }

    /** 40 and 60, or 60 and 40 of another day: which of them is meant, nobody can tell. */
    @Test
    void severalChoicesAreNone() throws Exception {
        firm.take(ofAnne("a", 4_000), ofAnne("b", 6_000), ofAnne("c", 6_000));
        assertEquals(0, matching.match(Firm.ID, Firm.CLERK).booked());
    }

    @Test
    void aPaymentThatNamesAnotherInvoiceIsNoneOfThem() throws Exception {
        firm.take(
                ofAnne("a", 11_000),
                Firm.entry("b", 14_050)
                        .counterparty(Optional.of("BOULANGERIE MODELE"))
                        .text("F-2026-00077")
                        .build());
        assertEquals(0, matching.match(Firm.ID, Firm.CLERK).booked());
    }

    @Test
    void belowTheThresholdOfTheCreditorTheyWaitWithTheirReason() throws Exception {
        MatchingService careful = firm.matching(Map.of("bookFrom", 970));
        firm.take(ofAnne("a", 11_000), ofAnne("b", 14_050));
        assertEquals(2, careful.match(Firm.ID, Firm.CLERK).waiting());
        assertEquals("PAYMENTS_TOGETHER", entries().get(0).proposals().get(0).reason());
        careful.match(Firm.ID, Firm.CLERK);
        assertEquals(2, entries().get(0).proposals().size());
    }
}
