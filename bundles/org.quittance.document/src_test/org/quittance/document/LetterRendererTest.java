package org.quittance.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.quittance.api.document.DocumentException;
import org.quittance.api.document.DocumentKind;
import org.quittance.api.document.MessageFacts;
import org.quittance.api.document.RenderedMessage;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.CreditorReference;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.Money;
import org.quittance.document.reading.PdfText;

class LetterRendererTest {

    private static final LetterRenderer RENDERER = new LetterRenderer(Samples.shelf());

    @Test
    void knowsEveryTemplateOfTheShippedPoliciesInEveryLanguage() {
        for (Locale language : List.of(Locale.FRENCH, Locale.FRANCE, Locale.ENGLISH, Locale.UK, Locale.GERMAN)) {
            for (String name : Templates.NAMES) {
                assertTrue(RENDERER.knows(name, language), name + " " + language);
            }
        }
        assertFalse(RENDERER.knows("courteous", Locale.ITALIAN));
        assertFalse(RENDERER.knows("unheard-of", Locale.FRENCH));
    }

    @Test
    void noTemplateLacksAVariableWhateverTheFacts() throws DocumentException {
        for (Locale language : Templates.LANGUAGES) {
            for (String name : Templates.NAMES) {
                for (int lines : new int[] {1, 4}) {
                    for (RenderedMessage message : List.of(
                            RENDERER.render(
                                    Samples.plain(name, language, lines)
                                            .deadline(LocalDate.of(2026, 12, 7))
                                            .build(),
                                    bare(),
                                    nameless()),
                            RENDERER.render(
                                    Samples.full(name, language, lines).build(), Samples.creditor(), Samples.debtor()),
                            RENDERER.render(
                                    Samples.full(name, language, lines)
                                            .earlierMessages(List.of(LocalDate.of(2026, 11, 3)))
                                            .announcedStep("a-step-of-their-own")
                                            .build(),
                                    Samples.creditor(),
                                    nameless()))) {
                        assertFalse(message.subject().isBlank());
                        for (String form : List.of(message.subject(), message.text(), message.html())) {
                            assertFalse(form.contains("{{") || form.contains("}}"), form);
                        }
                    }
                }
            }
        }
    }

    @Test
    void pagesAndTextAndHtmlStateEveryFact() throws DocumentException {
        for (Locale language : Templates.LANGUAGES) {
            MessageFacts facts = Samples.full("formal-notice", language, 3)
                    .interestKnownUntil(LocalDate.of(2026, 11, 18))
                    .build();
            RenderedMessage message = RENDERER.render(facts, Samples.creditor(), Samples.debtor());
            Words words = Words.in(language);
            List<String> expected = new ArrayList<>(List.of(
                    "R-2026-00042",
                    "C042",
                    "123 456 782",
                    "Boulangerie Modèle & Fils",
                    "Dominique Sœur",
                    "8 place du Marché",
                    "38000 Grenoble",
                    "Exemple SARL",
                    "12 rue de l’Exemple",
                    "RCS Lyon 732 829 320",
                    "FR44732829320",
                    "Claire Modèle",
                    "+33 4 72 00 00 00",
                    "compta@exemple.example",
                    "FR76 3000 6000 0112 3456 7890 189",
                    "AGRIFRPP",
                    "EXEMPLE SARL",
                    "RF62 F202 6001 234",
                    "AV-2026-007",
                    "C. com. L441-10 II",
                    "Paragraphe légal de l’épreuve.",
                    "Second paragraphe légal.",
                    words.percent(facts.segments().get(0).rate()),
                    words.date(facts.date()),
                    words.date(LocalDate.of(2026, 12, 7)),
                    words.date(LocalDate.of(2026, 11, 18)),
                    words.shortDate(LocalDate.of(2026, 10, 2)),
                    words.money(facts.principal()),
                    words.money(facts.interest()),
                    words.money(facts.indemnity()),
                    words.money(facts.fees()),
                    words.money(facts.total()),
                    words.money(Samples.euros(-15_000)),
                    words.money(Samples.euros(2_139)),
                    words.step("handover")));
            for (MessageFacts.Line line : facts.lines()) {
                expected.addAll(List.of(
                        line.number(),
                        words.shortDate(line.issueDate()),
                        words.shortDate(line.dueDate()),
                        Integer.toString(line.daysLate()),
                        words.money(line.original()),
                        words.money(line.paid()),
                        words.money(line.claimed())));
            }
            String page = PdfText.of(message.letter().bytes());
            String text = PdfText.flat(message.text());
            String html = PdfText.flat(message.html().replaceAll("<[^>]*>", " ").replace("&amp;", "&"));
            for (String fact : expected) {
                String flat = PdfText.flat(fact);
                assertTrue(page.contains(flat), language + " page lacks «" + flat + "» in " + page);
                assertTrue(text.contains(flat), language + " text lacks «" + flat + "»");
                assertTrue(html.contains(flat), language + " html lacks «" + flat + "»");
            }
        }
    }

    @Test
    void theSameFactsGiveTheSameBytesInEveryZoneAndLocale() throws DocumentException {
        MessageFacts facts = Samples.full("last", Locale.FRENCH, 5).build();
        RenderedMessage first = RENDERER.render(facts, Samples.creditor(), Samples.debtor());
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            RenderedMessage again =
                    new LetterRenderer(Samples.shelf()).render(facts, Samples.creditor(), Samples.debtor());
            assertEquals(first.subject(), again.subject());
            assertEquals(first.text(), again.text());
            assertEquals(first.html(), again.html());
            assertArrayEquals(first.letter().bytes(), again.letter().bytes());
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    @Test
    void lettersThatNameTheirFontsSayTheSame() throws DocumentException {
        MessageFacts facts = Samples.full("firm", Locale.FRENCH, 3).build();
        String embedded = PdfText.of(RENDERER.render(facts, Samples.creditor(), Samples.debtor())
                .letter()
                .bytes());
        byte[] named = new StandardFontsRenderer(Samples.shelf())
                .render(facts, Samples.creditor(), Samples.debtor())
                .letter()
                .bytes();
        assertEquals(embedded.replace('−', '–'), PdfText.of(named));
        assertTrue(named.length < 12_000, named.length + " bytes");
    }

    @Test
    void refusesAFormalNoticeThatIsNotComplete() {
        Creditor creditor = Samples.creditor();
        MessageFacts.Builder noLines = MessageFacts.of(
                        DocumentKind.FORMAL_NOTICE, "formal-notice", Locale.FRENCH, Samples.TODAY, Samples.euros(100))
                .deadline(LocalDate.of(2026, 12, 7));
        assertRefused(
                "names a calendar date",
                Samples.plain("formal-notice", Locale.FRENCH, 1).build(),
                creditor);
        assertRefused("invoice", noLines.build(), creditor);
        assertRefused(
                "creditor.accounts: none for EUR",
                Samples.full("formal-notice", Locale.FRENCH, 1).build(),
                bare("USD"));
        assertRefused(
                "not after",
                Samples.full("formal-notice", Locale.FRENCH, 1)
                        .deadline(Samples.TODAY)
                        .build(),
                creditor);
    }

    @Test
    void refusesWordsThatAreForAnotherKindOfDocument() {
        MessageFacts sheetAsLetter = MessageFacts.of(
                        DocumentKind.REMINDER, "call", Locale.FRENCH, Samples.TODAY, Samples.euros(100))
                .build();
        assertRefused("CALL_SHEET", sheetAsLetter, Samples.creditor());
        MessageFacts noticeInDisguise = MessageFacts.of(
                        DocumentKind.REMINDER, "formal-notice", Locale.FRENCH, Samples.TODAY, Samples.euros(100))
                .build();
        assertRefused("FORMAL_NOTICE", noticeInDisguise, Samples.creditor());
    }

    @Test
    void namesAMissingTemplateAndItsLanguage() {
        MessageFacts facts = MessageFacts.of(
                        DocumentKind.REMINDER, "courteous", Locale.ITALIAN, Samples.TODAY, Samples.euros(100))
                .build();
        assertRefused("«courteous» in language it", facts, Samples.creditor());
    }

    @Test
    void whatComesFromTheLedgerIsEscapedAndStaysOnItsLine() throws DocumentException {
        Debtor debtor = Samples.debtorNamed("<script>alert(\"1\")</script> & {{total}}\nBcc: x")
                .build();
        RenderedMessage message =
                RENDERER.render(Samples.plain("call", Locale.FRENCH, 1).build(), Samples.creditor(), debtor);
        assertFalse(message.html().contains("<script>"), message.html());
        assertTrue(message.html().contains("&lt;script&gt;"));
        assertTrue(message.html().contains("{{total}}"), "names are not templates");
        assertEquals(1, message.subject().lines().count());
    }

    @Test
    void htmlFetchesNothingAndSaysItsLanguage() throws DocumentException {
        String html = RENDERER.render(
                        Samples.full("firm", Locale.GERMAN, 2).build(), Samples.creditor(), Samples.debtor())
                .html();
        assertTrue(html.startsWith("<!DOCTYPE html>"));
        assertTrue(html.contains("<html lang=\"de\">"));
        for (String fetched : List.of("http:", "https:", "src=", "<link", "@import", "url(")) {
            assertFalse(html.contains(fetched), fetched);
        }
    }

    @Test
    void nobodyIsAskedToPayWithoutBeingToldWhereTo() throws DocumentException {
        MessageFacts reminder = Samples.plain("courteous", Locale.FRENCH, 1).build();
        assertRefused("accounts.EUR in etc/creditors/exemple.json", reminder, bare("USD"));
        MessageFacts thanks = Samples.plain("thank-you", Locale.FRENCH, 1).build();
        assertFalse(
                RENDERER.render(thanks, bare("USD"), Samples.debtor()).text().isEmpty());
    }

    @Test
    void amountsOfOtherCurrenciesAreNamedAndHaveNoQrCode() throws DocumentException {
        Currency dollar = Currency.getInstance("USD");
        Money amount = Money.ofMinor(123_456, dollar);
        MessageFacts.Line line = new MessageFacts.Line(
                "INV-1",
                1,
                LocalDate.of(2026, 9, 1),
                LocalDate.of(2026, 10, 1),
                51,
                amount,
                Money.zero(dollar),
                amount);
        MessageFacts facts = MessageFacts.of(DocumentKind.REMINDER, "courteous", Locale.ENGLISH, Samples.TODAY, amount)
                .reference("R-1", CreditorReference.of("INV1"))
                .lines(List.of(line))
                .build();
        String page = PdfText.of(
                RENDERER.render(facts, bare("USD"), Samples.debtor()).letter().bytes());
        assertTrue(page.contains("USD 1,234.56"), page);
        assertFalse(page.contains("Scan"), page);
    }

    @Test
    void theFileIsNamedByDateTemplateAndReference() throws DocumentException {
        MessageFacts facts = Samples.plain("courteous", Locale.FRENCH, 1)
                .reference("R/2026 é", CreditorReference.of("1"))
                .build();
        assertEquals(
                "2026-11-21_courteous_R-2026-.pdf",
                RENDERER.render(facts, Samples.creditor(), Samples.debtor())
                        .letter()
                        .fileName());
    }

    private static void assertRefused(String because, MessageFacts facts, Creditor creditor) {
        DocumentException refusal =
                assertThrows(DocumentException.class, () -> RENDERER.render(facts, creditor, Samples.debtor()));
        assertTrue(refusal.getMessage().contains(because), refusal.getMessage());
    }

    /** Without contact, telephone or e-mail. */
    private static Creditor bare() {
        return bare("EUR");
    }

    private static Creditor bare(String currency) {
        Creditor full = Samples.creditor();
        return Creditor.named(full.id(), full.name(), full.address())
                .accounts(Map.of(currency, full.account("EUR").orElseThrow()))
                .build();
    }

    /** Without contact, number or address. */
    private static Debtor nameless() {
        return Debtor.named(Samples.debtor().key(), "Modèle").build();
    }
}
