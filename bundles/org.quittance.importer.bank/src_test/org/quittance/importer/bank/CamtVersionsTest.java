package org.quittance.importer.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.quittance.api.importer.ImportException;
import org.quittance.api.importer.StatementEntry;
import org.quittance.api.model.CreditorId;
import org.quittance.api.text.Sentence;
import org.quittance.tck.importer.RecordingSink;

/** What each version of a message calls the same things. */
class CamtVersionsTest {

    private static final int NEWEST = 14;
    /** From this version on a status is a code within {@code Sts}. */
    private static final int CODED_STATUS = 4;
    /** From this version on a party is within {@code Pty}. */
    private static final int PARTY_CHOICE = 7;

    private final Path folder;

    CamtVersionsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    static Stream<Arguments> versions() {
        List<Arguments> all = new ArrayList<>();
        for (int version = 2; version <= NEWEST; version++) {
            for (String kind : List.of("053", "054")) {
                all.add(Arguments.of(kind, version));
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void everyVersionTellsBatchReturnAndReversal(String kind, int version) throws Exception {
        RecordingSink sink = read(message(kind, version));
        assertEquals(
                List.of("1250.50", "120.00", "180.00", "-120.00", "50.00"),
                sink.entries().stream()
                        .map(entry -> entry.amount().toDecimalString())
                        .toList());
        assertEquals(
                List.of(false, false, false, true, true),
                sink.entries().stream().map(StatementEntry::isReversal).toList());
        StatementEntry returned = sink.entries().get(3);
        assertEquals(Optional.of("AM04"), returned.returnReason());
        assertEquals(Optional.of("PRLV-1"), returned.endToEndId());
        assertEquals("Client Un", returned.counterparty().orElseThrow());
        assertEquals(Optional.of("GROUPE MODELE"), sink.entries().get(0).ultimateCounterparty());
        assertEquals(kind.equals("053"), sink.statements().get(0).until().isPresent(), "only a statement is complete");
    }

    @Test
    void aVersionMakesNoOtherKeys() throws Exception {
        List<String> keys = keys(message("053", 2));
        assertEquals(keys, keys(message("053", NEWEST)));
        assertEquals(keys, keys(message("054", 8)));
    }

    @Test
    void aBalanceOfAnotherCurrencyLeavesTheMovementsAndIsSaid() throws Exception {
        List<String> notices = new ArrayList<>();
        RecordingSink sink = new RecordingSink() {
            @Override
            public void noticed(String field, Sentence notice) {
                notices.add(field + " " + notice);
            }
        };
        read(message("053", 8).replace("<Amt Ccy=\"EUR\">2480.50", "<Amt Ccy=\"SEK\">2480.50"), sink);
        assertEquals(5, sink.entries().size());
        assertEquals(Optional.empty(), sink.statements().get(0).until());
        assertEquals(1, notices.size());
        assertTrue(notices.get(0).contains("SEK") && notices.get(0).contains("EUR"), notices::toString);
    }

    @Test
    void balancesOfTwoCurrenciesAreNoBalances() throws Exception {
        RecordingSink sink = read(message("053", 8)
                .replace("<Ccy>EUR</Ccy>", "")
                .replace("<Amt Ccy=\"EUR\">2480.50", "<Amt Ccy=\"SEK\">2480.50"));
        assertEquals(5, sink.entries().size());
        assertEquals(Optional.empty(), sink.statements().get(0).opening());
        assertEquals(Optional.empty(), sink.statements().get(0).until());
    }

    private List<String> keys(String text) throws IOException, ImportException {
        return read(text).entries().stream().map(StatementEntry::key).toList();
    }

    private RecordingSink read(String text) throws IOException, ImportException {
        return read(text, new RecordingSink());
    }

    private RecordingSink read(String text, RecordingSink sink) throws IOException, ImportException {
        Path file = Files.writeString(folder.resolve("message"), text);
        new CamtImporter().read(CreditorId.of("exemple"), file, Optional.empty(), sink);
        return sink;
    }

    private static String message(String kind, int version) {
        boolean statement = kind.equals("053");
        String outer = statement ? "BkToCstmrStmt" : "BkToCstmrDbtCdtNtfctn";
        String inner = statement ? "Stmt" : "Ntfctn";
        String balances = statement ? balance("OPBD", "1000.00") + balance("CLBD", "2480.50") : "";
        return "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt." + kind + ".001."
                + String.format("%02d", version)
                + "\"><" + outer + "><GrpHdr><MsgId>M</MsgId></GrpHdr><" + inner + "><Id>45</Id>"
                + "<Acct><Id><IBAN>FR7630006000011234567890189</IBAN></Id><Ccy>EUR</Ccy></Acct>" + balances
                + entry(version, "B1", "1250.50", "CRDT", false, transaction(version, "BM-77", "1250.50", "", true))
                + entry(
                        version,
                        "B2",
                        "300.00",
                        "CRDT",
                        false,
                        transaction(version, "PRLV-1", "120.00", "", false)
                                + transaction(version, "PRLV-2", "180.00", "", false))
                + entry(version, "B3", "120.00", "DBIT", true, transaction(version, "PRLV-1", "120.00", "AM04", false))
                + entry(version, "B4", "50.00", "CRDT", true, transaction(version, "OUR-9", "50.00", "", false))
                + "</" + inner + "></" + outer + "></Document>";
    }

    private static String balance(String type, String amount) {
        return "<Bal><Tp><CdOrPrtry><Cd>" + type + "</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">" + amount
                + "</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-03-03</Dt></Dt></Bal>";
    }

    private static String entry(
            int version, String reference, String amount, String side, boolean reversal, String transactions) {
        String status = version >= CODED_STATUS ? "<Cd>BOOK</Cd>" : "BOOK";
        return "<Ntry><Amt Ccy=\"EUR\">" + amount + "</Amt><CdtDbtInd>" + side + "</CdtDbtInd><RvslInd>" + reversal
                + "</RvslInd><Sts>" + status + "</Sts><BookgDt><Dt>2026-03-02</Dt></BookgDt><AcctSvcrRef>" + reference
                + "</AcctSvcrRef><NtryDtls>" + transactions + "</NtryDtls></Ntry>";
    }

    private static String transaction(int version, String id, String amount, String reason, boolean onBehalf) {
        String money = version >= CODED_STATUS
                ? "<Amt Ccy=\"EUR\">" + amount + "</Amt>"
                : "<AmtDtls><TxAmt><Amt Ccy=\"EUR\">" + amount + "</Amt></TxAmt></AmtDtls>";
        return "<TxDtls><Refs><EndToEndId>" + id + "</EndToEndId></Refs>" + money + "<RltdPties>"
                + party(version, "Dbtr", "Client Un") + (onBehalf ? party(version, "UltmtDbtr", "GROUPE MODELE") : "")
                + party(version, "Cdtr", "Exemple SARL") + "</RltdPties>"
                + (reason.isEmpty() ? "" : "<RtrInf><Rsn><Cd>" + reason + "</Cd></Rsn></RtrInf>") + "</TxDtls>";
    }

    private static String party(int version, String role, String name) {
        String named = "<Nm>" + name + "</Nm>";
        return "<" + role + ">" + (version >= PARTY_CHOICE ? "<Pty>" + named + "</Pty>" : named) + "</" + role + ">";
    }
}
