package org.quittance.oracle.tests;

/** The method the fuzzer looks for. */
public final class FuzzedCsv {

    private static final Fuzzing FUZZING = Fuzzing.of("csv");

    private FuzzedCsv() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        FUZZING.check(bytes);
    }
}
