package org.quittance.channel.email;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.channel.ChannelException;

/** Trusts the authorities Java trusts, and those of a file of the firm's own. */
final class MailTrust {

    private static final String KIND = "PKCS12";

    private MailTrust() {}

    /** @throws ChannelException where the file cannot be read */
    static SSLSocketFactory with(Path file) throws ChannelException {
        try {
            KeyStore all = KeyStore.getInstance(KIND);
            all.load(null, null);
            int number = 0;
            for (TrustManager manager : managers(null)) {
                if (manager instanceof X509TrustManager known) {
                    for (var authority : known.getAcceptedIssuers()) {
                        all.setCertificateEntry("java-" + number++, authority);
                    }
                }
            }
            try (InputStream in = Files.newInputStream(file)) {
                for (Certificate own : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                    all.setCertificateEntry("own-" + number++, own);
                }
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers(all), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException | IOException e) {
            throw ChannelException.lasting("cannot read the certificates in " + file + ": " + e, e);
        }
    }

    private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
