package org.quittance.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.quittance.api.document.DocumentException;
import org.quittance.api.document.TemplateSource;
import org.quittance.api.document.TemplateText;
import org.quittance.service.policy.Policy;
import org.quittance.service.policy.PolicyReader;
import org.quittance.service.template.TemplateForm;
import org.quittance.service.template.TemplateKey;
import org.quittance.service.template.TemplateProblem;
import org.quittance.service.tone.ToneContext;
import org.quittance.service.tone.ToneFinding;
import org.quittance.service.tone.ToneLint;

/** A firm's own templates over the shipped ones. */
class TemplateShelfTest {

    private static final String GOOD = """
        kind: REMINDER
        tone: courteous
        subject: Un petit rappel de {{creditor}}
        --- opening
        Bonjour,
        --- body
        Merci de régler {{total}}. Rappelez-nous si une raison s'y oppose.
        --- closing
        Bien à vous,
        """;

    private final List<TemplateText> files = new ArrayList<>();
    private final Counting lint = new Counting();
    private final TemplateShelf shelf = new TemplateShelf(lint);
    private final LetterRenderer renderer = new LetterRenderer(shelf, () -> {
        throw new IllegalStateException("no page is asked for here");
    });

    TemplateShelfTest() {
        shelf.addSource(() -> List.copyOf(files), Map.of());
    }

    @Test
    void aFileOfTheFirmWinsAndEverythingElseStaysAsShipped() throws DocumentException {
        String shipped = text("courteous", TemplateForm.EMAIL);
        put("courteous.fr.email", GOOD);
        shelf.entries();
        assertTrue(text("courteous", TemplateForm.EMAIL).contains("Merci de régler 1\u202f234,56\u00a0€"));
        assertFalse(shipped.contains("petit rappel"));
        assertTrue(text("courteous", TemplateForm.LETTER).contains("Il s’agit sans doute d’un simple oubli"));
        assertTrue(text("firm", TemplateForm.EMAIL).contains("deuxième rappel"));
        files.clear();
        shelf.entries();
        assertEquals(shipped, text("courteous", TemplateForm.EMAIL));
    }

    @Test
    void aChangedFileCountsFromTheNextCheckOnAndNotInTheMiddle() throws DocumentException {
        put("courteous.fr.email", GOOD);
        shelf.check(standard());
        files.clear();
        put("courteous.fr.email", GOOD.replace("petit rappel", "mot"));
        assertTrue(text("courteous", TemplateForm.EMAIL).contains("petit rappel"));
        shelf.check(standard());
        assertTrue(text("courteous", TemplateForm.EMAIL).contains("Un mot de"));
    }

    @Test
    void aTextIsCheckedOnceHoweverManyRunsAndLettersThereAre() throws DocumentException {
        put("courteous.fr.email", GOOD);
        shelf.check(standard());
        text("courteous", TemplateForm.EMAIL);
        int first = lint.calls.get();
        for (int i = 0; i < 50; i++) {
            assertEquals(List.of(), shelf.check(standard()));
            text("courteous", TemplateForm.EMAIL);
        }
        assertEquals(first, lint.calls.get());
        files.clear();
        put("courteous.fr.email", GOOD.replace("petit rappel", "mot"));
        shelf.check(standard());
        assertTrue(lint.calls.get() - first <= 2, "only what changed is looked at again");
    }

    @Test
    void aBadFileStopsItsPolicyWithFileLineAndProblem() {
        put("courteous.fr.email", GOOD.replace("Merci de régler {{total}}.", "Votre dette : {{amount}}."));
        List<TemplateProblem> problems = shelf.check(standard());
        assertEquals(
                List.of("variable-missing", "variable-unknown", "word-forbidden"),
                problems.stream().map(TemplateProblem::code).toList(),
                problems::toString);
        TemplateProblem word = problems.get(2);
        assertEquals("etc/templates/courteous.fr.email", word.file());
        assertEquals(7, word.line());
        assertEquals("montant dû", word.instead());
        DocumentException refused = assertThrows(
                DocumentException.class,
                () -> renderer.render(
                        Samples.plain("courteous", Locale.FRENCH, 1).build(), Samples.creditor(), Samples.debtor()));
        assertTrue(refused.getMessage().contains("courteous.fr.email"), refused::getMessage);
    }

    @Test
    void aBadFileOfAnotherNameStopsNobody() {
        put("unfinished.fr.letter", "kind: REMINDER\n");
        assertEquals(List.of(), shelf.check(standard()));
        assertTrue(shelf.entries().stream().anyMatch(entry -> !entry.isGood()));
    }

    @Test
    void aFileWhoseNameSaysNothingIsFoundBeforeTheRun() {
        for (String name : List.of("courteous.fr.leter", "courteous.it.letter", "Courteous.fr.letter", "notes.txt")) {
            files.clear();
            put(name, GOOD);
            assertEquals("file-name", shelf.check(standard()).get(0).code(), name);
        }
    }

    @Test
    void everyMistakeIsFoundWithItsLine() {
        String[][] mistakes = {
            {"kind: REMINDER", "kind: LOVE_LETTER", "kind", "1"},
            {"tone: courteous", "tone: loud", "tone", "2"},
            {"tone: courteous\n", "", "tone", "1"},
            {"--- closing", "--- ending", "part", "0"},
            {"Bonjour,", "{{#hasPhone}} Bonjour,", "tag", "5"},
            {"Bonjour,", "Bonjour {{/hasPhone}},", "tag", "5"},
            {"Bonjour,", "Bonjour {{{debtor}}},", "tag", "5"},
            {"Bonjour,", "Bonjour {{> other}},", "tag", "5"},
            {"Bonjour,", "Bonjour {{debtor,", "tag", "5"},
            {"Bonjour,", "Bonjour {{#total}}x{{/total}},", "variable-unknown", "5"},
            {"Bonjour,", "Bonjour {{client}},", "variable-unknown", "5"},
            {"Bonjour,", "Avant le {{deadline}},", "variable-unguarded", "5"},
            {"Bonjour,", "{{^hasDeadline}}Avant le {{deadline}}{{/hasDeadline}},", "variable-unguarded", "5"},
            {"{{total}}", "la somme", "variable-missing", "0"},
            {"Rappelez-nous si", "Sauf si", "invitation-missing", "0"},
            {"Bonjour,", "Bonjour !!", "shouting", "5"},
            {"Bonjour,", "Mise en demeure,", "legal-early", "5"},
            {"Bonjour,", "Bonj\ufffdur,", "encoding", "0"},
            {"Bonjour,", "> C. com. L441-10 II | hier | Tout retard coûte.", "quotation-unmarked", "5"},
        };
        assertEquals(List.of(), shelf.check("courteous.fr.letter", GOOD));
        for (String[] mistake : mistakes) {
            List<TemplateProblem> problems = shelf.check("courteous.fr.letter", GOOD.replace(mistake[0], mistake[1]));
            assertTrue(
                    problems.stream()
                            .anyMatch(problem -> problem.code().equals(mistake[2])
                                    && problem.line() == Integer.parseInt(mistake[3])),
                    () -> mistake[1] + " -> " + problems);
        }
    }

    @Test
    void aShortMessageKeepsItsLengthAndItsDiscretion() {
        String sms = "kind: REMINDER\ntone: firm\n--- text\n{{creditor}} : merci de nous rappeler.\n";
        assertEquals(List.of(), shelf.check("firm.fr.sms", sms));
        assertEquals("sms-discretion", only(shelf.check("firm.fr.sms", sms.replace("merci", "{{total}}, merci"))));
        assertEquals("sms-discretion", only(shelf.check("firm.fr.sms", sms.replace("merci", "facture impayée"))));
        assertEquals("variable-missing", only(shelf.check("firm.fr.sms", sms.replace("{{creditor}}", "Nous"))));
        assertEquals("sms-too-long", only(shelf.check("firm.fr.sms", sms.replace("merci", "merci ".repeat(60)))));
        assertEquals("sms-too-long", only(shelf.check("firm.fr.sms", sms.replace("merci", "reçu ".repeat(30)))));
    }

    @Test
    void aScriptSaysAtLeastItsPurposeAndTheRestIsTheCallOfThatLanguage() throws DocumentException {
        put("firm.fr.phone", "kind: CALL_SHEET\ntone: firm\n--- purpose\n- « Parlons de la facture. »\n");
        put(
                "call.fr.phone",
                source("call.fr.phone").replace("Bonjour, ici {{creditor}}", "Bonjour, au nom de {{creditor}}"));
        shelf.entries();
        String text = text("firm", TemplateForm.PHONE);
        assertTrue(text.contains("Parlons de la facture") && text.contains("Bonjour, au nom de Exemple SARL"), text);
        assertEquals(
                "part", only(shelf.check("firm.fr.phone", "kind: CALL_SHEET\ntone: firm\n--- recap\n- « Merci. »\n")));
    }

    @Test
    void aQuotedLawIsPrintedWithItsVersion() throws DocumentException {
        put(
                "courteous.fr.email",
                GOOD.replace(
                        "Merci de régler",
                        "> C. com. L441-10 II | 2021-02-27 | Les pénalités de retard sont exigibles.\n\n"
                                + "Merci de régler"));
        shelf.entries();
        String text = text("courteous", TemplateForm.EMAIL).replace('\u00a0', ' ');
        assertTrue(
                text.contains(
                        "« Les pénalités de retard sont exigibles. » (C. com. L441-10 II, version en vigueur depuis"
                                + " le 27 février 2021)"),
                text);
    }

    @Test
    void whenTheFirmsTemplatesCannotBeReadNothingIsRenderedWithTheShippedOnes() {
        TemplateSource broken = () -> {
            throw new DocumentException("the disk is gone");
        };
        shelf.addSource(broken, Map.of());
        assertEquals("unreadable", shelf.check(standard()).get(0).code());
        DocumentException refused = assertThrows(DocumentException.class, () -> text("firm", TemplateForm.EMAIL));
        assertTrue(refused.getMessage().contains("the disk is gone"));
        shelf.removeSource(broken);
        assertEquals(List.of(), shelf.check(standard()));
    }

    @Test
    void theShippedPoliciesCanBeRunWithTheShippedTemplates() {
        reader().shipped().forEach(policy -> assertEquals(List.of(), shelf.check(policy), policy.id()));
    }

    @Test
    void theToneOfAStepMustFitItsPlace() {
        String json = """
            {"id": "hard", "names": {"fr": "Dur"}, "minimumGapDays": 5, "transitDays": 3, "steps": [
              {"id": "one", "kind": "reminder", "thresholdDays": 3, "template": "last", "media": ["letter", "sms"]},
              {"id": "two", "kind": "reminder", "thresholdDays": 9, "template": "formal-notice", "media": ["letter"]},
              {"id": "three", "kind": "call", "thresholdDays": 19, "template": "firm", "media": ["call"],
               "expiresAfterDays": 5},
              {"id": "four", "kind": "reminder", "thresholdDays": 29, "template": "call", "media": ["email"]}]}
            """;
        Policy policy = reader().read(json).policy().get(0);
        List<String> found = shelf.check(policy).stream()
                .map(problem -> problem.file().replaceAll(".*, step ", "") + " " + problem.code())
                .distinct()
                .toList();
        assertEquals(List.of("one tone-early", "two kind", "two tone-early", "four template-missing"), found);
    }

    @Test
    void everyNameATemplateMayUseIsThereOrLookedFor() {
        Map<String, Object> all = TemplateFacts.of(
                Samples.full("last", Locale.FRENCH, 2).build(),
                Samples.creditor(),
                Samples.debtor(),
                Words.in(Locale.FRENCH));
        for (String name : all.keySet()) {
            boolean condition = all.get(name) instanceof Boolean;
            assertTrue(
                    condition ? TemplateVariables.isCondition(name) : TemplateVariables.isText(name),
                    name + " is not among the variables");
        }
        TemplateVariables.texts().forEach(name -> assertTrue(all.containsKey(name), name));
        TemplateVariables.conditions().forEach(name -> assertTrue(all.containsKey(name), name));
    }

    private void put(String name, String text) {
        files.add(new TemplateText(name, "etc/templates/" + name, text));
    }

    private String source(String fileName) {
        return shelf.entries().stream()
                .filter(entry -> entry.key().fileName().equals(fileName))
                .findFirst()
                .orElseThrow()
                .source();
    }

    private String text(String name, TemplateForm form) throws DocumentException {
        var facts = Samples.plain(form == TemplateForm.PHONE ? "call" : name, Locale.FRENCH, 1);
        var written = shelf.write(
                new TemplateKey(name, Locale.FRENCH, form), facts.build(), Samples.creditor(), Samples.debtor());
        return written.subject() + "\n" + written.text();
    }

    private static String only(List<TemplateProblem> problems) {
        assertEquals(1, problems.size(), problems::toString);
        return problems.get(0).code();
    }

    private static Policy standard() {
        return reader().shipped().stream()
                .filter(policy -> policy.id().equals("standard"))
                .findFirst()
                .orElseThrow();
    }

    private static PolicyReader reader() {
        try {
            return (PolicyReader) Class.forName("org.quittance.engine.policy.JsonPolicyReader")
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Counting implements ToneLint {

        private final ToneLint real = Samples.lint();
        private final AtomicInteger calls = new AtomicInteger();

        @Override
        public java.util.Set<Locale> languages() {
            return real.languages();
        }

        @Override
        public List<ToneFinding> check(String text, ToneContext context) {
            calls.incrementAndGet();
            return real.check(text, context);
        }
    }
}
