package org.quittance.oracle.tests;

/** The method the fuzzer looks for. */
public final class FuzzedMt940 {

    private static final StatementFuzzing FUZZING = StatementFuzzing.of("mt940");

    private FuzzedMt940() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        FUZZING.check(bytes);
    }
}
