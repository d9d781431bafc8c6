package org.quittance.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Unix domain socket of a workspace, in a folder that only its owner may enter. Its place is written beside it, because the path
 * of a socket has about a hundred bytes, and a workspace may lie deeper.
 */
final class CommandSocket implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CommandSocket.class);

    /** Of 104 on macOS and 108 on Linux, with the zero at the end. */
    private static final int PATH_BYTES_MAX = 100;

    private static final String FOLDER = "server";
    private static final String ADDRESS = "address";
    private static final String SOCKET = "commands";
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final FileAttribute<?> PRIVATE = PosixFilePermissions.asFileAttribute(OWNER_ONLY);

    private final Path address;
    private final Path socket;
    private final ServerSocketChannel channel;

    private CommandSocket(Path address, Path socket, ServerSocketChannel channel) {
        this.address = address;
        this.socket = socket;
        this.channel = channel;
    }

    /** To be called by the process that owns the workspace: what a server before it left behind is replaced. */
    static CommandSocket open(Path workspace) throws IOException {
        Path folder = privateFolder(workspace);
        Path near = folder.resolve(SOCKET).toAbsolutePath();
        Path socket = near.toString().getBytes(UTF_8).length <= PATH_BYTES_MAX
                ? near
                : Files.createTempDirectory("quittance-", PRIVATE).resolve(SOCKET);
        Files.deleteIfExists(socket);
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        boolean open = false;
        try {
            channel.bind(UnixDomainSocketAddress.of(socket));
            Path address = folder.resolve(ADDRESS);
            Path next = folder.resolve(ADDRESS + ".next");
            Files.writeString(next, socket.toString());
            Files.move(next, address, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            open = true;
            return new CommandSocket(address, socket, channel);
        } finally {
            if (!open) {
                channel.close();
            }
        }
    }

    private static Path privateFolder(Path workspace) throws IOException {
        Path folder = workspace.resolve(FOLDER);
        if (Files.isDirectory(folder)) {
            Files.setPosixFilePermissions(folder, OWNER_ONLY);
            return folder;
        }
        return Files.createDirectory(folder, PRIVATE);
    }

    /** A connection to the server of a workspace; empty where none listens. */
    static Optional<SocketChannel> connect(Path workspace) throws IOException {
        String place;
        try {
            place = Files.readString(workspace.resolve(FOLDER).resolve(ADDRESS)).strip();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        boolean connected = false;
        try {
            channel.connect(UnixDomainSocketAddress.of(place));
            connected = true;
            return Optional.of(channel);
        } catch (IOException e) {
            // A server that was killed leaves its address behind.
            LOG.debug("Nobody listens on {}.", place, e);
            return Optional.empty();
        } finally {
            if (!connected) {
                channel.close();
            }
        }
    }

    SocketChannel accept() throws IOException {
        return channel.accept();
    }

    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(address);
            Files.deleteIfExists(socket);
            if (!socket.getParent().equals(address.getParent())) {
                Files.deleteIfExists(socket.getParent());
            }
        } catch (IOException e) {
            LOG.warn("The socket {} is left behind; the next server replaces it.", socket, e);
        }
    }
}
