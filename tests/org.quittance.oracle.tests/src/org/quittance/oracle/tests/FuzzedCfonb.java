package org.quittance.oracle.tests;

/** The method the fuzzer looks for. */
public final class FuzzedCfonb {

    private static final StatementFuzzing FUZZING = StatementFuzzing.of("cfonb120");

    private FuzzedCfonb() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        FUZZING.check(bytes);
    }
}
