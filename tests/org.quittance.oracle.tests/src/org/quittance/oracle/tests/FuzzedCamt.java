package org.quittance.oracle.tests;

/** The method the fuzzer looks for. */
public final class FuzzedCamt {

    private static final StatementFuzzing FUZZING = StatementFuzzing.of("camt");

    private FuzzedCamt() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        FUZZING.check(bytes);
    }
}
