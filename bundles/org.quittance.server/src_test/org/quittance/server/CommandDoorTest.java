package org.quittance.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.service.server.CommandCall;
import org.quittance.service.server.CommandHost;
import org.quittance.service.workspace.WorkspaceException;

@NonNullByDefault({})
@Timeout(30)
class CommandDoorTest {

    @TempDir
    Path workspace;

    private final AtomicBoolean stopping = new AtomicBoolean();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private CommandDoor door;

    @AfterEach
    void close() {
        stopping.set(true);
        if (door != null) {
            door.close(10_000);
        }
    }

    private void open(CommandHost host) throws IOException {
        door = new CommandDoor(CommandSocket.open(workspace), host, stopping::get);
        door.open();
    }

    private OptionalInt type(String... words) throws WorkspaceException {
        return new SocketLink().execute(workspace, call(words));
    }

    private CommandCall call(String... words) {
        return new CommandCall(List.of(words), workspace, Locale.FRENCH, true, out, err, () -> false);
    }

    private static void write(OutputStream stream, byte[] bytes) {
        try {
            stream.write(bytes);
            stream.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void nobodyListensWhereThereIsNoServer() throws Exception {
        assertEquals(OptionalInt.empty(), type("ageing"));
    }

    @Test
    void theAddressOfAKilledServerIsNoServer() throws Exception {
        open((call, user) -> 0);
        Path address = workspace.resolve("server/address");
        String place = Files.readString(address);
        close();
        Files.writeString(address, place);
        assertEquals(OptionalInt.empty(), type("ageing"));
    }

    @Test
    void handsOverEverythingOfTheCallerAndBringsBackEverythingOfTheCommand() throws Exception {
        AtomicReference<CommandCall> heard = new AtomicReference<>();
        AtomicReference<String> typist = new AtomicReference<>();
        open((call, user) -> {
            heard.set(call);
            typist.set(user);
            write(call.out(), "résultat".getBytes(UTF_8));
            write(call.err(), "remarque".getBytes(UTF_8));
            return 3;
        });
        assertEquals(OptionalInt.of(3), type("note", "D-1", "l’été"));
        assertEquals("résultat", out.toString(UTF_8));
        assertEquals("remarque", err.toString(UTF_8));
        assertEquals(List.of("note", "D-1", "l’été"), heard.get().arguments());
        assertEquals(workspace, heard.get().directory());
        assertEquals(Locale.FRENCH, heard.get().language());
        assertTrue(heard.get().terminal());
        assertEquals(System.getProperty("user.name"), typist.get());
    }

    @Test
    void carriesMoreThanOnePieceHolds() throws Exception {
        byte[] much = new byte[9 << 20];
        Arrays.fill(much, (byte) 'x');
        much[much.length - 1] = '\n';
        open((call, user) -> {
            write(call.out(), much);
            return 0;
        });
        assertEquals(OptionalInt.of(0), type("run", "--json"));
        assertArrayEquals(much, out.toByteArray());
    }

    @Test
    void theEndOfTheCallerCancelsTheCommand() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        open((call, user) -> {
            begun.countDown();
            while (!call.cancelled().getAsBoolean()) {
                Thread.onSpinWait();
            }
            cancelled.countDown();
            return 0;
        });
        try (var channel = CommandSocket.connect(workspace).orElseThrow()) {
            new Wire(channel).write(Wire.COMMAND, CommandRequest.of(call("run")).toBytes());
            assertTrue(begun.await(10, TimeUnit.SECONDS));
        }
        assertTrue(cancelled.await(10, TimeUnit.SECONDS));
    }

    @Test
    void theEndOfTheServerIsToldAsSuch() throws Exception {
        open((call, user) -> {
            throw new IllegalStateException("as if it had been killed");
        });
        WorkspaceException failure = assertThrows(WorkspaceException.class, () -> type("run"));
        assertEquals(WorkspaceException.Kind.LOCKED, failure.kind());
    }

    @Test
    void onlyTheOwnerMayEnter() throws Exception {
        open((call, user) -> 0);
        Path socket = Path.of(Files.readString(workspace.resolve("server/address")));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(socket.getParent())));
    }

    @Test
    void aWorkspaceThatLiesTooDeepForASocketIsReachedToo() throws Exception {
        workspace = Files.createDirectories(workspace.resolve("x".repeat(120)));
        open((call, user) -> 7);
        Path socket = Path.of(Files.readString(workspace.resolve("server/address")));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(socket.getParent())));
        assertEquals(OptionalInt.of(7), type("ageing"));
        close();
        assertTrue(Files.notExists(socket.getParent()));
    }

    @Test
    void aCommandGoesOnWhileAnotherOneHasNotEnded() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        open((call, user) -> {
            if (call.arguments().contains("slow")) {
                begun.countDown();
                try {
                    release.await();
                } catch (InterruptedException e) {
                    return 1;
                }
            }
            return 0;
        });
        Thread slow = new Thread(() -> {
            try {
                type("slow");
            } catch (WorkspaceException e) {
                throw new IllegalStateException(e);
            }
        });
        slow.start();
        assertTrue(begun.await(10, TimeUnit.SECONDS));
        assertEquals(OptionalInt.of(0), type("fast"));
        release.countDown();
        slow.join();
    }
}
