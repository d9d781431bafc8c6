package org.quittance.plugins;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.quittance.service.casework.CaseworkException;

/**
 * Who signed a file. A signer counts only for the whole of it: every entry has to be theirs, and every entry they signed has to be
 * there. A file that is signed in part, or was changed since, is refused whatever anybody allows.
 */
final class Signature {

    /** What carries a signature is not covered by one. */
    private static final Pattern CARRIER =
            Pattern.compile("META-INF/(MANIFEST\\.MF|[^/]+\\.(SF|RSA|DSA|EC)|SIG-[^/]+)", Pattern.CASE_INSENSITIVE);

    private Signature() {}

    /**
     * The subject of the trusted certificate that signed everything; empty where nobody trusted did.
     *
     * @param jar opened for verification
     * @param shown what the file is called when people are told about it
     */
    static Optional<String> of(JarFile jar, TrustedSigners trusted, Path shown) throws IOException, CaseworkException {
        List<JarEntry> entries = Collections.list(jar.entries());
        refuseAmbiguous(jar, entries, shown);
        Set<X509Certificate> signers = new LinkedHashSet<>();
        boolean isFirst = true;
        for (JarEntry entry : entries) {
            if (entry.isDirectory() || CARRIER.matcher(entry.getName()).matches()) {
                continue;
            }
            Set<X509Certificate> own = signersOf(jar, entry, shown);
            if (!isFirst && own.isEmpty() != signers.isEmpty()) {
                throw Refusals.input("signature.partial", shown, entry.getName());
            }
            if (isFirst) {
                signers.addAll(own);
            } else if (!signers.isEmpty()) {
                signers.retainAll(own);
                if (signers.isEmpty()) {
                    throw Refusals.input("signature.partial", shown, entry.getName());
                }
            }
            isFirst = false;
        }
        return signers.stream()
                .filter(trusted::trusts)
                .map(signer -> signer.getSubjectX500Principal().getName())
                .findFirst();
    }

    /** Two entries of one name could be read differently by whoever checks and whoever runs them. */
    private static void refuseAmbiguous(JarFile jar, List<JarEntry> entries, Path shown)
            throws IOException, CaseworkException {
        Set<String> names = new HashSet<>();
        for (JarEntry entry : entries) {
            if (!names.add(entry.getName())) {
                throw Refusals.input("signature.broken", shown, entry.getName());
            }
        }
        for (String promised : jar.getManifest().getEntries().keySet()) {
            if (!names.contains(promised)) {
                throw Refusals.input("signature.broken", shown, promised);
            }
        }
    }

    /** An entry's signature is known, and checked, only once the whole of it was read. */
    private static Set<X509Certificate> signersOf(JarFile jar, JarEntry entry, Path shown)
            throws IOException, CaseworkException {
        try (InputStream in = jar.getInputStream(entry)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (SecurityException e) {
            throw Refusals.input("signature.broken", shown, entry.getName());
        }
        Set<X509Certificate> signers = new LinkedHashSet<>();
        CodeSigner[] found = entry.getCodeSigners();
        if (found != null) {
            for (CodeSigner signer : found) {
                Certificate own = signer.getSignerCertPath().getCertificates().get(0);
                signers.add((X509Certificate) own);
            }
        }
        return signers;
    }
}
