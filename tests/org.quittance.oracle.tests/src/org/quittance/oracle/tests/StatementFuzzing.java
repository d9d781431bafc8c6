package org.quittance.oracle.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quittance.api.importer.ImportException;
import org.quittance.api.importer.Importer;
import org.quittance.api.model.CreditorId;
import org.quittance.importer.bank.CamtImporter;
import org.quittance.importer.bank.CfonbImporter;
import org.quittance.importer.bank.Mt940Importer;
import org.quittance.importer.bank.OfxImporter;
import org.quittance.tck.importer.RecordingSink;

/**
 * What must hold for any bytes at all: a file is read or refused with a reason; what is read has one key per entry of an
 * account, and is read again alike.
 */
final class StatementFuzzing implements Fuzzing {

    private static final CreditorId CREDITOR = CreditorId.of("exemple");

    private final Importer importer;
    private final Path file;

    private StatementFuzzing(Importer importer) {
        this.importer = importer;
        try {
            this.file = Files.createTempFile("quittance-fuzz", ".statement");
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        file.toFile().deleteOnExit();
    }

    static StatementFuzzing of(String format) {
        return new StatementFuzzing(
                Stream.of(new CamtImporter(), new Mt940Importer(), new CfonbImporter(), new OfxImporter())
                        .filter(importer -> importer.format().equals(format))
                        .findFirst()
                        .orElseThrow());
    }

    @Override
    public void check(byte[] bytes) {
        importer.recognises("file", bytes);
        try {
            Files.write(file, bytes);
            RecordingSink first = read();
            RecordingSink again = read();
            require(first.order().equals(again.order()), "reading again gives other records");
            requireKeys(first);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } catch (ImportException refusal) {
            require(!String.valueOf(refusal.getMessage()).isBlank(), "a refusal without a reason");
        }
    }

    private RecordingSink read() throws ImportException {
        RecordingSink sink = new RecordingSink();
        importer.read(CREDITOR, file, Optional.empty(), sink);
        return sink;
    }

    /** Of one statement; several may overlap. */
    private static void requireKeys(RecordingSink sink) {
        List<String> keys = sink.entries().stream()
                .map(entry -> entry.account() + " " + entry.key())
                .toList();
        if (sink.statements().size() == 1) {
            require(keys.stream().distinct().count() == keys.size(), "two entries with one key");
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
                        "<Stmt>",
                        "</Stmt>",
                        "<Ntry>",
                        "</Ntry>",
                        "<TxDtls>",
                        "</TxDtls>",
                        "<Amt Ccy=\\\"EUR\\\">",
                        "</Amt>",
                        "<Bal>",
                        "CRDT",
                        "DBIT",
                        "BOOK",
                        "<!--",
                        "-->",
                        "<![CDATA[",
                        "]]>",
                        "&amp;",
                        "&#10;",
                        ":61:",
                        ":86:",
                        ":60F:",
                        ":62F:",
                        ":28C:",
                        "?20",
                        "?32",
                        "EREF+",
                        "SVWZ+",
                        "/NAME/",
                        "/REMI/",
                        "//",
                        "0130006",
                        "0430006",
                        "0530006",
                        "0730006",
                        "NPY",
                        "LCC",
                        "<STMTTRN>",
                        "</STMTTRN>",
                        "<TRNAMT>",
                        "<FITID>",
                        "<DTPOSTED>",
                        "20260302",
                        "2026-03-02",
                        "260302",
                        "9999999999999",
                        "EUR2",
                        "{",
                        "}")
                .map(word -> "\"" + word + "\"")
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
