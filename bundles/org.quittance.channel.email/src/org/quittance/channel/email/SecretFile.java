package org.quittance.channel.email;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.quittance.api.channel.ChannelException;

/**
 * A password or token in a file of its own, which nobody but its owner can read. It is read again for each login, since another
 * program may renew it, and never kept, logged or part of a message.
 */
final class SecretFile {

    private static final long BYTES_MAX = 16_384;

    private static final Set<PosixFilePermission> FOREIGN = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final Path file;

    SecretFile(Path file) {
        this.file = file;
    }

    /** @throws ChannelException where there is no such file, it is empty, or others may read it */
    String read() throws ChannelException {
        try {
            refuseForeign();
            if (Files.size(file) > BYTES_MAX) {
                throw ChannelException.lasting(file + " is too long for a password or token", null);
            }
            String secret = Files.readString(file).strip();
            if (secret.isEmpty()) {
                throw ChannelException.lasting(file + " is empty; write the password or token into it", null);
            }
            return secret;
        } catch (IOException e) {
            throw ChannelException.lasting("cannot read the password or token in " + file + ": " + e, e);
        }
    }

    /** Where a file system knows no such permissions (Windows) the folder's own have to do. */
    private void refuseForeign() throws IOException, ChannelException {
        if (!Files.getFileStore(file).supportsFileAttributeView(PosixFileAttributeView.class)) {
            return;
        }
        for (PosixFilePermission permission : Files.getPosixFilePermissions(file)) {
            if (FOREIGN.contains(permission)) {
                throw ChannelException.lasting(
                        file + " can be read or written by others than its owner; chmod 600 it, and change the secret",
                        null);
            }
        }
    }
}
