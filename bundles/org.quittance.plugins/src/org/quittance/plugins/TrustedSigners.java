package org.quittance.plugins;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.quittance.service.casework.CaseworkException;

/** The certificates in {@code etc/trusted-signers/*.pem}. They are trusted because they lie there, until they are taken away. */
final class TrustedSigners {

    private final Set<X509Certificate> certificates;

    private TrustedSigners(Set<X509Certificate> certificates) {
        this.certificates = certificates;
    }

    static TrustedSigners read(Path folder) throws CaseworkException {
        Set<X509Certificate> certificates = new HashSet<>();
        if (!Files.exists(folder)) {
            return new TrustedSigners(certificates);
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".pem")).toList()) {
                certificates.addAll(certificates(file));
            }
            return new TrustedSigners(certificates);
        } catch (IOException e) {
            throw Refusals.workspace(e, "file.unreadable", folder, e);
        }
    }

    private static List<X509Certificate> certificates(Path file) throws IOException, CaseworkException {
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (CertificateException e) {
            throw Refusals.input("signer.unreadable", file, e);
        }
    }

    boolean trusts(X509Certificate certificate) {
        return certificates.contains(certificate);
    }
}
