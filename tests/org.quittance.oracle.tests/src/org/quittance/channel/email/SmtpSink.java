package org.quittance.channel.email;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A small server that speaks SMTP over a real socket and, once, does what no server that one could install does on demand. */
final class SmtpSink implements AutoCloseable {

    /** What it does at one command instead of obeying. */
    private enum Whim {
        NONE,
        ANSWER,
        CUT,
        HANG,
        CLOSE
    }

    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private final String at;
    private final String answer;
    private volatile Whim whim;

    private SmtpSink(Whim whim, String at, String answer) throws IOException {
        this.whim = whim;
        this.at = at;
        this.answer = answer;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    static SmtpSink obeying() throws IOException {
        return new SmtpSink(Whim.NONE, "", "");
    }

    /** @param command a verb, or the dot that ends a message */
    static SmtpSink answering(String command, String answer) throws IOException {
        return new SmtpSink(Whim.ANSWER, command, answer);
    }

    static SmtpSink cuttingAt(String command) throws IOException {
        return new SmtpSink(Whim.CUT, command, "");
    }

    static SmtpSink hangingAt(String command) throws IOException {
        return new SmtpSink(Whim.HANG, command, "");
    }

    static SmtpSink closingAfterEachMessage() throws IOException {
        return new SmtpSink(Whim.CLOSE, ".", "");
    }

    void obey() {
        whim = Whim.NONE;
    }

    int port() {
        return server.getLocalPort();
    }

    int taken() {
        return taken.get();
    }

    int connections() {
        return connections.get();
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "smtp-sink");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                connections.incrementAndGet();
                daemon(() -> serve(socket));
            } catch (IOException e) {
                return; // Closed at the end of the test.
            }
        }
    }

    private void serve(Socket socket) {
        try (socket;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                OutputStream out = socket.getOutputStream()) {
            socket.setTcpNoDelay(true);
            if (!does("connect", out, "220 sink")) {
                return;
            }
            String line = in.readLine();
            while (line != null) {
                String verb = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(Locale.ROOT);
                String reply = verb.equals("DATA") ? "354 go on" : verb.equals("QUIT") ? "221 bye" : "250 ok";
                if (!does(verb, out, reply)) {
                    return;
                }
                if (verb.equals("DATA") && (whim != Whim.ANSWER || !at.equals("DATA"))) {
                    while (line != null && !line.equals(".")) {
                        line = in.readLine();
                    }
                    if (line == null) {
                        return;
                    }
                    if (whim != Whim.ANSWER) {
                        taken.incrementAndGet();
                    }
                    if (!does(".", out, "250 2.0.0 taken")) {
                        return;
                    }
                }
                line = in.readLine();
            }
        } catch (IOException e) {
            // The other side hung up.
        } finally {
            open.remove(socket);
        }
    }

    /** Returns whether to go on. */
    private boolean does(String command, OutputStream out, String obedient) throws IOException {
        Whim now = at.equals(command) ? whim : Whim.NONE;
        if (now == Whim.CUT) {
            return false;
        }
        if (now == Whim.HANG) {
            waitForClosing();
            return false;
        }
        out.write(((now == Whim.ANSWER ? answer : obedient) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return now != Whim.CLOSE;
    }

    private synchronized void waitForClosing() {
        try {
            while (!server.isClosed()) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        server.close();
        notifyAll();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
