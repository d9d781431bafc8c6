package org.quittance.channel.email;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A real mail server of the test's own, with TLS and a certificate nobody knows but those it is given to. */
final class MailHouse implements AutoCloseable {

    static final String USER = "compta@exemple.example";
    static final String PASSWORD = "mot-de-passe-modele";

    private static final String KEY_WORD = "changeit";
    private static final Path KEYS = keys();
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final Path folder;
    private final GreenMail server;
    private final ServerSetup smtp;

    private MailHouse(Path folder, String protocol) {
        this.folder = folder;
        this.smtp = new ServerSetup(0, "localhost", protocol);
        smtp.setServerStartupTimeout(TIMEOUT.toMillis());
        ServerSetup imap = new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_IMAPS);
        this.server = new GreenMail(new ServerSetup[] {smtp, imap});
        server.setUser(USER, PASSWORD);
        server.start();
        password(PASSWORD);
    }

    static MailHouse withTls(Path folder) {
        return new MailHouse(folder, ServerSetup.PROTOCOL_SMTPS);
    }

    static MailHouse unencrypted(Path folder) {
        return new MailHouse(folder, ServerSetup.PROTOCOL_SMTP);
    }

    GreenMail server() {
        return server;
    }

    int smtpPort() {
        return smtp.getProtocol().equals(ServerSetup.PROTOCOL_SMTPS)
                ? server.getSmtps().getPort()
                : server.getSmtp().getPort();
    }

    int imapPort() {
        return server.getImaps().getPort();
    }

    /** The account of the user, over TLS. */
    MailServer account() {
        return at(smtpPort(), true);
    }

    MailServer accountWithoutCertificate() {
        return at(smtpPort(), false);
    }

    MailServer imap() {
        return at(imapPort(), true);
    }

    private MailServer at(int port, boolean isTrusted) {
        return new MailServer(
                "localhost",
                port,
                Security.TLS,
                Optional.of(USER),
                Optional.of(new SecretFile(secret())),
                false,
                isTrusted ? Optional.of(certificate()) : Optional.empty(),
                TIMEOUT);
    }

    static MailServer local(int port, Duration timeout) {
        return new MailServer(
                "localhost",
                port,
                Security.LOCAL,
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                timeout);
    }

    Path secret() {
        return folder.resolve("password");
    }

    /** Writes what the account logs in with. */
    void password(String password) {
        try {
            Files.writeString(secret(), password + "\n");
            Files.setPosixFilePermissions(secret(), PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server's certificate as its owner would hand it out. */
    private static Path certificate() {
        return KEYS.resolveSibling("server.pem");
    }

    /** A key and a certificate for localhost, made by the tool of the JDK; the server reads them once in the life of this JVM. */
    private static Path keys() {
        try {
            Path folder = Files.createTempDirectory("mail-house");
            folder.toFile().deleteOnExit();
            Path keys = folder.resolve("keys.p12");
            keytool("-genkeypair", keys, "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "SAN=dns:localhost");
            keytool(
                    "-exportcert",
                    keys,
                    "-rfc",
                    "-file",
                    folder.resolve("server.pem").toString());
            keys.toFile().deleteOnExit();
            folder.resolve("server.pem").toFile().deleteOnExit();
            System.setProperty("greenmail.tls.keystore.file", keys.toString());
            System.setProperty("greenmail.tls.keystore.password", KEY_WORD);
            System.setProperty("greenmail.tls.key.password", KEY_WORD);
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void keytool(String command, Path keys, String... more) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                command,
                "-alias",
                "server",
                "-storetype",
                "PKCS12",
                "-keystore",
                keys.toString(),
                "-storepass",
                KEY_WORD));
        line.addAll(List.of(more));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException("keytool: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    static EmailChannel channel(MailServer server) {
        return new EmailChannel(
                "email-lyon",
                "",
                false,
                Set.of(),
                Optional.of(new SmtpSubmission("email-lyon", server, 4, new RateLimit(0, System::nanoTime))));
    }

    /** How many messages with this Message-ID arrived anywhere. */
    int arrived(String key) {
        int found = 0;
        for (MimeMessage message : server.getReceivedMessages()) {
            try {
                if (message.getMessageID().startsWith("<" + key + "@")) {
                    found++;
                }
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }
        return found;
    }

    @Override
    public void close() {
        server.stop();
    }
}
