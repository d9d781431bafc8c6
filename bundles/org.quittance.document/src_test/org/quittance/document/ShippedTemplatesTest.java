package org.quittance.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.quittance.api.document.DocumentException;
import org.quittance.service.template.SmsLength;
import org.quittance.service.template.TemplateEntry;
import org.quittance.service.template.TemplateForm;
import org.quittance.service.template.TemplateKey;
import org.quittance.service.template.TemplateLibrary;
import org.quittance.service.template.TemplateProblem;
import org.quittance.service.template.WrittenMessage;

/** The templates we ship are the first that must keep our own rules. */
class ShippedTemplatesTest {

    private static final TemplateShelf SHELF = Samples.shelf();

    @Test
    void noneHasAProblem() {
        List<TemplateProblem> problems = SHELF.entries().stream()
                .flatMap(entry -> entry.problems().stream())
                .toList();
        assertEquals(List.of(), problems);
    }

    @Test
    void everyOneExistsInEveryLanguageAndInTheSameTone() {
        Map<String, List<TemplateEntry>> byNameAndForm = SHELF.entries().stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.key().name() + "." + entry.key().form()));
        byNameAndForm.forEach((name, entries) -> {
            assertEquals(
                    Set.of("fr", "en", "de"),
                    entries.stream()
                            .map(entry -> entry.key().language().getLanguage())
                            .collect(Collectors.toSet()),
                    name);
            assertEquals(1, entries.stream().map(TemplateEntry::tone).distinct().count(), name);
            assertEquals(1, entries.stream().map(TemplateEntry::kind).distinct().count(), name);
        });
    }

    @Test
    void everyReminderHasEveryForm() {
        for (TemplateEntry entry : SHELF.entries()) {
            if (entry.kind().equals("REMINDER")) {
                Set<TemplateForm> forms = SHELF.entries().stream()
                        .map(TemplateEntry::key)
                        .filter(key -> key.name().equals(entry.key().name()))
                        .map(TemplateKey::form)
                        .collect(Collectors.toCollection(TreeSet::new));
                assertEquals(Set.of(TemplateForm.values()), forms, entry.key().name());
            }
        }
    }

    @Test
    void aShortMessageTakesOneOrTwoSegmentsAndSaysNoAmount() throws DocumentException {
        for (TemplateEntry entry : SHELF.entries()) {
            TemplateKey key = entry.key();
            if (key.form() == TemplateForm.SMS) {
                TemplateLibrary.Sample sample = SHELF.sample(key, Samples.creditor(), LocalDate.of(2026, 11, 20));
                for (int lines : new int[] {1, 4}) {
                    WrittenMessage message = SHELF.write(
                            key,
                            Samples.plain(key.name(), key.language(), lines).build(),
                            Samples.creditor(),
                            sample.debtor());
                    SmsLength length = message.sms().orElseThrow();
                    assertTrue(length.gsm7(), () -> key.fileName() + " needs two bytes a letter: " + message.text());
                    assertTrue(length.segments() <= 2, key.fileName());
                    assertFalse(message.text().matches("(?s).*(€|EUR|\\d,\\d\\d).*"), message.text());
                }
            }
        }
    }

    @Test
    void aScriptIdentifiesBeforeItSaysWhatItIsAbout() throws DocumentException {
        for (TemplateEntry entry : SHELF.entries()) {
            TemplateKey key = entry.key();
            if (key.form() == TemplateForm.PHONE) {
                String text = SHELF.write(
                                key,
                                Samples.full("call", key.language(), 1).build(),
                                Samples.creditor(),
                                Samples.debtor())
                        .text();
                Words words = Words.in(key.language());
                int last = 0;
                for (String step : PhoneScript.STEPS) {
                    int at = text.indexOf(words.text("phone." + step));
                    assertTrue(at > last, key.fileName() + " lacks " + step + " in its place:\n" + text);
                    last = at;
                }
                String before = text.substring(
                        text.indexOf(words.text("phone.identify")), text.indexOf(words.text("phone.purpose")));
                assertFalse(before.contains("F-2026"), "the invoice is named before the person is known");
            }
        }
    }

    @Test
    void frenchWordsHaveTheSpacesThatDoNotBreak() throws DocumentException {
        for (TemplateEntry entry : SHELF.entries()) {
            if (entry.key().form() == TemplateForm.EMAIL
                    && entry.key().language().equals(Locale.FRENCH)) {
                String text = SHELF.write(
                                entry.key(),
                                Samples.full(entry.key().name(), Locale.FRENCH, 2)
                                        .build(),
                                Samples.creditor(),
                                Samples.debtor())
                        .text();
                assertFalse(text.matches("(?s).*( [;!?:»]|« ).*"), entry.key().fileName());
                assertTrue(text.contains("Objet\u00a0:"), entry.key().fileName());
                assertTrue(text.matches("(?s).*nos salutations (distinguées|les meilleures).*"), text);
            }
        }
    }
}
