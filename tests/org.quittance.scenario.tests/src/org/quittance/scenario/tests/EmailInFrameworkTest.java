package org.quittance.scenario.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.ServiceReference;
import org.quittance.api.channel.OutboundMessage;
import org.quittance.api.channel.ReminderChannel;
import org.quittance.api.model.Medium;
import org.quittance.service.casework.RunService;
import org.quittance.tck.channel.ChannelSamples;

/**
 * The mail library looks for parts of itself through class loaders that only a framework keeps apart, so that what it writes on
 * a flat class path proves nothing. Read here by hand, because a library that cannot find its parts would read as badly.
 */
class EmailInFrameworkTest {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"([^\"]+)\"");

    @TempDir
    private Path folder;

    private OpenFirm firm;
    private ClassLoader before;

    @BeforeEach
    void open() throws Exception {
        firm = OpenFirm.on(folder.resolve("firm"), LocalDate.of(2026, 11, 20));
        firm.service(RunService.class);
        before = Thread.currentThread().getContextClassLoader();
    }

    @AfterEach
    void close() throws Exception {
        Thread.currentThread().setContextClassLoader(before);
        firm.close();
    }

    @Test
    void anEmailHasTextAndHtmlAsAlternativesAndTheLetterAttached() throws Exception {
        // A thread of anybody's sees none of the mail library.
        Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
        Path outbox = Files.createDirectories(folder.resolve("out"));
        OutboundMessage message =
                ChannelSamples.message("framework-mail-1", outbox).build();
        email().send(message);

        Part mail = Part.of(Files.readString(onlyFile(outbox), StandardCharsets.US_ASCII));
        assertEquals("multipart/mixed", mail.type());
        List<Part> parts = mail.parts();
        assertEquals(2, parts.size(), mail.body);
        assertEquals("multipart/alternative", parts.get(0).type());
        assertEquals(
                List.of("text/plain", "text/html"),
                parts.get(0).parts().stream().map(Part::type).toList());
        parts.get(0).parts().forEach(text -> assertTrue(text.body.contains("r=C3=A9gler"), text.body));
        assertEquals("application/pdf", parts.get(1).type());
        assertArrayEquals(
                message.content().letter().bytes(),
                Base64.getMimeDecoder().decode(parts.get(1).body.strip()));
    }

    private ReminderChannel email() throws Exception {
        for (ServiceReference<ReminderChannel> reference :
                firm.context().getServiceReferences(ReminderChannel.class, null)) {
            ReminderChannel channel = firm.context().getService(reference);
            if (channel != null && channel.medium().equals(Medium.EMAIL)) {
                return channel;
            }
        }
        throw new AssertionError("no e-mail channel is there");
    }

    private static Path onlyFile(Path outbox) throws Exception {
        try (Stream<Path> files = Files.list(outbox)) {
            List<Path> found = files.toList();
            assertEquals(1, found.size(), found::toString);
            return found.get(0);
        }
    }

    /** A head and a body, as RFC 2046 has them. */
    private record Part(String head, String body) {

        static Part of(String text) {
            int blank = text.indexOf("\r\n\r\n");
            assertTrue(blank > 0, () -> "no head: " + text);
            return new Part(text.substring(0, blank).replaceAll("\r\n[ \t]+", " "), text.substring(blank + 4));
        }

        String contentType() {
            return head.lines()
                    .filter(line -> line.startsWith("Content-Type: "))
                    .findFirst()
                    .orElse("")
                    .replace("Content-Type: ", "");
        }

        String type() {
            return contentType().replaceAll(";.*", "").strip();
        }

        List<Part> parts() {
            Matcher boundary = BOUNDARY.matcher(contentType());
            assertTrue(boundary.find(), head);
            String end = "--" + boundary.group(1) + "--";
            assertTrue(body.contains(end), () -> "never closed: " + body);
            String[] pieces =
                    body.substring(0, body.indexOf(end)).split(Pattern.quote("--" + boundary.group(1) + "\r\n"));
            List<Part> parts = new ArrayList<>();
            for (int i = 1; i < pieces.length; i++) {
                parts.add(of(pieces[i]));
            }
            return parts;
        }
    }
}
