package org.quittance.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import jdk.net.ExtendedSocketOptions;
import org.quittance.service.server.CommandCall;
import org.quittance.service.server.CommandHost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in commands of other processes, each on a thread of its own, as long as the server runs. */
final class CommandDoor {

    private static final Logger LOG = LoggerFactory.getLogger(CommandDoor.class);

    /** People and their scripts; more than this at a time wait. */
    private static final int COMMANDS_MAX = 32;

    private final CommandSocket socket;
    private final CommandHost host;
    private final BooleanSupplier stopping;
    private final Semaphore places = new Semaphore(COMMANDS_MAX);
    private final ExecutorService threads;

    CommandDoor(CommandSocket socket, CommandHost host, BooleanSupplier stopping) {
        this.socket = socket;
        this.host = host;
        this.stopping = stopping;
        this.threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "quittance command");
            thread.setDaemon(true);
            return thread;
        });
    }

    void open() {
        threads.execute(this::acceptAll);
    }

    private void acceptAll() {
        while (!stopping.getAsBoolean()) {
            try {
                places.acquire();
                SocketChannel channel = socket.accept();
                threads.execute(() -> converse(channel));
            } catch (ClosedChannelException e) {
                LOG.debug("No more commands are taken in.", e);
                return;
            } catch (IOException e) {
                places.release();
                LOG.warn("A command could not be taken in.", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void converse(SocketChannel channel) {
        try (channel) {
            Wire wire = new Wire(channel);
            Wire.Piece piece = wire.read();
            if (piece.kind() != Wire.COMMAND) {
                throw new IOException("a piece of kind " + piece.kind() + " instead of a command");
            }
            execute(CommandRequest.read(piece.bytes()), wire, channel);
        } catch (IOException e) {
            LOG.debug("A command ended before it was answered.", e);
        } catch (RuntimeException e) {
            LOG.error("A command broke off.", e);
        } finally {
            places.release();
        }
    }

    private void execute(CommandRequest request, Wire wire, SocketChannel channel) throws IOException {
        AtomicBoolean gone = new AtomicBoolean();
        threads.execute(() -> awaitEnd(channel, wire, gone));
        OutputStream out = wire.buffered(Wire.OUT);
        CommandCall call = new CommandCall(
                request.arguments(),
                request.directory(),
                request.language(),
                request.terminal(),
                out,
                wire.immediate(Wire.ERR, out),
                () -> gone.get() || stopping.getAsBoolean());
        int exit = host.execute(
                call,
                channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user().getName());
        out.flush();
        wire.write(Wire.EXIT, ByteBuffer.allocate(Integer.BYTES).putInt(exit).array());
    }

    /** The other side says nothing more: whatever comes is its end. */
    private static void awaitEnd(SocketChannel channel, Wire wire, AtomicBoolean gone) {
        try {
            wire.read();
        } catch (AsynchronousCloseException e) {
            LOG.debug("The command is done.", e);
        } catch (IOException e) {
            LOG.debug("Whoever typed the command on {} is gone.", channel, e);
        }
        gone.set(true);
    }

    /** Waits for commands under way, which have been told to stop. */
    void close(long waitMillis) {
        socket.close();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(waitMillis, TimeUnit.MILLISECONDS)) {
                LOG.warn("A command did not stop in time; what it was sending becomes UNKNOWN.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
