package org.quittance.oracle.tests;

/** What a fuzzer tries on one reader. */
interface Fuzzing {

    /** @throws AssertionError where the reader does not keep what it promises for any bytes at all */
    void check(byte[] bytes);

    static Fuzzing of(String format) {
        return DocumentFuzzing.of(format).<Fuzzing>map(fuzzing -> fuzzing).orElseGet(() -> StatementFuzzing.of(format));
    }
}
