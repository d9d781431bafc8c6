package org.quittance.cli.command;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;

/** Says how far long work is: a line that rewrites itself on a terminal, a line every few seconds elsewhere. */
final class Progress {

    private static final long TERMINAL_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long LINES_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** Work on fewer is over before a line about it helps anybody. */
    private static final int LINES_COUNT_MIN = 100;

    private final PrintStream err;
    private final Texts texts;
    private String what;
    private final boolean terminal;
    private long lastShown = System.nanoTime();
    private boolean shown;

    /**
     * @param terminal whether a line can rewrite itself
     * @param what key of the words for what is counted
     */
    Progress(PrintStream err, Texts texts, boolean terminal, String what) {
        this.err = err;
        this.texts = texts;
        this.terminal = terminal;
        this.what = what;
    }

    /** From now on something else is counted. */
    void next(String counted) {
        what = counted;
    }

    void done(long count) {
        long now = System.nanoTime();
        if (!terminal && count < LINES_COUNT_MIN) {
            return;
        }
        if (now - lastShown < (terminal ? TERMINAL_NANOS : LINES_NANOS)) {
            return;
        }
        lastShown = now;
        shown = true;
        String line = texts.text(what, texts.count(count));
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
