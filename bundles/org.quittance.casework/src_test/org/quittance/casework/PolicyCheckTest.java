package org.quittance.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.interest.ChargeKind;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.model.DebtorKind;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.policy.Policy;
import org.quittance.service.policy.PolicyProblem;
import org.quittance.service.template.TemplateLibrary;
import org.quittance.service.template.TemplateProblem;

/** What an installation finds wrong with a policy, and what it lets pass. */
class PolicyCheckTest {

    private final Path folder;
    private final World world;

    PolicyCheckTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        world = new World(folder);
        world.installation.addRegime(regime("b2b", DebtorKind.BUSINESS, Set.of(ChargeKind.values())), Map.of());
        world.installation.addRegime(regime("b2c", DebtorKind.CONSUMER, Set.of(ChargeKind.INTEREST)), Map.of());
    }

    @AfterEach
    void close() throws Exception {
        world.close();
    }

    @Test
    void aCopyOfEveryShippedPolicyIsValid() throws Exception {
        for (String id : List.of("standard", "service", "gentle")) {
            List<PolicyProblem> problems = world.library.check(copy(id));
            assertTrue(problems.stream().noneMatch(PolicyProblem::blocks), () -> id + " " + problems);
        }
        List<PolicyProblem> service = world.library.check(copy("service"));
        assertTrue(
                service.stream()
                        .anyMatch(problem -> problem.path().equals("steps[1].charges")
                                && problem.text().contains("consumer of a creditor in FR")),
                service::toString);
    }

    @Test
    void aRegimeThatClaimsALateFeeFromFrenchConsumersIsAnErrorOfTheInstallation() throws Exception {
        world.installation.addRegime(
                regime("rogue", DebtorKind.CONSUMER, Set.of(ChargeKind.values())), Map.of("service.ranking", 10));
        assertTrue(world.library.check(copy("service")).stream()
                .anyMatch(problem -> problem.blocks() && problem.text().contains("offence")));
    }

    @Test
    void aChargeNobodyMayBeAskedForIsAnError() throws Exception {
        World bare = new World(folder.resolve("bare"));
        try {
            assertTrue(bare.library.check(copy("service")).stream()
                    .anyMatch(problem -> problem.blocks() && problem.path().equals("steps[1].charges")));
        } finally {
            bare.close();
        }
    }

    @Test
    void anUnknownTemplateIsNamedWithThoseThereAre() throws Exception {
        world.renderers.addLibrary(library(List.of()), Map.of());
        Path file = copy("standard");
        Files.writeString(file, Files.readString(file).replace("\"template\": \"firm\"", "\"template\": \"frim\""));
        world.renderer.without = "frim";
        List<PolicyProblem> problems = world.library.check(file);
        assertTrue(
                problems.stream()
                        .anyMatch(problem -> problem.blocks()
                                && problem.path().equals("steps[2].template")
                                && problem.text().contains("«frim»")
                                && problem.text().contains("there are templates courteous, firm")),
                problems::toString);
    }

    @Test
    void aBadTemplateStopsTheRunBeforeItBegins() throws Exception {
        world.renderers.addLibrary(
                library(List.of(
                        new TemplateProblem(
                                "etc/templates/firm.fr.email",
                                7,
                                "word-forbidden",
                                true,
                                "dette",
                                "montant dû",
                                "«dette» is no word"),
                        new TemplateProblem("etc/templates/firm.fr.sms", 1, "advice", false, "", "", "only advice"))),
                Map.of());
        world.debtor("anne");
        world.bankDataComplete();
        LocalDate day = LocalDate.of(2026, 3, 12);
        world.invoice("F-anne", "anne", day.minusDays(5), "120.00");
        CaseworkException refused = assertThrows(CaseworkException.class, () -> world.prepare(day));
        assertEquals(CaseworkException.Kind.INPUT, refused.kind());
        String message = String.valueOf(refused.getMessage());
        assertTrue(message.contains("etc/templates/firm.fr.email:7") && message.contains("«dette»"), message);
        assertEquals(message.indexOf("firm.fr.email:7"), message.lastIndexOf("firm.fr.email:7"), "said once");
        assertTrue(!message.contains("only advice"), message);
        assertEquals(List.of(), world.messages.runs(World.FIRM, 10));
    }

    private Path copy(String id) throws Exception {
        Path file = folder.resolve(id + ".json");
        try (InputStream in =
                Class.forName("org.quittance.engine.policy.JsonPolicyReader").getResourceAsStream(id + ".json")) {
            Files.write(file, in.readAllBytes());
        }
        return file;
    }

    private static InterestRegime regime(String id, DebtorKind kind, Set<ChargeKind> titles) {
        return (InterestRegime) Proxy.newProxyInstance(
                InterestRegime.class.getClassLoader(),
                new Class<?>[] {InterestRegime.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "id" -> id;
                    case "governs" -> arguments[0].equals("FR") && arguments[1] == kind;
                    case "titles" -> titles;
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> id.hashCode();
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static TemplateLibrary library(List<TemplateProblem> problems) {
        return (TemplateLibrary) Proxy.newProxyInstance(
                TemplateLibrary.class.getClassLoader(),
                new Class<?>[] {TemplateLibrary.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "names" -> List.of("courteous", "firm");
                    case "check" -> arguments[0] instanceof Policy ? problems : List.of();
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
