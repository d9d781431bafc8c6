package org.quittance.legal.fr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.api.legal.LegalClaim;
import org.quittance.api.legal.LegalRoute;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorKind;

/** Which routes are open to whom, and the limitation that closes all of them. */
class CourtRoutesTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");
    private static final LocalDate DUE = LocalDate.parse("2026-04-30");

    @Test
    void aBusinessInFrance() {
        assertEquals(
                List.of("fr.injonction-de-payer", "fr.refere-provision", "fr.assignation"),
                open(claim("10000.00", DUE, false, true), Sample.debtor(DebtorKind.BUSINESS)));
    }

    @Test
    void aContestedClaimGoesToAFullTrial() {
        assertEquals(
                List.of("fr.assignation"),
                open(claim("10000.00", DUE, true, true), Sample.debtor(DebtorKind.BUSINESS)));
    }

    @Test
    void aConsumerWithASmallClaim() {
        assertEquals(
                List.of("fr.petites-creances", "fr.injonction-de-payer"),
                open(claim("5000.00", DUE, false, true), Sample.debtor(DebtorKind.CONSUMER)));
        assertEquals(
                List.of("fr.injonction-de-payer", "fr.refere-provision", "fr.assignation"),
                open(claim("5000.01", DUE, false, true), Sample.debtor(DebtorKind.CONSUMER)));
    }

    @Test
    void aPublicBody() {
        assertEquals(
                List.of("fr.chorus-pro", "fr.refere-provision-administratif"),
                open(claim("1000.00", DUE, false, true), Sample.debtor(DebtorKind.PUBLIC)));
    }

    @Test
    void aDebtorOfUnknownKindHasNoRoute() {
        assertEquals(List.of(), open(claim("1000.00", DUE, false, true), Sample.debtor(DebtorKind.UNKNOWN)));
    }

    @Test
    void debtorsAbroad() {
        LegalClaim claim = claim("1000.00", DUE, false, true);
        assertEquals(
                List.of("eu.injonction-de-payer"),
                open(claim, Sample.debtor(DebtorKind.BUSINESS, "DE").build()));
        for (String country : List.of("DK", "CH", "US")) {
            assertEquals(
                    List.of(),
                    open(claim, Sample.debtor(DebtorKind.BUSINESS, country).build()));
        }
        assertEquals(
                List.of(), open(claim, Sample.debtor(DebtorKind.CONSUMER, "DE").build()));
    }

    @Test
    void withoutANoticeNoCourtIsAsked() {
        assertEquals(List.of(), open(claim("10000.00", DUE, false, false), Sample.debtor(DebtorKind.BUSINESS)));
    }

    @Test
    void nothingIsDueOnTheDueDate() {
        assertEquals(List.of(), open(claim("10000.00", TODAY, false, true), Sample.debtor(DebtorKind.BUSINESS)));
    }

    @Test
    void theProcedureForCommercialClaimsIsClosedByItsMissingDecreeAlone() {
        List<LegalRoute.Condition> unmet =
                unmet("fr.creances-commerciales", claim("10000.00", DUE, false, true), DebtorKind.BUSINESS);
        assertEquals(1, unmet.size(), unmet.toString());
        assertTrue(unmet.get(0).text().contains("2026-11-21"), unmet.toString());
        assertTrue(unmet.get(0).text().startsWith("The decree"), unmet.toString());
    }

    @Test
    void businessesAreExcludedFromSmallClaimsByLaw() {
        List<LegalRoute.Condition> unmet =
                unmet("fr.petites-creances", claim("1000.00", DUE, false, true), DebtorKind.BUSINESS);
        assertEquals(
                List.of("CPCE L125-1"),
                unmet.stream().map(LegalRoute.Condition::article).toList());
    }

    @Test
    void aLawyerIsANeedAndNoHurdle() {
        String small = lawyer("9999.99");
        String large = lawyer("10000.01");
        assertTrue(small.contains("not compulsory"), small);
        assertTrue(large.contains("compulsory above 10000.00 EUR"), large);
    }

    @ParameterizedTest
    @CsvSource({
        "BUSINESS, 2026-04-30, 2031-04-30",
        "CONSUMER, 2026-04-30, 2028-04-30",
        "UNKNOWN, 2026-04-30, 2028-04-30",
        "PUBLIC, 2026-04-30, 2030-12-31",
        "PUBLIC, 2026-12-31, 2030-12-31",
        "BUSINESS, 2024-02-29, 2029-02-28"
    })
    void limitationEndsOnALastDay(DebtorKind kind, LocalDate due, LocalDate last) {
        assertEquals(
                last, LimitationPeriod.of(kind, due, LegalFigures.shipped()).lastDay());
    }

    @Test
    void theLastDayOfLimitationIsStillADayToAct() {
        Debtor debtor = Sample.debtor(DebtorKind.BUSINESS);
        assertFalse(open(onDay(DUE.plusYears(5)), debtor).isEmpty());
        assertTrue(open(onDay(DUE.plusYears(5).plusDays(1)), debtor).isEmpty());
    }

    @Test
    void aFigureWithoutSourceDayOrFlagStopsTheProvider() throws IOException {
        for (String suffix : List.of("source", "checked", "sourced", "validated", "value")) {
            Properties figures = figures();
            figures.remove("small-claims.ceiling." + suffix);
            IllegalStateException fault =
                    assertThrows(IllegalStateException.class, () -> LegalFigures.of(figures), suffix);
            assertTrue(fault.getMessage().contains("small-claims.ceiling." + suffix), fault.getMessage());
        }
        Properties unsourced = figures();
        unsourced.setProperty("lawyer.threshold.sourced", "false");
        assertThrows(IllegalStateException.class, () -> LegalFigures.of(unsourced));
    }

    private static Properties figures() throws IOException {
        Properties figures = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(LegalFigures.class.getResourceAsStream("figures.properties")),
                StandardCharsets.UTF_8)) {
            figures.load(reader);
        }
        return figures;
    }

    private static String lawyer(String amount) {
        return route("fr.assignation", claim(amount, DUE, false, true), Sample.debtor(DebtorKind.BUSINESS))
                .conditions()
                .stream()
                .filter(condition -> condition.text().startsWith("A lawyer"))
                .filter(LegalRoute.Condition::met)
                .findFirst()
                .orElseThrow()
                .text();
    }

    private static List<LegalRoute.Condition> unmet(String id, LegalClaim claim, DebtorKind kind) {
        return route(id, claim, Sample.debtor(kind)).conditions().stream()
                .filter(condition -> !condition.met())
                .toList();
    }

    private static LegalRoute route(String id, LegalClaim claim, Debtor debtor) {
        return routes(claim, debtor).stream()
                .filter(route -> route.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> open(LegalClaim claim, Debtor debtor) {
        return routes(claim, debtor).stream()
                .filter(LegalRoute::open)
                .map(LegalRoute::id)
                .toList();
    }

    private static List<LegalRoute> routes(LegalClaim claim, Debtor debtor) {
        return new FrenchLegalEscalation().routes(claim, Sample.creditor().build(), debtor);
    }

    private static LegalClaim claim(String principal, LocalDate due, boolean contested, boolean noticeSent) {
        return new LegalClaim(Sample.euro(principal), Sample.euro("0.00"), due, contested, noticeSent, TODAY);
    }

    private static LegalClaim onDay(LocalDate today) {
        return new LegalClaim(Sample.euro("1000.00"), Sample.euro("0.00"), DUE, false, true, today);
    }
}
