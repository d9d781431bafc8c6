package org.quittance.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.cli.tests.CommandLineSession.Result;

/** Words and policies from the command line, on the demo's firm. */
class TemplateTest {

    @TempDir
    private static Path folder;

    private static Path workspace;
    private static JsonNode action;

    private final CommandLineSession session = new CommandLineSession(workspace);

    @BeforeAll
    static void openTheDemo() throws IOException {
        workspace = folder.resolve("demo");
        JsonNode demo = new CommandLineSession(workspace).json(0, "demo");
        demo.get("run")
                .get("actions")
                .forEach(one -> action = one.get("step").asText().equals("firm") ? one : action);
    }

    @BeforeEach
    void takeOverridesAway() throws IOException {
        try (var files = Files.list(Files.createDirectories(workspace.resolve("etc/templates")))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void everyTemplateIsListedAndCanBeShownAndIsGood() throws IOException {
        JsonNode templates = session.json(0, "template", "list").get("templates");
        assertTrue(templates.size() > 130, templates::toString);
        JsonNode shown = session.json(0, "template", "show", "courteous", "--language", "fr", "--form", "email");
        assertEquals("courteous.fr.email", shown.get("file").asText());
        assertTrue(shown.get("source").asText().contains("Rappelez-nous"));
        assertTrue(session.json(0, "template", "check").get("valid").asBoolean());
    }

    @Test
    void aLetterIsPreviewedAsAPageWithTheDebtorsOwnData() throws IOException {
        String debtor = action.get("debtor").asText();
        JsonNode preview = session.json(0, "template", "preview", "firm", "--debtor", debtor, "--language", "fr");
        String invoice = action.get("invoices").get(0).asText();
        assertTrue(preview.get("text").asText().contains(invoice), preview::toString);
        byte[] page = Files.readAllBytes(Path.of(preview.get("output").asText()));
        assertEquals("%PDF", new String(page, 0, 4));
    }

    @Test
    void everyFormCanBePreviewedInEveryLanguage() throws IOException {
        for (String language : new String[] {"fr", "en", "de"}) {
            for (String form : new String[] {"letter", "email", "sms", "phone"}) {
                JsonNode preview =
                        session.json(0, "template", "preview", "last", "--language", language, "--form", form);
                assertFalse(preview.get("text").asText().isBlank());
                assertEquals(form.equals("sms"), preview.has("sms"));
                assertEquals(form.equals("letter"), !preview.get("output").isNull());
            }
        }
        JsonNode sheet = session.json(0, "template", "preview", "call");
        assertTrue(Files.size(Path.of(sheet.get("output").asText())) > 1_000);
        assertEquals(
                1,
                session.json(0, "template", "preview", "courteous", "--form", "sms")
                        .get("sms")
                        .get("segments")
                        .asInt());
    }

    @Test
    void aFileOfTheFirmCountsAtOnceAndABadOneStopsTheRunWithItsLine() throws IOException {
        Path file = workspace.resolve("etc/templates/courteous.fr.email");
        String source = session.json(0, "template", "show", "courteous", "--language", "fr", "--form", "email")
                .get("source")
                .asText();
        Files.writeString(file, source.replace("simple oubli", "oubli tout simple"));
        assertTrue(session.json(0, "template", "preview", "courteous", "--language", "fr", "--form", "email")
                .get("text")
                .asText()
                .contains("oubli tout simple"));

        Files.writeString(file, source.replace("simple oubli", "oubli de votre dette"));
        JsonNode problem = session.json(3, "template", "check", file.toString())
                .get("problems")
                .get(0);
        assertEquals("word-forbidden", problem.get("code").asText());
        assertEquals("montant dû", problem.get("instead").asText());
        Result run = session.type("run", "--dry-run").mustExit(3);
        assertTrue(
                run.err().contains("etc/templates/courteous.fr.email:8")
                        && run.err().contains("dette"),
                run::err);
        session.type("template", "list").mustExit(3);
        session.type("template", "preview", "courteous", "--language", "fr", "--form", "email")
                .mustExit(3);
    }

    @Test
    void whatIsNotThereIsNamedWithWhatIs() {
        Result name = session.type("template", "show", "friendly").mustExit(2);
        assertTrue(name.err().contains("courteous, courtesy-note"), name::err);
        Result form = session.type("template", "preview", "formal-notice", "--form", "sms")
                .mustExit(2);
        assertTrue(form.err().contains("formal-notice.en.letter"), form::err);
        session.type("template", "preview", "firm", "--debtor", "C-02", "--step", "nowhere")
                .mustExit(2);
        session.type("template", "check", workspace.resolve("nothing.fr.sms").toString())
                .mustExit(3);
    }

    @Test
    void aTypedTextIsCheckedBeforeItLeaves() {
        CommandLineSession french = new CommandLineSession(workspace, Locale.FRENCH);
        Result bad =
                french.type("template", "check", "--text", "Votre dette !!").mustExit(3);
        assertTrue(bad.out().contains("montant dû") && bad.out().contains("[shouting]"), bad::out);
        french.type("template", "check", "--text", "Merci de nous rappeler.").mustExit(0);
        session.type("template", "check", "--text", "Gentile cliente", "--language", "it")
                .mustExit(2);
    }

    @Test
    void policiesAreListedShownAndAShippedOneMayBeCopied() throws IOException {
        JsonNode policies = session.json(0, "policy", "list").get("policies");
        assertEquals(3, policies.size());
        JsonNode service = session.json(0, "policy", "show", "service");
        assertEquals(3, service.get("steps").size());
        assertEquals(
                "10.00", service.get("steps").get(1).get("lateFee").get("EUR").asText());
        session.type("policy", "show", "hard").mustExit(2);

        Path copy = folder.resolve("service.json");
        Files.writeString(copy, """
            {"id": "service", "names": {"fr": "Service"}, "minimumGapDays": 4, "transitDays": 3, "steps": [
              {"id": "warning", "kind": "reminder", "thresholdDays": 5, "template": "service-warning", "media": ["email"]},
              {"id": "late-fee", "kind": "reminder", "thresholdDays": 10, "template": "late-fee", "media": ["email"],
               "charges": ["late-fee"], "lateFee": {"EUR": "10.00"}}]}
            """);
        JsonNode check = session.json(0, "policy", "check", copy.toString());
        assertTrue(check.get("valid").asBoolean());
        assertEquals("warning", check.get("problems").get(0).get("severity").asText());

        Files.writeString(copy, Files.readString(copy).replace("service-warning", "service-waning"));
        Result unknown = session.type("policy", "check", copy.toString()).mustExit(3);
        assertTrue(unknown.out().contains("service-warning"), unknown::out);
    }

    @Test
    void aPolicyIsPrintedAsTheFileItIsWrittenInBeforeThereIsAWorkspace() throws IOException {
        CommandLineSession early = new CommandLineSession(folder.resolve("none"), Locale.FRENCH);
        String source =
                early.type("policy", "show", "standard", "--source").mustExit(0).out();
        Path copy = Files.writeString(folder.resolve("standard.json"), source);
        early.type("policy", "check", copy.toString()).mustExit(0);
        early.type("policy", "list").mustExit(0);
        assertFalse(Files.exists(folder.resolve("none")));
    }
}
