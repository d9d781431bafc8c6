package org.quittance.channel.email;

import java.util.Arrays;
import java.util.Locale;

/** How a connection to a mail server is kept from being read. There is no way that leaves a certificate unchecked. */
enum Security {
    STARTTLS(587, 143),
    TLS(465, 993),
    /** Unencrypted, to this machine only. */
    LOCAL(25, 143);

    private final int smtpPort;
    private final int imapPort;

    Security(int smtpPort, int imapPort) {
        this.smtpPort = smtpPort;
        this.imapPort = imapPort;
    }

    /** @throws IllegalArgumentException where the word is none of the three */
    static Security of(String word) {
        return Arrays.stream(values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("security «" + word + "» is none of starttls, tls and local"));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    int smtpPort() {
        return smtpPort;
    }

    int imapPort() {
        return imapPort;
    }
}
