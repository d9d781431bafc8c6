package org.quittance.document;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.quittance.api.document.DocumentException;
import org.quittance.api.document.RenderedMessage;

/** The words we ship keep the tone the suite promises. */
class ToneTest {

    private static final LetterRenderer RENDERER = new LetterRenderer(Samples.shelf());
    private static final Set<String> INTERNAL = Set.of("call", "handover");
    private static final Set<String> MAY_SPEAK_LAW = Set.of("last", "formal-notice");

    private static final Map<Locale, String> NEVER = Map.of(
            Locale.FRENCH,
            "dettes?|débiteurs?|débitrices?|créances?|saisies?|huissier|poursuites?|plainte|fichage|mauvais payeurs?"
                    + "|sous peine|dernier avertissement|immédiatement|impérativement|cher client",
            Locale.ENGLISH,
            "debts?|debtors?|seizure|bailiffs?|prosecut\\w+|blacklist\\w*|final"
                    + " warning|threat\\w*|immediately|sir|madam",
            Locale.GERMAN,
            "schulden|schuldner\\w*|schuld|pfändung\\w*|gerichtsvollzieher\\w*|drohen|schufa|unverzüglich|letztmalig");
    private static final Map<Locale, String> LAW = Map.of(
            Locale.FRENCH,
            "mise en demeure|demeure|tribunal|juridiction|judiciaires?|avocat|injonction|article|code"
                    + " civil|contentieux",
            Locale.ENGLISH,
            "formal notice|courts?|lawyers?|solicitors?|legal|proceedings|statutory|act",
            Locale.GERMAN,
            "förmlich\\w*|gerichtlich\\w*|anwalt\\w*|gesetzlich\\w*|mahnung|mahnbescheid\\w*|verzug setzen");
    private static final Map<Locale, String> REASON =
            Map.of(Locale.FRENCH, "raison|motif", Locale.ENGLISH, "reason", Locale.GERMAN, "Grund|Gründe");
    private static final Map<Locale, String> CROSSED = Map.of(
            Locale.FRENCH,
            "s’est croisé|déjà parti|nous a été adressé",
            Locale.ENGLISH,
            "has crossed|already on its way|paid before",
            Locale.GERMAN,
            "überschnitten|bereits unterwegs|vor Erhalt dieses Schreibens gezahlt");
    private static final Map<Locale, String> CALL_BACK = Map.of(
            Locale.FRENCH, "Rappelez-nous au", Locale.ENGLISH, "Call us back on", Locale.GERMAN, "Rufen Sie uns unter");

    @Test
    void nothingSentThreatensOrSpeaksOfDebt() throws DocumentException {
        for (Locale language : Templates.LANGUAGES) {
            for (String name : sent()) {
                String words = words(name, language);
                assertLacks(words, NEVER.get(language), name + " " + language);
            }
        }
    }

    @Test
    void noLegalVocabularyBeforeTheLastReminder() throws DocumentException {
        for (Locale language : Templates.LANGUAGES) {
            for (String name : sent()) {
                boolean germanMahnung = language.equals(Locale.GERMAN) && name.equals("firm");
                if (!MAY_SPEAK_LAW.contains(name) && !germanMahnung) {
                    assertLacks(words(name, language), LAW.get(language), name + " " + language);
                }
            }
        }
    }

    @Test
    void onlyTheFormalNoticeIsAMiseEnDemeure() throws DocumentException {
        for (String name : Templates.NAMES) {
            String words = words(name, Locale.FRENCH).toLowerCase(Locale.FRENCH);
            assertTrue(words.contains("en demeure") == name.equals("formal-notice"), name);
        }
    }

    @Test
    void everyContactAsksForTheReason() throws DocumentException {
        for (Locale language : Templates.LANGUAGES) {
            for (String name : Templates.NAMES) {
                assertHas(words(name, language), REASON.get(language), name + " " + language);
            }
        }
    }

    @Test
    void everyRequestMentionsPaymentsThatCrossed() throws DocumentException {
        for (Locale language : Templates.LANGUAGES) {
            for (String name : sent()) {
                if (!name.equals("thank-you")) {
                    String pattern = CROSSED.get(language)
                            + (name.matches("late-fee|service-suspension")
                                    ? "|s’est croisé|crossed|überschnitten"
                                    : "");
                    assertHas(words(name, language), pattern, name + " " + language);
                }
            }
        }
    }

    @Test
    void theFirstReminderInvitesToCallBackWithANumberAndAPerson() throws DocumentException {
        for (Locale language : Templates.LANGUAGES) {
            for (String name : List.of("courteous", "service-warning")) {
                String words = words(name, language);
                assertHas(words, CALL_BACK.get(language), name + " " + language);
                assertTrue(words.contains("Claire Modèle"));
            }
        }
    }

    @Test
    void theAnnouncedStepIsPrinted() throws DocumentException {
        for (Locale language : Templates.LANGUAGES) {
            for (String name : List.of("courteous", "firm", "last", "formal-notice", "service-warning", "late-fee")) {
                String text = RENDERER.render(
                                Samples.full(name, language, 2)
                                        .announcedStep("call")
                                        .build(),
                                Samples.creditor(),
                                Samples.debtor())
                        .text();
                assertTrue(text.contains(Words.in(language).step("call")), name + " " + language);
            }
        }
    }

    @Test
    void frenchIsSetWithNonBreakingSpacesAndCurlyApostrophes() throws DocumentException {
        for (String name : Templates.NAMES) {
            String words = words(name, Locale.FRENCH);
            assertFalse(words.contains("'"), name + ": straight apostrophe");
            assertLacks(words, " [;!?:»]|« ", name + ": breaking space");
        }
    }

    private static List<String> sent() {
        return Templates.NAMES.stream().filter(name -> !INTERNAL.contains(name)).toList();
    }

    /** The words of ours: rendered with facts that speak no law, the next step a plain reminder. */
    private static String words(String name, Locale language) throws DocumentException {
        RenderedMessage message = RENDERER.render(
                Samples.full(name, language, 2)
                        .announcedStep("firm")
                        .legalParagraphs(List.of())
                        .interest(Samples.euros(0), List.of())
                        .build(),
                Samples.creditor(),
                Samples.debtor());
        return message.subject() + "\n" + message.text();
    }

    private static void assertLacks(String text, String pattern, String where) {
        var found =
                Pattern.compile("(?iu)(?<!\\p{L})(" + pattern + ")(?!\\p{L})").matcher(text);
        assertFalse(found.find(), () -> where + " says «" + found.group() + "»");
    }

    private static void assertHas(String text, String pattern, String where) {
        assertTrue(Pattern.compile("(?iu)" + pattern).matcher(text).find(), () -> where + " lacks " + pattern + text);
    }
}
