package org.quittance.importer.einvoice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quittance.api.importer.ElectronicInvoice;
import org.quittance.api.importer.Party;
import org.quittance.api.model.CreditorId;
import org.quittance.tck.importer.RecordingSink;

/** What other programs wrote. A name like fail_… speaks of its profile; the values in it are judged by themselves. */
class RealDocumentsTest {

    /** file | type | number | issued | due | total | prepaid | amount due | seller, legal id, VAT | buyer, legal id, VAT | payee | IBAN | reference | order | contract | preceding | delivered | notes */
    private static final String EXPECTED = """
        CII_business_example_01.xml|INVOICE|TOSL108|2013-06-30|2013-07-20|1801.78 NOK|1000.00 NOK|801.78 NOK|Salescompany ltd., 123456789, NO123456789MVA|The Buyercompany, 987654321, NO987654321MVA|Ebeneser Scrooge AS|NO9386011117947|0003434323213231|123|Contract321||2013-06-15|1
        CII_example1.xml|INVOICE|12115118|2015-01-09|2015-01-09|250.33 EUR|0.00 EUR|250.33 EUR|De Koksmaat, 57151520, NL8200.98.395.B.01|ODIN 59, , ||NL57RABO0107307510|Deb. 10202 / Fact. 12115118|||||1
        CII_example2.xml|INVOICE|TOSL108|2013-06-30|2013-07-20|1801.78 NOK|1000.00 NOK|801.78 NOK|Salescompany ltd., 123456789, NO123456789MVA|The Buyercompany, 987654321, NO987654321MVA|Ebeneser Scrooge AS|NO9386011117947|0003434323213231|123|Contract321||2013-06-15|1
        CII_example5.xml|INVOICE|TOSL110|2013-04-10|2013-05-10|4675.00 DKK|2337.50 DKK|2337.50 DKK|SellerCompany, NL16356706, NL16356706|Buyercompany ltd, DK16356607, DK16356607|Dagobert Duck|DK1212341234123412|Payref1|PO4711|2013-05|TOSL109|2013-04-15|1
        FX_EN16931_1_Teilrechnung.pdf|INVOICE|471102|2018-06-05|2018-07-04|197.65 EUR|50.00 EUR|147.65 EUR|Lieferant GmbH, , DE123456789|Kunden AG Mitte, , ||||2018-471331|||2018-06-03|3
        FX_EN16931_Gutschrift.pdf|SELF_BILLED_INVOICE|471102|2018-03-05||529.87 EUR|0.00 EUR|529.87 EUR|Lieferant GmbH, , DE123456789|Kunden AG Mitte, , DE136695976|||||||2018-03-05|2
        FX_EN16931_Rechnungskorrektur.pdf|CREDIT_NOTE|RK21012345|2018-09-16||8.79 EUR|0.00 EUR|8.79 EUR|MUSTERLIEFERANT GMBH, , DE123456789|MUSTER-KUNDE GMBH, , ||||B123456789|||2018-08-05|5
        correct_FNFE-factur-x-examples_Facture_DOM_BASICWL.pdf|INVOICE|FA-2017-0009|2017-11-05|2017-12-05|530.75 EUR|147.00 EUR|383.75 EUR|Au bon moulin, 99999999800010, FR11999999998|Hôtel Saint Denis, 34343434600010, FR90343434346||FR2012421242124212421242124|FA-2017-0009|BC543|WELCOME_PACK_2017|||1
        correct_PHP_@gpFacturX_sample_inofficial_20190125_atgp_factur-x_v_1_0.pdf|INVOICE|FA-2017-0010|2017-11-13|2017-12-13|671.15 EUR|201.00 EUR|470.15 EUR|Au bon moulin, 99999999800010, FR11999999998|Ma jolie boutique, 78787878400035, FR19787878784||FR2012421242124212421242124|FA-2017-0010|PO445|MSPE2017||2017-11-13|1
        correct_intarsys_EN16931_zugferd_2p0_EN16931_Elektron.pdf|INVOICE|181301674|2018-04-25|2018-04-25|300.00 EUR|0.00 EUR|300.00 EUR|ELEKTRON Industrieservice GmbH, , DE136695976|ConsultingService GmbH, , ||DE5467894567876500|Rechnung 181301674||||2018-03-06|1
        correct_intarsys_EN16931_zugferd_2p0_EN16931_Rabatte.pdf|INVOICE|471102|2018-06-05|2018-07-04|215.07 EUR|50.00 EUR|165.07 EUR|Lieferant GmbH, , DE123456789|Kunden AG Mitte, , ||||2013-471331|||2018-06-03|3
        correct_intarsys_EXTENDED_zugferd_2p0_EXTENDED_Rechnungskorrektur.pdf|CREDIT_NOTE|RK21012345|2018-09-16||8.79 EUR|0.00 EUR|8.79 EUR|MUSTERLIEFERANT GMBH, , DE123456789|MUSTER-KUNDE GMBH, , ||||B123456789|||2018-08-05|2
        correct_symtrax_Beispiele_EN16931_zugferd_2p1_EN16931_2_Teilrechnung.pdf|INVOICE|471113|2018-06-13|2018-07-04|23.54 EUR|0.00 EUR|23.54 EUR|Lieferant GmbH, , DE123456789|Kunden AG Mitte, , ||||2018-471331|||2018-06-03|3
        correct_symtrax_Beispiele_EN16931_zugferd_2p1_EN16931_Elektron_embedded.pdf|INVOICE|181301674|2018-04-25|2018-04-25|300.00 EUR|0.00 EUR|300.00 EUR|ELEKTRON Industrieservice GmbH, , DE123456789|ConsultingService GmbH, , ||DE5467894567876500|Rechnung 181301674||||2018-03-06|1
        correct_symtrax_Beispiele_EN16931_zugferd_2p1_EN16931_Rabatte.pdf|INVOICE|471102|2018-06-05|2018-07-04|215.07 EUR|50.00 EUR|165.07 EUR|Lieferant GmbH, , DE123456789|Kunden AG Mitte, , ||||2013-471331|||2018-06-03|3
        correct_symtrax_Beispiele_EXTENDED_zugferd_2p1_EXTENDED_Kostenrechnung.pdf|INVOICE|KR87654321012|2018-10-06||480.22 EUR|0.00 EUR|480.22 EUR|MUSTERLIEFERANT GMBH, , |MUSTER-KUNDE GMBH, , |||||||2018-09-30|3
        fail_FNFE-factur-x-examples_Avoir_FR_type381_EN16931.pdf|CREDIT_NOTE|AV-2017-0005|2017-11-16||233.47 EUR|0.00 EUR|233.47 EUR|Au bon moulin, 99999999800010, FR11999999998|Ma jolie boutique, 78787878400035, FR19787878784|||AV-2017-0005|PO445|MSPE2017|FA-2017-0010||1
        fail_Mustangproject_MustangGnuaccountingBeispielRE-20171118_506.pdf|INVOICE|RE-20171118/506|2017-11-18|2017-12-09|571.04 EUR|0.00 EUR|571.04 EUR|Bei Spiel GmbH, , DE136695976|Theodor Est, , DE999999999||DE88200800000970375700|RE-20171118/506||||2017-11-17|0
        ubl-tc434-creditnote1.xml|CREDIT_NOTE|018304 / 28865|2019-09-23||100.11 EUR|0.00 EUR|100.11 EUR|My Supplier Company, 0000000196, BE0000000196|My Customer Company, 0000000295, BE0000000295||BE91000000143476|010676609538|||||0
        ubl-tc434-example1.xml|INVOICE|12115118|2015-01-09|2015-01-09|250.33 EUR|0.00 EUR|250.33 EUR|De Koksmaat, 57151520, NL8200.98.395.B.01|ODIN 59, , ||NL57RABO0107307510|Deb. 10202 / Fact. 12115118|||||1
        ubl-tc434-example2.xml|INVOICE|TOSL108|2013-06-30|2013-07-20|1801.78 NOK|1000.00 NOK|801.78 NOK|Salescompany ltd., 123456789, NO123456789MVA|The Buyercompany, 987654321, NO987654321MVA|Ebeneser Scrooge AS|NO9386011117947|0003434323213231|123|Contract321||2013-06-15|1
        ubl-tc434-example5.xml|INVOICE|TOSL110|2013-04-10|2013-05-10|4675.00 DKK|2337.50 DKK|2337.50 DKK|SellerCompany, NL16356706, NL16356706|Buyercompany ltd, DK16356607, DK16356607|Dagobert Duck||Payref1|PO4711|2013-05|TOSL109|2013-04-15|1
        """;

    static Stream<String> expected() {
        return EXPECTED.lines();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("expected")
    void theValuesOfEveryDocumentAreRight(String line) throws Exception {
        Path file = SharedData.folder().resolve(line.substring(0, line.indexOf('|')));
        RecordingSink sink = new RecordingSink();
        ElectronicInvoiceImporter importer = ElectronicInvoiceImporter.withDefaults();
        assertEquals(true, importer.recognises("any", Arrays.copyOf(Files.readAllBytes(file), 64 * 1024)));
        importer.read(CreditorId.of("exemple"), file, Optional.empty(), sink);
        assertEquals(List.of(), sink.rejections());
        assertEquals(
                line,
                file.getFileName() + "|" + summary(sink.electronicInvoices().get(0)));
    }

    @Test
    void everyDocumentIsJudged() throws IOException {
        try (Stream<Path> files = Files.list(SharedData.folder())) {
            Set<String> present =
                    files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
            assertEquals(
                    new TreeSet<>(present),
                    expected()
                            .map(line -> line.substring(0, line.indexOf('|')))
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    private static String summary(ElectronicInvoice invoice) {
        return String.join(
                "|",
                invoice.type().name(),
                invoice.number(),
                invoice.issueDate().toString(),
                invoice.instalments().stream()
                        .map(instalment -> instalment.dueDate().toString())
                        .collect(Collectors.joining(",")),
                invoice.total().toString(),
                invoice.prepaid().toString(),
                invoice.amountDue().toString(),
                summary(invoice.seller()),
                summary(invoice.buyer()),
                invoice.payee().map(Party::name).orElse(""),
                invoice.payeeIban().orElse(""),
                invoice.paymentReference().orElse(""),
                invoice.orderReference().orElse(""),
                invoice.contractReference().orElse(""),
                String.join(",", invoice.preceding()),
                invoice.deliveredOn().map(Object::toString).orElse(""),
                String.valueOf(invoice.notes().size()));
    }

    private static String summary(Party party) {
        return party.name() + ", "
                + party.legalId().map(Party.Identifier::value).orElse("") + ", "
                + party.vatNumber().orElse("");
    }
}
