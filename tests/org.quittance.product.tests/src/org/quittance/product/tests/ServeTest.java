package org.quittance.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ServeTest {

    /** What a process ends with that was asked to end. */
    private static final int TERMINATED = 143;

    /** Enough for several groups of a dispatch. */
    private static final int MESSAGES = 300;

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private Product product;
    private Process server;

    @BeforeAll
    static void prepare() throws Exception {
        Firm.prepare(new Product(shared), MESSAGES);
    }

    @BeforeEach
    void begin() throws IOException {
        product = new Product(folder);
        Path original = new Product(shared).workspace();
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.toList()) {
                Files.copy(file, product.workspace().resolve(original.relativize(file)));
            }
        }
    }

    @AfterEach
    void end() throws InterruptedException {
        if (server != null) {
            server.destroyForcibly().waitFor();
        }
    }

    private void serve(boolean approve) throws Exception {
        Files.writeString(
                product.workspace().resolve("etc/org.quittance.server.json"),
                "{\"approve\": " + approve + ", \"lookEverySeconds\": 1, \"dispatchEveryMinutes\": 1}");
        server = product.serve();
    }

    private void terminate() throws InterruptedException {
        server.destroy();
        assertTrue(server.waitFor(60, TimeUnit.SECONDS));
        assertEquals(TERMINATED, server.exitValue());
    }

    private void awaitLetters(int count) throws InterruptedException {
        Product.await(() -> {
            try {
                return product.letters().size() >= count;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Every message left once: posting counts those that are known to be made, files count those that were. */
    private void assertEverythingLeftOnce(int messages) throws Exception {
        // Takes its turn after the one of the server, whose last letters may not be committed yet.
        product.type("dispatch").mustExit(0);
        List<String> letters = product.letters();
        assertEquals(messages, letters.size());
        assertEquals(
                messages,
                letters.stream().map(name -> name.split("_")[1]).distinct().count());
        assertEquals(
                messages,
                product.type("posted", "--all", "--on", Firm.TODAY, "--json")
                        .mustExit(0)
                        .json()
                        .at("/counts/SENT")
                        .asInt());
        assertTrue(product.type("journal", "verify", "--json")
                .mustExit(0)
                .json()
                .get("valid")
                .asBoolean());
    }

    @Test
    void anAskedServerEndsInTheMiddleOfADispatchAndTheNextOneGoesOn() throws Exception {
        serve(true);
        awaitLetters(1);
        terminate();
        assertTrue(product.letters().size() < MESSAGES);
        serve(true);
        awaitLetters(MESSAGES);
        assertEverythingLeftOnce(MESSAGES);
    }

    @Test
    void aKilledServerLosesNothingAndTheNextOneSendsNothingTwice() throws Exception {
        serve(true);
        awaitLetters(1);
        server.destroyForcibly().waitFor();
        assertTrue(product.letters().size() < MESSAGES);
        serve(true);
        awaitLetters(MESSAGES);
        assertEverythingLeftOnce(MESSAGES);
    }

    @Test
    void commandsAreExecutedInTheServerAsTheyWouldBeWithoutIt() throws Exception {
        Product.Result before = product.type("ageing", "--json");
        Product.Result refused = product.type("explain", "F-99");
        serve(false);
        assertEquals(before, product.type("ageing", "--json"));
        assertEquals(refused, product.type("explain", "F-99"));
        assertEquals(
                MESSAGES,
                product.type("approve", "--json")
                        .mustExit(0)
                        .json()
                        .at("/counts/APPROVED")
                        .asInt());
        product.type("dispatch").mustExit(0);
        assertEverythingLeftOnce(MESSAGES);
        terminate();
        product.type("ageing").mustExit(0);
    }

    @Test
    void filesAreMeantFromWhereTheCommandIsTyped() throws Exception {
        serve(false);
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        product.typeIn(elsewhere, "backup", "all.zip").mustExit(0);
        assertTrue(Files.size(elsewhere.resolve("all.zip")) > 0);
        assertFalse(Files.exists(folder.resolve("all.zip")));
    }

    @Test
    void aSecondServerIsRefusedAndSaysWhoOwnsTheWorkspace() throws Exception {
        serve(false);
        Product.Result second = product.type("serve").mustExit(4);
        assertTrue(second.err().contains(Long.toString(server.pid())), second.err());
    }

    @Test
    void aServerWithAWrongHourDoesNotStart() throws Exception {
        Files.writeString(product.workspace().resolve("etc/org.quittance.server.json"), "{\"prepareAt\": \"noon\"}");
        Product.Result refused = product.type("serve").mustExit(3);
        assertTrue(refused.err().contains("prepareAt"), refused.err());
    }
}
