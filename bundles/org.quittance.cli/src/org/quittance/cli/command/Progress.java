package org.quittance.cli.command;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;

/** Says how far long work is: a line that rewrites itself on a terminal, a line every few seconds elsewhere. */
final class Progress {

    private static final long TERMINAL_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long LINES_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final PrintStream err;
    private final Texts texts;
    private final boolean terminal = System.console() != null;
    private long lastShown = System.nanoTime();
    private boolean shown;

    Progress(PrintStream err, Texts texts) {
        this.err = err;
        this.texts = texts;
    }

    void done(long count) {
        long now = System.nanoTime();
        if (now - lastShown < (terminal ? TERMINAL_NANOS : LINES_NANOS)) {
            return;
        }
        lastShown = now;
        shown = true;
        String line = texts.text("progress", texts.count(count));
        if (terminal) {
            err.print("\r" + line);
            err.flush();
        } else {
            err.println(line);
        }
    }

    void end() {
        if (shown && terminal) {
            err.print("\r" + " ".repeat(40) + "\r");
            err.flush();
        }
    }
}
