package org.quittance.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The sample connector, made as its document says, in the product. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class PlugInTest {

    private static final String SAMPLE = "releng/samples/plug-in/build.sh";
    private static final String NAME = "com.example.agency";

    @TempDir
    private static Path connector;

    @TempDir
    private Path folder;

    private Product product;
    private Process server;

    @BeforeEach
    void begin() throws Exception {
        product = new Product(folder);
        Firm.prepare(product, 1);
        if (!Files.exists(connector.resolve("author.pem"))) {
            Path script = Path.of(System.getProperty("quittance.root"), SAMPLE);
            Process built = new ProcessBuilder(script.toString(), Product.home().toString(), connector.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(new File(connector.toFile(), "build.log"))
                    .start();
            assertEquals(
                    0, built.waitFor(), () -> connector.resolve("build.log").toString());
        }
        Path trusted = Files.createDirectories(product.workspace().resolve("etc/trusted-signers"));
        Files.copy(connector.resolve("author.pem"), trusted.resolve("author.pem"));
    }

    @AfterEach
    void end() throws InterruptedException {
        if (server != null) {
            server.destroyForcibly().waitFor();
        }
    }

    private JsonNode install() throws Exception {
        return product.type("install", connector.resolve("agency-example.jar").toString(), "--json")
                .mustExit(0)
                .json();
    }

    private List<String> listed() throws Exception {
        return product.type("install", "--list", "--json").mustExit(0).json().findValuesAsText("state");
    }

    private boolean isAmongTheServices() throws Exception {
        return product.type("services", "--json")
                .mustExit(0)
                .json()
                .get("services")
                .findValuesAsText("bundle")
                .contains(NAME);
    }

    @Test
    void aPlugInIsThereAgainInTheNextProcess() throws Exception {
        assertEquals(
                "CN=Example Connectors", install().at("/installed/0/signer").asText());
        assertEquals(List.of("SATISFIED"), listed());
        assertTrue(isAmongTheServices());
        product.type("uninstall", NAME).mustExit(0);
        assertFalse(isAmongTheServices());
    }

    @Test
    void aServerTakesItInWhileItRunsAndAKilledOneLosesNothing() throws Exception {
        server = product.serve();
        install();
        assertTrue(isAmongTheServices());
        server.destroyForcibly().waitFor();
        server = product.serve();
        assertEquals(List.of("SATISFIED"), listed());
        product.type("uninstall", NAME).mustExit(0);
        assertFalse(isAmongTheServices());
        server.destroy();
        assertTrue(server.waitFor(60, TimeUnit.SECONDS));
        assertEquals(List.of(), listed());
    }
}
