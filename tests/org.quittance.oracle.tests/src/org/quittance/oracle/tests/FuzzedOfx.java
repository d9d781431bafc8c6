package org.quittance.oracle.tests;

/** The method the fuzzer looks for. */
public final class FuzzedOfx {

    private static final StatementFuzzing FUZZING = StatementFuzzing.of("ofx");

    private FuzzedOfx() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        FUZZING.check(bytes);
    }
}
