package org.quittance.workspace;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.text.Sentence;
import org.quittance.service.workspace.WorkspaceException;
import org.quittance.service.workspace.WorkspaceException.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The operating system's lock on a workspace; it goes away with the process, however that ends. The file keeps the number of
 * the process that took it last, to be named to the next.
 */
final class WorkspaceLock {

    private static final Logger LOG = LoggerFactory.getLogger(WorkspaceLock.class);

    private final FileChannel channel;

    private WorkspaceLock(FileChannel channel) {
        this.channel = channel;
    }

    static WorkspaceLock take(Path file) throws WorkspaceException {
        FileChannel channel = open(file);
        boolean taken = false;
        try {
            taken = channel.tryLock() != null;
            if (!taken) {
                throw locked(file, null);
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(US_ASCII)));
            return new WorkspaceLock(channel);
        } catch (OverlappingFileLockException e) {
            throw locked(file, e);
        } catch (IOException e) {
            throw new WorkspaceException(
                    Kind.DAMAGED,
                    Sentence.of(WorkspaceLayout.class, "lock.failed", file, WorkspaceLayout.message(e)),
                    e);
        } finally {
            if (!taken) {
                close(channel);
            }
        }
    }

    private static FileChannel open(Path file) throws WorkspaceException {
        try {
            return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new WorkspaceException(
                    Kind.DAMAGED,
                    Sentence.of(WorkspaceLayout.class, "lock.unopened", file, WorkspaceLayout.message(e)),
                    e);
        }
    }

    private static WorkspaceException locked(Path file, @Nullable Exception cause) {
        return new WorkspaceException(
                Kind.LOCKED, Sentence.of(WorkspaceLayout.class, "locked", file.getParent(), owner(file)), cause);
    }

    private static Sentence owner(Path file) {
        try {
            return Sentence.of(
                    WorkspaceLayout.class,
                    "locked.by",
                    Files.readString(file, US_ASCII).strip());
        } catch (IOException e) {
            LOG.debug("the owner of {} cannot be read", file, e);
            return Sentence.plain("");
        }
    }

    void release() {
        close(channel);
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.warn("a workspace lock could not be closed; it ends with this process", e);
        }
    }
}
