package org.quittance.server;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.quittance.api.text.Sentence;
import org.quittance.service.server.CommandCall;
import org.quittance.service.server.ServerLink;
import org.quittance.service.workspace.WorkspaceException;
import org.quittance.service.workspace.WorkspaceException.Kind;

/** Reaches the server of a workspace on its socket. */
@Component
public final class SocketLink implements ServerLink {

    @Activate
    public SocketLink() {}

    @Override
    public OptionalInt execute(Path workspace, CommandCall call) throws WorkspaceException {
        try {
            Optional<SocketChannel> found = CommandSocket.connect(workspace);
            if (found.isEmpty()) {
                return OptionalInt.empty();
            }
            try (SocketChannel channel = found.get()) {
                Wire wire = new Wire(channel);
                wire.write(Wire.COMMAND, CommandRequest.of(call).toBytes());
                return OptionalInt.of(copy(wire, call));
            }
        } catch (EOFException e) {
            throw new WorkspaceException(Kind.LOCKED, Sentence.of(SocketLink.class, "link.ended", workspace), e);
        } catch (IOException e) {
            throw new WorkspaceException(Kind.LOCKED, Sentence.of(SocketLink.class, "link.failed", workspace, e), e);
        }
    }

    private static int copy(Wire wire, CommandCall call) throws IOException {
        while (true) {
            Wire.Piece piece = wire.read();
            switch (piece.kind()) {
                case Wire.OUT -> copy(piece, call.out());
                case Wire.ERR -> copy(piece, call.err());
                case Wire.EXIT -> {
                    return ByteBuffer.wrap(piece.bytes()).getInt();
                }
                default -> throw new IOException("a piece of unknown kind " + piece.kind());
            }
        }
    }

    private static void copy(Wire.Piece piece, OutputStream to) throws IOException {
        to.write(piece.bytes());
        to.flush();
    }
}
