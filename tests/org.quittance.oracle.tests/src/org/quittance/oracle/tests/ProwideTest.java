package org.quittance.oracle.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.prowidesoftware.swift.model.mt.mt9xx.MT940;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quittance.api.importer.AccountStatement;
import org.quittance.tck.importer.RecordingSink;

/** The independent reader and the suite's kit meet on one class path. */
class ProwideTest {

    @Test
    void theIndependentReaderReadsAStatement() {
        MT940 statement = MT940.parse("{4:\n:20:X\n:25:FR7630006000011234567890189\n:28C:1/1\n-}");
        RecordingSink sink = new RecordingSink();
        sink.statement(
                1,
                new AccountStatement(
                        statement.getField25().getAccount(),
                        statement.getField28C().getStatementNumber(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        assertEquals("FR7630006000011234567890189", sink.statements().get(0).account());
    }
}
