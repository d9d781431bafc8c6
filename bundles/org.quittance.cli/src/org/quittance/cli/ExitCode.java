package org.quittance.cli;

/** Exit codes of the command line, part of its contract. */
public final class ExitCode {

    public static final int DONE = 0;
    /** Done, with some items refused or failed; they are listed. */
    public static final int PARTLY = 1;

    public static final int USAGE = 2;
    /** Bad input or configuration; nothing was changed. */
    public static final int INPUT = 3;
    /** The workspace is locked or damaged. */
    public static final int WORKSPACE = 4;

    public static final int BUG = 70;

    private ExitCode() {}
}
