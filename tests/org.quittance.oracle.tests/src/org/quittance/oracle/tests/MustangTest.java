package org.quittance.oracle.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mustangproject.CalculatedInvoice;
import org.mustangproject.ZUGFeRD.ZUGFeRDInvoiceImporter;
import org.quittance.api.importer.ElectronicInvoice;
import org.quittance.api.model.CreditorId;
import org.quittance.importer.einvoice.ElectronicInvoiceImporter;
import org.quittance.tck.importer.RecordingSink;

/** Real e-invoices mean the same to Mustang as to us. Their folder is named by the variable QUITTANCE_DATA; without it there is nothing to do. */
class MustangTest {

    private static final String NONE = "none";

    /** It trips over a reference without a type. */
    private static final Set<String> BEYOND_MUSTANG = Set.of("CII_example5.xml");

    static Stream<Arguments> documents() throws Exception {
        Optional<Path> folder = Optional.ofNullable(System.getenv("QUITTANCE_DATA"))
                .map(path -> Path.of(path, "einvoice"))
                .filter(Files::isDirectory);
        if (folder.isEmpty()) {
            return Stream.of(Arguments.of(NONE, Path.of("")));
        }
        try (Stream<Path> files = Files.list(folder.get())) {
            return files.sorted().map(file -> Arguments.of(file.getFileName().toString(), file)).toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void bothReadersAgree(String name, Path file) throws Exception {
        Assumptions.assumeFalse(name.equals(NONE), "QUITTANCE_DATA names no folder with e-invoices");
        Assumptions.assumeFalse(BEYOND_MUSTANG.contains(name), "Mustang fails on it");
        ElectronicInvoice ours = ours(file);
        CalculatedInvoice theirs = theirs(file);
        assertEquals(theirs.getNumber(), ours.number());
        assertEquals(day(theirs.getIssueDate()), Optional.of(ours.issueDate()));
        assertEquals(theirs.getCurrency(), ours.total().currency().getCurrencyCode());
        if (!name.startsWith("ubl")) {
            // Of UBL it takes the trading name, we the registered one (BT-27, BT-44).
            assertEquals(theirs.getSender().getName().strip(), ours.seller().name());
            assertEquals(theirs.getRecipient().getName().strip(), ours.buyer().name());
        }
        assertEquals(
                Optional.ofNullable(theirs.getSender().getVATID()),
                ours.seller().vatNumber());
        assertEquals(
                0,
                theirs.getGrandTotal().abs().compareTo(ours.total().toDecimal()),
                () -> "their total is " + theirs.getGrandTotal());
        assertEquals(
                0,
                theirs.getDuePayable().abs().compareTo(ours.amountDue().toDecimal()),
                () -> "they ask for " + theirs.getDuePayable());
        Optional<LocalDate> due = day(theirs.getDueDate());
        if (due.isPresent() && !ours.instalments().isEmpty()) {
            assertEquals(due.get(), ours.instalments().get(0).dueDate());
        }
    }

    private static ElectronicInvoice ours(Path file) throws Exception {
        RecordingSink sink = new RecordingSink();
        ElectronicInvoiceImporter.Configuration limits =
                (ElectronicInvoiceImporter.Configuration) Proxy.newProxyInstance(
                        MustangTest.class.getClassLoader(),
                        new Class<?>[] {ElectronicInvoiceImporter.Configuration.class},
                        (proxy, method, arguments) -> method.getDefaultValue());
        new ElectronicInvoiceImporter(limits).read(CreditorId.of("exemple"), file, Optional.empty(), sink);
        assertEquals(List.of(), sink.rejections());
        return sink.electronicInvoices().get(0);
    }

    private static CalculatedInvoice theirs(Path file) throws Exception {
        ZUGFeRDInvoiceImporter importer = new ZUGFeRDInvoiceImporter();
        importer.doIgnoreCalculationErrors();
        if (file.toString().endsWith(".pdf")) {
            try (InputStream in = Files.newInputStream(file)) {
                importer.setInputStream(in);
            }
        } else {
            importer.fromXML(Files.readString(file));
        }
        CalculatedInvoice invoice = new CalculatedInvoice();
        importer.extractInto(invoice);
        return invoice;
    }

    private static Optional<LocalDate> day(Date date) {
        return Optional.ofNullable(date)
                .map(known -> known.toInstant().atZone(ZoneId.systemDefault()).toLocalDate());
    }
}
