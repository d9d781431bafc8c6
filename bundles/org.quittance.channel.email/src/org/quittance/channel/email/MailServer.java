package org.quittance.channel.email;

import jakarta.mail.Session;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.quittance.api.channel.ChannelException;

/**
 * A mail server and how to log in to it.
 *
 * @param host its name, which its certificate must bear
 * @param user empty for no login
 * @param secret password or token; present exactly where there is a user
 * @param isToken whether the secret is an OAuth2 access token
 * @param trust certificates trusted besides those of Java
 */
record MailServer(
        String host,
        int port,
        Security security,
        Optional<String> user,
        Optional<SecretFile> secret,
        boolean isToken,
        Optional<Path> trust,
        Duration timeout) {

    MailServer {
        if (user.isPresent() != secret.isPresent()) {
            throw new IllegalArgumentException("a user needs a password-file or a token-file, and they need a user");
        }
        if (security == Security.LOCAL && user.isPresent()) {
            throw new IllegalArgumentException(
                    "security local is unencrypted: no password is sent that way; take starttls or tls, or no user");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port " + port + " is not between 1 and 65535");
        }
        if (timeout.isZero() || timeout.isNegative()) {
            throw new IllegalArgumentException("timeout-seconds must be at least 1");
        }
    }

    static Optional<MailServer> smtp(EmailAccount account) {
        return of(
                account,
                account.host(),
                account.port(),
                Security.of(account.security()).smtpPort());
    }

    static Optional<MailServer> imap(EmailAccount account) {
        return of(
                account,
                account.imap$_$host(),
                account.imap$_$port(),
                Security.of(account.security()).imapPort());
    }

    private static Optional<MailServer> of(EmailAccount account, String host, int port, int usualPort) {
        if (host.isBlank()) {
            return Optional.empty();
        }
        boolean isToken = !account.token$_$file().isBlank();
        if (isToken && !account.password$_$file().isBlank()) {
            throw new IllegalArgumentException("password-file and token-file: only one of them is for this account");
        }
        String secret = isToken ? account.token$_$file() : account.password$_$file();
        return Optional.of(new MailServer(
                host.strip(),
                port == 0 ? usualPort : port,
                Security.of(account.security()),
                Optional.of(account.user()).filter(user -> !user.isBlank()),
                file(account, secret).map(SecretFile::new),
                isToken,
                file(account, account.trusted$_$certificates()),
                Duration.ofSeconds(account.timeout$_$seconds())));
    }

    private static Optional<Path> file(EmailAccount account, String name) {
        return name.isBlank()
                ? Optional.empty()
                : Optional.of(Path.of(account.directory()).resolve(name));
    }

    /**
     * A session in which nothing can be sent or read unencrypted or to a server that is not whom it says.
     *
     * @param protocol {@code smtp} or {@code imap}
     */
    Session session(String protocol) throws ChannelException {
        String prefix = "mail." + protocol + ".";
        String millis = Long.toString(timeout.toMillis());
        Properties properties = new Properties();
        properties.put(prefix + "connectiontimeout", millis);
        properties.put(prefix + "timeout", millis);
        properties.put(prefix + "writetimeout", millis);
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.put(prefix + "ssl.enable", Boolean.toString(security == Security.TLS));
        properties.put(prefix + "starttls.enable", Boolean.toString(security == Security.STARTTLS));
        properties.put(prefix + "starttls.required", Boolean.toString(security == Security.STARTTLS));
        properties.put(prefix + "auth", Boolean.toString(user.isPresent()));
        properties.put(prefix + "ssl.socketFactory.fallback", "false");
        if (isToken) {
            properties.put(prefix + "auth.mechanisms", "XOAUTH2");
        }
        if (trust.isPresent()) {
            properties.put(prefix + "ssl.socketFactory", MailTrust.with(trust.get()));
        }
        if (security == Security.LOCAL) {
            refuseElsewhere();
        }
        return MailClasses.with(() -> Session.getInstance(properties));
    }

    private void refuseElsewhere() throws ChannelException {
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (!address.isLoopbackAddress()) {
                    throw ChannelException.lasting(
                            "security local is for a server on this machine, and " + host + " is " + address, null);
                }
            }
        } catch (UnknownHostException e) {
            throw ChannelException.lasting("nobody knows the mail server " + host, e);
        }
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
