package org.quittance.tck.legal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quittance.api.document.DocumentKind;
import org.quittance.api.document.MessageFacts;
import org.quittance.api.legal.FormalNotice;
import org.quittance.api.legal.LegalClaim;
import org.quittance.api.legal.LegalEscalation;
import org.quittance.api.legal.LegalRoute;
import org.quittance.api.model.BankAccount;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.DebtorKey;
import org.quittance.api.model.DebtorKind;
import org.quittance.api.model.Money;
import org.quittance.api.model.PostalAddress;

/**
 * What the suite relies on in every {@link LegalEscalation}. A subclass names its provider, a country and a language; which
 * paragraphs and routes there are is the provider's own test.
 */
public abstract class LegalEscalationContract {

    private static final LocalDate TODAY = LocalDate.parse("2026-09-15");
    private static final CreditorId FIRM = CreditorId.of("exemple");

    /** The provider under test. */
    protected abstract LegalEscalation escalation();

    /** The country whose creditors it governs, ISO 3166-1 alpha-2. */
    protected abstract String country();

    /** A language its paragraphs exist in. */
    protected abstract Locale language();

    /** A postal code of {@link #country()}. */
    protected String postalCode() {
        return "10000";
    }

    /** The currency of the claim, ISO 4217. */
    protected String currencyCode() {
        return "EUR";
    }

    /** Lines every creditor of the place must show on a business letter. */
    protected List<String> legalMentions() {
        return List.of("Exemple, capital 10 000, register 000 000 000");
    }

    @Test
    public final void hasAStableName() {
        assertTrue(
                escalation().id().matches("[a-z][a-z0-9-]*"), "«" + escalation().id() + "» is not a lower-case word");
    }

    @Test
    public final void governsItsCreditorsWhateverTheDebtorIs() {
        for (DebtorKind kind : DebtorKind.values()) {
            assertTrue(escalation().governs(creditor(), debtor(kind)), "not governed: " + kind);
        }
    }

    @Test
    public final void aCompleteNoticeHasParagraphsForEveryKindOfDebtor() {
        for (DebtorKind kind : DebtorKind.values()) {
            MessageFacts facts = complete(notice(facts().deadline(TODAY.plusDays(30)), creditor(), debtor(kind)));
            assertFalse(facts.legalParagraphs().isEmpty(), "no paragraph for " + kind);
            facts.legalParagraphs().forEach(paragraph -> assertFalse(paragraph.isBlank(), "a blank paragraph"));
        }
    }

    @Test
    public final void aCompleteNoticeLeavesTheFactsAsTheyWere() {
        MessageFacts before = facts().deadline(TODAY.plusDays(30)).build();
        MessageFacts after = complete(escalation().formalNotice(before, creditor(), debtor(DebtorKind.BUSINESS)));
        assertEquals(before.kind(), after.kind());
        assertEquals(before.template(), after.template());
        assertEquals(before.language(), after.language());
        assertEquals(before.date(), after.date());
        assertEquals(before.deadline(), after.deadline());
        assertEquals(before.lines(), after.lines());
        assertEquals(before.credits(), after.credits());
        assertEquals(before.total(), after.total());
        assertEquals(before.paymentReference(), after.paymentReference());
    }

    @Test
    public final void theSameFactsGiveTheSameNotice() {
        MessageFacts facts = facts().deadline(TODAY.plusDays(30)).build();
        Debtor debtor = debtor(DebtorKind.BUSINESS);
        assertEquals(
                complete(escalation().formalNotice(facts, creditor(), debtor)).legalParagraphs(),
                complete(escalation().formalNotice(facts, creditor(), debtor)).legalParagraphs());
    }

    @Test
    public final void aNoticeWithoutADeadlineIsIncomplete() {
        assertIncomplete(notice(facts(), creditor(), debtor(DebtorKind.BUSINESS)));
    }

    @Test
    public final void aNoticeWhoseDeadlineHasPassedIsIncomplete() {
        assertIncomplete(notice(facts().deadline(TODAY.minusDays(1)), creditor(), debtor(DebtorKind.BUSINESS)));
    }

    @Test
    public final void aNoticeAboutNothingIsIncomplete() {
        assertIncomplete(
                notice(facts().lines(List.of()).deadline(TODAY.plusDays(30)), creditor(), debtor(DebtorKind.BUSINESS)));
    }

    @Test
    public final void aNoticeWithoutAnAccountToPayToIsIncomplete() {
        Creditor withoutAccount = creditorBuilder().build();
        assertIncomplete(notice(facts().deadline(TODAY.plusDays(30)), withoutAccount, debtor(DebtorKind.BUSINESS)));
    }

    @Test
    public final void aNoticeToADebtorWithoutAnAddressIsIncomplete() {
        Debtor nowhere = Debtor.named(new DebtorKey(FIRM, DebtorId.of("D2")), "Sans Adresse SARL")
                .kind(DebtorKind.BUSINESS)
                .country(country())
                .build();
        assertIncomplete(notice(facts().deadline(TODAY.plusDays(30)), creditor(), nowhere));
    }

    @Test
    public final void aRouteIsOpenExactlyWhenAllItsConditionsAreMet() {
        for (DebtorKind kind : DebtorKind.values()) {
            for (LegalRoute route : routes(claim(TODAY.minusDays(60), false), kind)) {
                assertFalse(route.conditions().isEmpty(), route.id() + " names no condition");
                boolean allMet = route.conditions().stream().allMatch(LegalRoute.Condition::met);
                assertEquals(allMet, route.open(), route.id() + " for " + kind);
                route.conditions().forEach(condition -> {
                    assertFalse(condition.text().isBlank(), route.id() + " has a condition without words");
                    assertFalse(condition.article().isBlank(), route.id() + " has a condition without article");
                });
            }
        }
    }

    @Test
    public final void routesHaveUniqueNamesAndTheSameQuestionHasTheSameAnswer() {
        for (DebtorKind kind : DebtorKind.values()) {
            List<LegalRoute> routes = routes(claim(TODAY.minusDays(60), false), kind);
            Set<String> names = new HashSet<>();
            routes.forEach(route -> assertTrue(names.add(route.id()), "twice: " + route.id()));
            assertEquals(routes, routes(claim(TODAY.minusDays(60), false), kind));
        }
    }

    @Test
    public final void aPublicBodyIsNeverSentTowardAnInjunction() {
        for (LegalRoute route : routes(claim(TODAY.minusDays(60), false), DebtorKind.PUBLIC)) {
            assertFalse(route.open() && route.id().contains("injonction"), route.id() + " is open for a public body");
        }
    }

    @Test
    public final void noRouteIsOpenForAClaimOfFortyYearsAgo() {
        for (DebtorKind kind : DebtorKind.values()) {
            routes(claim(TODAY.minusYears(40), false), kind)
                    .forEach(route -> assertFalse(route.open(), route.id() + " is open after forty years"));
        }
    }

    @Test
    public final void contestingAClaimOpensNoRoute() {
        for (DebtorKind kind : DebtorKind.values()) {
            Set<String> open = open(routes(claim(TODAY.minusDays(60), false), kind));
            assertTrue(open.containsAll(open(routes(claim(TODAY.minusDays(60), true), kind))));
        }
    }

    private static Set<String> open(List<LegalRoute> routes) {
        Set<String> open = new HashSet<>();
        routes.stream().filter(LegalRoute::open).forEach(route -> open.add(route.id()));
        return open;
    }

    private List<LegalRoute> routes(LegalClaim claim, DebtorKind kind) {
        return escalation().routes(claim, creditor(), debtor(kind));
    }

    private LegalClaim claim(LocalDate oldestDueDate, boolean contested) {
        return new LegalClaim(amount("1250.00"), amount("40.00"), oldestDueDate, contested, true, TODAY);
    }

    private FormalNotice notice(MessageFacts.Builder facts, Creditor creditor, Debtor debtor) {
        return escalation().formalNotice(facts.build(), creditor, debtor);
    }

    private MessageFacts.Builder facts() {
        MessageFacts.Line line = new MessageFacts.Line(
                "F-1",
                1,
                TODAY.minusDays(90),
                TODAY.minusDays(60),
                60,
                amount("1250.00"),
                amount("0.00"),
                amount("1250.00"));
        return MessageFacts.of(DocumentKind.FORMAL_NOTICE, "formal-notice", language(), TODAY, amount("1250.00"))
                .lines(List.of(line));
    }

    private Money amount(String decimal) {
        return Money.parse(decimal, currencyCode());
    }

    private Creditor creditor() {
        BankAccount account = new BankAccount("Exemple", "FR7630006000011234567890189", Optional.empty());
        return creditorBuilder().accounts(Map.of(currencyCode(), account)).build();
    }

    private Creditor.Builder creditorBuilder() {
        return Creditor.named(FIRM, "Exemple", address()).legalMentions(legalMentions());
    }

    private Debtor debtor(DebtorKind kind) {
        return Debtor.named(new DebtorKey(FIRM, DebtorId.of("D1")), "Modèle")
                .kind(kind)
                .country(country())
                .language(language())
                .address(address())
                .build();
    }

    private PostalAddress address() {
        return new PostalAddress(List.of("1 rue de l’Exemple"), postalCode(), "Modèleville", country());
    }

    private static void assertIncomplete(FormalNotice notice) {
        List<String> missing = notice.fold(new FormalNotice.Cases<>() {
            @Override
            public List<String> complete(MessageFacts facts) {
                return List.of();
            }

            @Override
            public List<String> incomplete(List<String> names) {
                return names;
            }
        });
        assertFalse(missing.isEmpty(), "complete, although something is missing");
        missing.forEach(name -> assertFalse(name.isBlank(), "what is missing has no name"));
    }

    private static MessageFacts complete(FormalNotice notice) {
        return notice.fold(new FormalNotice.Cases<>() {
            @Override
            public MessageFacts complete(MessageFacts facts) {
                return facts;
            }

            @Override
            public MessageFacts incomplete(List<String> missing) {
                throw new AssertionError("incomplete: " + missing);
            }
        });
    }
}
