package org.quittance.oracle.tests;

/** The method the fuzzer looks for. */
public final class FuzzedEinvoice {

    private static final Fuzzing FUZZING = Fuzzing.of("einvoice");

    private FuzzedEinvoice() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        FUZZING.check(bytes);
    }
}
