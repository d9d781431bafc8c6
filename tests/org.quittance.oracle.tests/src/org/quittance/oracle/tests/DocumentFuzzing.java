package org.quittance.oracle.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quittance.api.importer.ImportException;
import org.quittance.api.importer.Importer;
import org.quittance.api.importer.InvoiceRecord;
import org.quittance.api.importer.MappingAssistant;
import org.quittance.api.importer.MappingAssistant.Proposal;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.Money;
import org.quittance.importer.csv.CsvImporter;
import org.quittance.importer.csv.CsvMappingAssistant;
import org.quittance.importer.einvoice.ElectronicInvoiceImporter;
import org.quittance.importer.einvoice.LifecycleStatusImporter;
import org.quittance.tck.importer.RecordingSink;

/**
 * What must hold for any bytes at all that are given as an e-invoice, a status, a table or a mapping: they are read or refused with a
 * reason, twice alike, and what is read holds together.
 */
final class DocumentFuzzing implements Fuzzing {

    private static final CreditorId CREDITOR = CreditorId.of("exemple");

    private static final String TABLE = "number;debtor;issued;due;amount;kind\n"
            + "F-1;C-1;20/01/2026;19/02/2026;1 234,50;entreprise\nF-2;C-2;31/01/2026;28/02/2026;-2,00;x\n";

    private final Importer importer;
    private final MappingAssistant assistant = new CsvMappingAssistant();
    private final boolean mapping;
    private final boolean table;
    private final Path file = temporary();
    private final Path other = temporary();

    private DocumentFuzzing(Importer importer, boolean table, boolean mapping) {
        this.importer = importer;
        this.table = table;
        this.mapping = mapping;
    }

    static Optional<DocumentFuzzing> of(String format) {
        return switch (format) {
            case "einvoice" ->
                Optional.of(new DocumentFuzzing(
                        new ElectronicInvoiceImporter(defaults(ElectronicInvoiceImporter.Configuration.class)),
                        false,
                        false));
            case "cdar" -> Optional.of(new DocumentFuzzing(new LifecycleStatusImporter(), false, false));
            case "csv" -> Optional.of(new DocumentFuzzing(csv(), true, false));
            case "mapping" -> Optional.of(new DocumentFuzzing(csv(), false, true));
            default -> Optional.empty();
        };
    }

    private static Importer csv() {
        return new CsvImporter(defaults(CsvImporter.Configuration.class));
    }

    private static <T> T defaults(Class<T> configuration) {
        return configuration.cast(Proxy.newProxyInstance(
                configuration.getClassLoader(),
                new Class<?>[] {configuration},
                (proxy, method, arguments) -> method.getDefaultValue()));
    }

    private static Path temporary() {
        try {
            Path made = Files.createTempFile("quittance-fuzz", ".document");
            made.toFile().deleteOnExit();
            return made;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    @Override
    public void check(byte[] bytes) {
        importer.recognises("file", bytes);
        try {
            Files.write(file, bytes);
            if (mapping) {
                Files.writeString(other, TABLE);
                checkTwice(other, Optional.of(file));
            } else {
                checkTwice(file, Optional.empty());
            }
            if (table) {
                proposed();
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private void checkTwice(Path read, Optional<Path> by) {
        try {
            RecordingSink first = read(read, by);
            require(first.order().equals(read(read, by).order()), "reading again gives other records");
            first.electronicInvoices().forEach(invoice -> {
                requireSum(invoice.instalments(), invoice.amountDue());
                require(!invoice.amountDue().isNegative(), "a document asks for less than nothing");
            });
            first.rejections().forEach(rejection -> require(!rejection.reason().isBlank(), "no reason"));
        } catch (ImportException refusal) {
            require(!String.valueOf(refusal.getMessage()).isBlank(), "a refusal without a reason");
        }
    }

    /** What is proposed as complete is taken by the reader of mappings; what is not is never taken. */
    private void proposed() throws IOException {
        Proposal proposal;
        try {
            proposal = assistant.propose(file);
        } catch (ImportException refusal) {
            require(!String.valueOf(refusal.getMessage()).isBlank(), "a refusal without a reason");
            return;
        }
        Files.writeString(other, proposal.mapping(), StandardCharsets.UTF_8);
        try {
            read(file, Optional.of(other));
            require(proposal.open().isEmpty(), "a mapping with open questions was used");
        } catch (ImportException refusal) {
            require(
                    !proposal.open().isEmpty(),
                    "what was proposed as complete is refused: " + refusal.getMessage() + " in " + proposal.mapping());
        }
    }

    private RecordingSink read(Path read, Optional<Path> by) throws ImportException {
        RecordingSink sink = new RecordingSink();
        importer.read(CREDITOR, read, by, sink);
        return sink;
    }

    private static void requireSum(List<InvoiceRecord.Instalment> instalments, Money due) {
        if (!instalments.isEmpty()) {
            Money sum = instalments.stream()
                    .map(InvoiceRecord.Instalment::amount)
                    .reduce(Money::plus)
                    .orElseThrow();
            require(sum.equals(due), "the instalments are not the amount due");
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }

    /** Words of the formats, for fuzzers that make new files of them. */
    static String dictionary() {
        return Stream.of(
                        "<ram:ID>",
                        "</ram:ID>",
                        "<ram:TypeCode>381</ram:TypeCode>",
                        "<ram:SpecifiedTradePaymentTerms>",
                        "<ram:DuePayableAmount>",
                        "<cbc:DueDate>",
                        "<cbc:PayableAmount currencyID=\\\"EUR\\\">",
                        "<cac:PaymentTerms>",
                        "30 jours fin de mois",
                        "<ram:ProcessConditionCode>",
                        "<ram:ValueAmount>",
                        "format=\\\"102\\\"",
                        "format=\\\"204\\\"",
                        "20260120",
                        "-1",
                        "<!DOCTYPE x [<!ENTITY e SYSTEM \\\"file:///etc/hostname\\\">]>",
                        "&e;",
                        "<![CDATA[",
                        "]]>",
                        "%PDF-1.7",
                        "/EmbeddedFiles",
                        "/AF",
                        "/Encrypt",
                        "/FlateDecode",
                        "stream",
                        "endstream",
                        "endobj",
                        "xref",
                        "trailer",
                        "/Root 1 0 R",
                        "dates",
                        "records",
                        "invoice",
                        "dd/MM/yyyy",
                        "M/d/yyyy",
                        "template",
                        "constant",
                        "values",
                        "when",
                        "ignoreRows",
                        "échéance",
                        "Fälligkeit",
                        "N° facture",
                        "1.234,56",
                        "1,234.56")
                .map(word -> "\"" + word + "\"")
                .filter(word -> word.chars().allMatch(character -> character < 128))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
