package org.quittance.importer.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.quittance.importer.csv.CsvFolder.HEADER;
import static org.quittance.importer.csv.CsvFolder.INVOICES;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.importer.InvoiceRecord;
import org.quittance.api.importer.PaymentRecord;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorKind;
import org.quittance.api.model.EvidenceGrade;
import org.quittance.api.model.Medium;
import org.quittance.api.model.PostalAddress;
import org.quittance.tck.importer.RecordingSink;

class RecordsTest {

    private static final String PAYMENTS = """
        "currency": {"constant": "EUR"},
        "records": {"payment": {"debtor": "debtor", "invoice": "invoice", "amount": "amount", "bookedOn": "booked"}}\
        """;

    private final CsvFolder folder;

    RecordsTest(@TempDir Path temporary) {
        this.folder = new CsvFolder(temporary);
    }

    @Test
    void readsEverythingAboutADebtor() throws Exception {
        RecordingSink sink = folder.read("""
            Code|Nom|Type|L|Pays|R1|R2|CP|Ville|Contact|Mail|Tel|SIREN|Pol|Media|Non
            D-1|Boulangerie Modèle|E|fr-FR|fr|1 rue du Four||69001|Lyon|Mme Exemple|a@example.org|+33 4 00 00 00 00|732829320|gentle|email, letter|sms
            D-2|Personne Exemple||||||||||||||
            """, """
            "delimiter": "|", "records": {"debtor": {
            "id": "Code", "name": "Nom", "kind": {"column": "Type", "values": {"E": "business"}},
            "language": "L", "country": "Pays", "street": "R1", "street2": "R2", "postalCode": "CP", "town": "Ville",
            "contact": "Contact", "email": "Mail", "phone": "Tel", "legalId": "SIREN", "policy": "Pol",
            "preferredMedia": "Media", "optOuts": "Non"}}\
            """);
        Debtor full = sink.debtors().get(0);
        assertEquals(DebtorKind.BUSINESS, full.kind());
        assertEquals("fr", full.language().getLanguage());
        assertEquals(
                new PostalAddress(List.of("1 rue du Four"), "69001", "Lyon", "FR"),
                full.address().orElseThrow());
        assertEquals(List.of(Medium.EMAIL, Medium.LETTER), full.preferredMedia());
        assertEquals(Set.of(Medium.SMS), full.optOuts());
        assertEquals("gentle", full.policy().orElseThrow());
        Debtor bare = sink.debtors().get(1);
        assertEquals(DebtorKind.UNKNOWN, bare.kind());
        assertTrue(bare.address().isEmpty() && bare.email().isEmpty());
    }

    @Test
    void rejectsHalfAnAddressAndABadEmailAddress() throws Exception {
        RecordingSink sink = folder.read(
                "id,nom,rue,ville,mail\nD-1,A,1 rue X,,a@example.org\nD-2,B,,,b at example\nD-3,C,,,c@d@e\n",
                "\"records\": {\"debtor\": {\"id\": \"id\", \"name\": \"nom\", \"street\": \"rue\","
                        + " \"town\": \"ville\", \"email\": \"mail\"}}");
        assertEquals(0, sink.debtors().size());
        assertEquals("ville", sink.rejections().get(0).field());
        assertEquals("mail", sink.rejections().get(1).field());
        assertEquals("mail", sink.rejections().get(2).field());
    }

    @Test
    void readsInstalmentsFromColumns() throws Exception {
        RecordingSink sink = folder.read(
                "number,debtor,issued,due,amount,due2,amount2,due3,amount3\n"
                        + "F-1,D,2026-01-01,2026-02-01,10,2026-03-01,20,2026-04-01,30\n"
                        + "F-2,D,2026-01-01,2026-02-01,10,,,2026-04-01,30\n"
                        + "F-3,D,2026-01-01,2026-02-01,10,2026-03-01,,,\n",
                INVOICES.replace(
                        "\"amount\": \"amount\"",
                        "\"amount\": \"amount\", \"due2\": \"due2\", \"amount2\": \"amount2\","
                                + " \"due3\": \"due3\", \"amount3\": \"amount3\""));
        assertEquals(3, sink.invoices().get(0).instalments().size());
        assertEquals(
                LocalDate.of(2026, 4, 1),
                sink.invoices().get(1).instalments().get(1).dueDate());
        assertEquals("amount2", sink.rejection().field());
    }

    @Test
    void gathersInstalmentsFromRowsThatFollowEachOther() throws Exception {
        RecordingSink sink = folder.read(
                HEADER
                        + "F-1,D,2026-01-01,2026-02-01,10\nF-1,D,2026-01-01,2026-03-01,20\n"
                        + "F-2,D,2026-01-01,2026-02-01,5\n",
                repeated());
        assertEquals(2, sink.invoices().size());
        assertEquals(2, sink.invoices().get(0).instalments().size());
        assertEquals(List.of("2 invoice F-1", "4 invoice F-2"), sink.order());
    }

    @Test
    void rejectsAnInvoiceAsAWholeWhenOneOfItsRowsIsBad() throws Exception {
        RecordingSink sink = folder.read(
                HEADER
                        + "F-1,D,2026-01-01,2026-02-01,10\nF-1,D,2026-01-01,2026-02-31,20\n"
                        + "F-2,D,2026-01-01,x,5\nF-2,D,2026-01-01,2026-03-01,5\n"
                        + "F-3,D,2026-01-01,2026-02-01,5\n"
                        + "F-4,D,2026-01-01,2026-02-01,5\nF-4,E,2026-01-01,2026-03-01,5\n"
                        + "F-5,D,2026-01-01,2026-02-01,5\nF-5,D,2026-01-01,2026-02-01,5\n",
                repeated());
        assertEquals(List.of("6 invoice F-3"), sink.order());
        assertEquals(8, sink.rejections().size(), sink.rejections()::toString);
        assertTrue(sink.rejections().stream()
                .anyMatch(r -> r.line() == 2 && r.reason().contains("line 3, which may be part of it, is rejected")));
    }

    @Test
    void rejectsTheInvoicesAroundARowWhoseNumberIsLost() throws Exception {
        RecordingSink sink = folder.read(
                "debtor,issued,due,amount,number\nD,2026-01-01,2026-02-01,10,F-1\nD,2026-01-01\n"
                        + "D,2026-01-01,2026-02-01,10,F-2\nD,2026-01-01,2026-02-01,10,F-3\n",
                repeated());
        assertEquals(List.of("5 invoice F-3"), sink.order());
        assertEquals(3, sink.rejections().size(), sink.rejections()::toString);
    }

    @Test
    void takesInvoiceDebtorAndPaymentFromOneRowInThatOrder() throws Exception {
        RecordingSink sink = folder.read(
                "n,c,i,d,a,s,x\nF-1,D-1,1/2/2013,2/1/2013,55.94,1/15/2013,No\nF-2,D-1,1/2/2013,2/1/2013,5,,Yes\n",
                mixed());
        assertEquals(List.of("2 debtor D-1", "2 invoice F-1", "2 payment settled-F-1", "3 invoice F-2"), sink.order());
        assertEquals("D-1@example.invalid", sink.debtors().get(0).email().orElseThrow());
        PaymentRecord payment = sink.payments().get(0);
        assertEquals(LocalDate.of(2013, 1, 15), payment.valueDate());
        assertEquals(5594, payment.amount().minor());
        assertTrue(sink.invoices().get(1).isDisputed());
        assertEquals("[2013-01-15]", sink.knownUntil().toString());
    }

    @Test
    void takesARowWholeOrNotAtAll() throws Exception {
        RecordingSink sink = folder.read(
                "n,c,i,d,a,s,x\n"
                        + "F-1,D-1,1/2/2013,2/1/2013,55.94,2/30/2013,No\n"
                        + "F-2,D-1,1/2/2013,2/1/2013,5,1/3/2013,Maybe\n",
                mixed());
        assertEquals(List.of(), sink.order());
        assertEquals(2, sink.rejections().size());
        assertTrue(sink.rejections().get(1).reason().contains("expected one of Yes, No"));
    }

    @Test
    void pushesARepeatedDebtorAgainOnlyWhenItChanges() throws Exception {
        RecordingSink sink = folder.read(
                "id,nom\nD-1,A\nD-2,B\nD-1,A\nD-1,A bis\n",
                "\"records\": {\"debtor\": {\"id\": \"id\", \"name\": \"nom\"}}");
        assertEquals(List.of("2 debtor D-1", "3 debtor D-2", "5 debtor D-1"), sink.order());
    }

    @Test
    void tellsInvoicesAndCreditNotesApartByAColumn() throws Exception {
        RecordingSink sink = folder.read(
                "type,n,d,i,e,a,o\nF,F-1,D,2026-01-01,2026-02-01,10.00,\nA,A-1,D,2026-01-05,,-4.00,F-1\n"
                        + "A,A-2,D,2026-01-05,,4.00,\nTOTAL,,,,,10,\nX,F-2,D,2026-01-01,2026-02-01,10.00,\n",
                """
                "currency": {"constant": "EUR"}, "ignoreRows": {"column": "type", "is": "TOTAL"}, "records": {
                "invoice": {"when": {"column": "type", "is": ["F", "FA"]}, "number": "n", "debtor": "d", "issueDate": "i",
                            "due": "e", "amount": "a"},
                "creditNote": {"when": {"column": "type", "is": "A"}, "number": "n", "debtor": "d", "issueDate": "i",
                               "amount": "a", "corrects": "o"}}\
                """);
        assertEquals(3, sink.invoices().size());
        InvoiceRecord creditNote = sink.invoices().get(1);
        assertTrue(creditNote.isCreditNote());
        assertEquals(400, creditNote.instalments().get(0).amount().minor());
        assertEquals("F-1", creditNote.corrects().orElseThrow());
        assertTrue(sink.invoices().get(2).corrects().isEmpty());
        assertEquals(6, sink.rejection().line());
        assertTrue(sink.rejection().reason().contains("no record of the mapping is for this row"));
    }

    @Test
    void namesPaymentsWithoutKeyTheSameOnEveryImportAndKeepsEqualOnesApart() throws Exception {
        String csv = "debtor,invoice,amount,booked\n"
                + "D,F-1,5,2026-11-02\n"
                + "D,F-1,5,2026-11-02\n"
                + "D,,7,2026-11-02\n"
                + ",F-1,1,2026-11-02\n";
        List<String> first = folder.read(csv, PAYMENTS).payments().stream()
                .map(PaymentRecord::key)
                .toList();
        assertEquals(4, Set.copyOf(first).size());
        assertEquals(
                first,
                folder.read(csv, PAYMENTS).payments().stream()
                        .map(PaymentRecord::key)
                        .toList());
        RecordingSink bad = folder.read("debtor,invoice,amount,booked\n,,5,2026-11-02\nD,,-5,2026-11-02\n", PAYMENTS);
        assertEquals("invoice", bad.rejections().get(0).field());
        assertTrue(bad.rejections().get(1).reason().contains("money paid back"));
    }

    @Test
    void keepsManyPaymentsApart() {
        PaymentKeys keys = new PaymentKeys();
        for (int i = 0; i < 100_000; i++) {
            assertEquals("p" + i, keys.key("p" + i));
        }
        for (int i = 0; i < 100_000; i++) {
            assertEquals("p" + i + " #2", keys.key("p" + i));
        }
    }

    @Test
    void readsEvidenceAndPastReminders() throws Exception {
        RecordingSink evidence = folder.read("f;le;g\nF-1;20/11/2026;Delivered\nF-2;20/11/2026;sure\n", """
            "dates": "dd/MM/yyyy", "records": {"evidence": {"invoice": "f", "sentOn": "le", "grade": "g",
            "source": {"constant": "plateforme"}}}\
            """);
        assertEquals(
                EvidenceGrade.DELIVERED, evidence.evidence().get(0).evidence().grade());
        assertTrue(evidence.rejection().reason().contains("expected declared, channel or delivered"));
        RecordingSink reminders = folder.read("f;e;le\nF-1;R1;2026-11-01\n", """
            "records": {"reminder": {"invoice": "f", "sentOn": "le",
            "step": {"column": "e", "values": {"R1": "courteous"}}}}\
            """);
        assertEquals(
                new RecordingSink.PastReminder("F-1", "courteous", LocalDate.of(2026, 11, 1)),
                reminders.reminders().get(0));
    }

    @Test
    void readsColumnsByPositionBelowSkippedLines() throws Exception {
        RecordingSink sink = folder.read("Export of 2026-11-20\n\nF-1;D-1;20260101;20260201;12,50\n", """
            "delimiter": ";", "header": false, "skipLines": 2, "dates": "yyyyMMdd", "decimal": ",",
            "currency": {"constant": "EUR"},
            "records": {"invoice": {"number": 1, "debtor": {"template": "C-{2}"}, "issueDate": 3, "due": 4, "amount": 5}}\
            """);
        assertEquals(1250, sink.invoices().get(0).instalments().get(0).amount().minor());
        assertEquals("C-D-1", sink.invoices().get(0).debtor().value());
        assertEquals(List.of("3 invoice F-1"), sink.order());
    }

    @Test
    void findsEveryDelimiterOutByTheColumnsItLooksFor() throws Exception {
        for (String delimiter : List.of(",", ";", "\t", "|")) {
            String csv = HEADER.replace(",", delimiter)
                    + String.join(delimiter, "F-1", "\"D,1;1|1,,,,\"", "2026-01-01", "2026-02-01", "10\n");
            assertEquals(
                    "D,1;1|1,,,,",
                    folder.read(csv, INVOICES).invoices().get(0).debtor().value());
        }
    }

    @Test
    void isNotMisledByOtherSignsThatCutTheRowsAsWell() throws Exception {
        String csv = "number\tdebtor\tissued\tdue\tamount\tone, two, three, four, five, six, seven\n"
                + "F-1\tD\t2026-01-01\t2026-02-01\t10\t1, 2, 3, 4, 5, 6, 7\n";
        assertEquals(List.of("2 invoice F-1"), folder.read(csv, INVOICES).order());
    }

    @Test
    void translatesEmptyCellsAndTextsThatAreNotListed() throws Exception {
        RecordingSink sink = folder.read("id,nom,type\nD-1,A,\nD-2,B,zzz\nD-3,C,E\n", """
            "records": {"debtor": {"id": "id", "name": "nom", "kind": {"column": "type", "values": {"E": "business"},
            "whenBlank": "public", "otherwise": "consumer"}}}\
            """);
        assertEquals(
                List.of(DebtorKind.PUBLIC, DebtorKind.CONSUMER, DebtorKind.BUSINESS),
                sink.debtors().stream().map(Debtor::kind).toList());
    }

    @Test
    void skipsBlankRowsAndTakesTrailingEmptyCells() throws Exception {
        RecordingSink sink = folder.read(HEADER + "\n,,,,\nF-1,D,2026-01-01,2026-02-01,10,,\n \n", INVOICES);
        assertEquals(List.of("4 invoice F-1"), sink.order());
        assertEquals(List.of(), sink.rejections());
    }

    private static String repeated() {
        return INVOICES.replace("\"amount\": \"amount\"", "\"amount\": \"amount\", \"repeatedRows\": true");
    }

    private static String mixed() {
        return """
            "dates": "M/d/yyyy", "currency": {"constant": "EUR"}, "paymentsKnownUntil": "last payment", "records": {
            "debtor": {"id": "c", "name": "c", "email": {"template": "{c}@example.invalid"}},
            "invoice": {"number": "n", "debtor": "c", "issueDate": "i", "due": "d", "amount": "a",
              "disputed": {"column": "x", "values": {"Yes": true, "No": false}}},
            "payment": {"when": "s", "key": {"template": "settled-{n}"}, "invoice": "n", "amount": "a", "bookedOn": "s"}}\
            """;
    }
}
