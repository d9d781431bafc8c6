package org.quittance.proof.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Set;
import org.quittance.api.model.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Ed25519 key pair of an installation, made at first use: {@code etc/keys/journal-private.pem}, for its owner's eyes only,
 * and {@code etc/keys/journal-public.pem}, for everybody. PEM as OpenSSL reads it.
 */
final class SigningKeys {

    static final String PUBLIC = "journal-public.pem";
    static final String PRIVATE = "journal-private.pem";

    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);
    private static final String ALGORITHM = "Ed25519";
    private static final String POSIX = "posix";
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_FOLDER = PosixFilePermissions.fromString("rwx------");

    private final PrivateKey privateKey;
    private final PublicKey publicKey;

    private SigningKeys(PrivateKey privateKey, PublicKey publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    static synchronized SigningKeys of(Path workspace) throws IOException {
        Path folder = folder(workspace);
        Path file = folder.resolve(PRIVATE);
        if (!Files.exists(file)) {
            make(folder);
        }
        protect(file);
        return new SigningKeys(readPrivate(file), readPublic(folder.resolve(PUBLIC)));
    }

    private static Path folder(Path workspace) {
        return workspace.resolve("etc").resolve("keys");
    }

    static Path publicKeyOf(Path workspace) {
        return folder(workspace).resolve(PUBLIC);
    }

    /** The public key first: a private key without it would be a pair nobody can check. */
    private static void make(Path folder) throws IOException {
        try {
            var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            createFolder(folder);
            Path next = folder.resolve(PUBLIC + ".next");
            Files.writeString(next, pem("PUBLIC KEY", pair.getPublic().getEncoded()), StandardCharsets.US_ASCII);
            Files.move(next, folder.resolve(PUBLIC), StandardCopyOption.REPLACE_EXISTING);
            Path secret = folder.resolve(PRIVATE + ".next");
            Files.deleteIfExists(secret);
            createProtected(secret);
            Files.writeString(secret, pem("PRIVATE KEY", pair.getPrivate().getEncoded()), StandardCharsets.US_ASCII);
            Files.move(secret, folder.resolve(PRIVATE), StandardCopyOption.ATOMIC_MOVE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform from 15 on has Ed25519", e);
        }
    }

    private static void createFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (isPosix(folder)) {
            Files.setPosixFilePermissions(folder, OWNER_FOLDER);
        }
    }

    /** Created with its permissions, so that there is no moment in which others may read it. */
    private static void createProtected(Path file) throws IOException {
        try {
            if (isPosix(file.getParent())) {
                FileAttribute<?> ownerOnly = PosixFilePermissions.asFileAttribute(OWNER_ONLY);
                Files.createFile(file, ownerOnly);
            } else {
                Files.createFile(file);
            }
        } catch (FileAlreadyExistsException e) {
            throw new IOException(file + " appeared meanwhile; another process is making the key pair", e);
        }
    }

    /** A restored backup, or a copy by hand, has lost them. */
    private static void protect(Path file) throws IOException {
        if (isPosix(file) && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
            Files.setPosixFilePermissions(file, OWNER_ONLY);
            LOG.warn("{} could be read by others and is closed now; whoever read it can sign heads in your name", file);
        }
    }

    /** Where the file store is not found, as in a chroot whose mount table does not list the folder, the system is asked. */
    static boolean isPosix(Path path) {
        try {
            return Files.getFileStore(path).supportsFileAttributeView(POSIX);
        } catch (IOException e) {
            LOG.debug("The file store of {} is not known", path, e);
            return path.getFileSystem().supportedFileAttributeViews().contains(POSIX);
        }
    }

    static PublicKey readPublic(Path file) throws IOException {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(body(file, "PUBLIC KEY")));
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " is not an Ed25519 public key", e);
        }
    }

    private static PrivateKey readPrivate(Path file) throws IOException {
        try {
            return KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(body(file, "PRIVATE KEY")));
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " is not an Ed25519 private key; restore it from a backup", e);
        }
    }

    private static byte[] body(Path file, String label) throws IOException {
        String text = Files.readString(file, StandardCharsets.US_ASCII);
        String begin = "-----BEGIN " + label + "-----";
        int from = text.indexOf(begin);
        int to = text.indexOf("-----END " + label + "-----");
        if (from < 0 || to < from) {
            throw new IOException(file + " is not a PEM file with a " + label);
        }
        try {
            return Base64.getMimeDecoder().decode(text.substring(from + begin.length(), to));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " is damaged", e);
        }
    }

    private static String pem(String label, byte[] der) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
    }

    String publicPem() {
        return pem("PUBLIC KEY", publicKey.getEncoded());
    }

    /** SHA-256 of the public key as OpenSSL writes it in DER. */
    String fingerprint() {
        return fingerprint(publicKey);
    }

    static String fingerprint(PublicKey key) {
        return Sha256.hex(key.getEncoded());
    }

    byte[] sign(byte[] bytes) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(privateKey);
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key that was read can sign", e);
        }
    }

    static boolean isSigned(PublicKey key, byte[] bytes, byte[] signed) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(bytes);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            // Wrong length or form: no signature of this key.
            return false;
        }
    }
}
