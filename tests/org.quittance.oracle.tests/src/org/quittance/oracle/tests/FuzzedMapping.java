package org.quittance.oracle.tests;

/** The method the fuzzer looks for. */
public final class FuzzedMapping {

    private static final Fuzzing FUZZING = Fuzzing.of("mapping");

    private FuzzedMapping() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        FUZZING.check(bytes);
    }
}
