package org.quittance.product.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** The built server product and one workspace, in a folder of their own. */
record Product(Path folder) {

    private static final String PRODUCTS = "releng/org.quittance.repository/target/products/quittance-server";
    private static final long COMMAND_SECONDS = 120;
    private static final long WAIT_NANOS = TimeUnit.SECONDS.toNanos(COMMAND_SECONDS);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What one command gave back. */
    record Result(int exit, String out, String err) {

        Result mustExit(int expected) {
            assertEquals(expected, exit, () -> "stdout: " + out + "\nstderr: " + err);
            return this;
        }

        JsonNode json() throws IOException {
            return JSON.readTree(out);
        }
    }

    Path workspace() {
        return folder.resolve("ws");
    }

    /** Types a command in a folder and waits for it. */
    Result typeIn(Path directory, String... words) throws Exception {
        Path out = Files.createTempFile(folder, "out", "");
        Path err = Files.createTempFile(folder, "err", "");
        Process process = process(words)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertTrue(process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS), () -> String.join(" ", words));
        return new Result(process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    }

    Result type(String... words) throws Exception {
        return typeIn(folder, words);
    }

    /** Starts a server and waits until it takes commands in. */
    Process serve() throws Exception {
        Path out = Files.createTempFile(folder, "serve", "");
        Path err = folder.resolve("serve.err");
        Process process = process("serve")
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        await(() -> !process.isAlive() || size(out) > 0);
        assertTrue(process.isAlive(), () -> read(err));
        return process;
    }

    private ProcessBuilder process(String... words) throws IOException {
        List<String> line = new ArrayList<>(
                List.of(program().toString(), "--workspace", workspace().toString()));
        line.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder;
    }

    private static Path program() throws IOException {
        Path products = Path.of(System.getProperty("quittance.root")).resolve(PRODUCTS);
        try (Stream<Path> files = Files.walk(products, 5)) {
            return files.filter(file -> file.endsWith("bin/quittance"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Where the product is. */
    static Path home() throws IOException {
        return program().getParent().getParent();
    }

    /** Letters that were made. */
    List<String> letters() throws IOException {
        try (Stream<Path> files = Files.list(workspace().resolve("out"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".pdf"))
                    .sorted()
                    .toList();
        }
    }

    /** Waits for something another process does. */
    static void await(BooleanSupplier condition) throws InterruptedException {
        long begun = System.nanoTime();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() - begun < WAIT_NANOS, "waited too long");
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static long size(Path file) {
        return file.toFile().length();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
