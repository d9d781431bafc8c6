package org.quittance.oracle.tests;

/** The method the fuzzer looks for. */
public final class FuzzedCdar {

    private static final Fuzzing FUZZING = Fuzzing.of("cdar");

    private FuzzedCdar() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        FUZZING.check(bytes);
    }
}
