package org.quittance.oracle.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.prowidesoftware.swift.model.mx.AbstractMX;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quittance.api.importer.StatementEntry;
import org.quittance.importer.bank.CamtImporter;

/** Our reader of camt and Prowide's model of each version read the same movements out of the same files. */
class CamtOracleTest {

    /** What both must agree on. */
    private record Seen(
            String account, BigDecimal amount, String currency, LocalDate booked, String endToEndId, String texts) {}

    static Stream<Path> files() throws IOException {
        return BankFiles.named("camt05.*\\.xml").stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void bothReadTheSameMovements(Path file) throws IOException {
        JsonObject message = body(Files.readString(file));
        BankFiles.Outcome ours = BankFiles.read(new CamtImporter(), file);
        List<JsonObject> statements = objects(message, "stmt", "rpt", "ntfctn");
        if (!ours.refusal().isEmpty()) {
            assertTrue(statements.isEmpty(), ours::refusal);
            return;
        }
        List<Seen> theirs = new ArrayList<>();
        statements.forEach(statement -> theirs.addAll(movements(statement)));
        assertEquals(
                theirs, ours.read().entries().stream().map(CamtOracleTest::seen).toList());
        assertEquals(statements.size(), ours.read().statements().size());
    }

    private static Seen seen(StatementEntry entry) {
        return new Seen(
                entry.account(),
                entry.amount().toDecimal(),
                entry.amount().currency().getCurrencyCode(),
                entry.bookingDate(),
                entry.endToEndId().orElse(""),
                letters(entry.text() + entry.structuredReference().orElse("")));
    }

    private static JsonObject body(String xml) {
        JsonObject whole =
                JsonParser.parseString(AbstractMX.parse(xml).toJson()).getAsJsonObject();
        return Stream.of("bkToCstmrStmt", "bkToCstmrAcctRpt", "bkToCstmrDbtCdtNtfctn")
                .filter(whole::has)
                .map(whole::getAsJsonObject)
                .findFirst()
                .orElseThrow();
    }

    private static List<Seen> movements(JsonObject statement) {
        List<Seen> movements = new ArrayList<>();
        String account = text(statement, "acct", "id", "iban") + text(statement, "acct", "id", "othr", "id");
        for (JsonObject entry : objects(statement, "ntry")) {
            String status = text(entry, "sts", "cd") + text(entry, "sts");
            if (status.equals("BOOK")) {
                movements.addAll(movements(account, entry));
            }
        }
        return movements;
    }

    private static List<Seen> movements(String account, JsonObject entry) {
        List<JsonObject> transactions = new ArrayList<>();
        objects(entry, "ntryDtls").forEach(details -> transactions.addAll(objects(details, "txDtls")));
        BigDecimal booked = signed(entry, amount(entry));
        List<BigDecimal> parts = transactions.stream()
                .map(part -> signed(part.has("cdtDbtInd") ? part : entry, amount(part)))
                .toList();
        boolean itemised = parts.size() > 1
                && parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add).compareTo(booked) == 0;
        String currency = text(entry, "amt", "ccy");
        LocalDate day = day(entry.getAsJsonObject("bookgDt"));
        if (itemised) {
            List<Seen> movements = new ArrayList<>();
            for (int i = 0; i < parts.size(); i++) {
                JsonObject part = transactions.get(i);
                movements.add(new Seen(account, parts.get(i), currency, day, endToEndId(part), texts(part, entry)));
            }
            return movements;
        }
        if (transactions.size() == 1) {
            JsonObject only = transactions.get(0);
            return List.of(new Seen(account, booked, currency, day, endToEndId(only), texts(only, entry)));
        }
        StringBuilder texts = new StringBuilder();
        transactions.forEach(
                part -> texts.append(references(part)).append(endToEndId(part)).append(remittance(part)));
        String text = texts.isEmpty() ? text(entry, "addtlNtryInf") : texts.toString();
        return List.of(new Seen(account, booked, currency, day, "", letters(text)));
    }

    private static BigDecimal amount(JsonObject holder) {
        for (String[] path : new String[][] {{"amt", "value"}, {"amtDtls", "txAmt", "amt", "value"}}) {
            String amount = text(holder, path);
            if (!amount.isEmpty()) {
                return new BigDecimal(amount).setScale(2);
            }
        }
        return BigDecimal.ZERO;
    }

    private static BigDecimal signed(JsonObject holder, BigDecimal amount) {
        return text(holder, "cdtDbtInd").equals("DBIT") ? amount.negate() : amount;
    }

    private static String endToEndId(JsonObject transaction) {
        String id = text(transaction, "refs", "endToEndId");
        return id.equals("NOTPROVIDED") ? "" : id;
    }

    private static String texts(JsonObject transaction, JsonObject entry) {
        String remittance = remittance(transaction);
        String text = !remittance.isEmpty() ? remittance : text(transaction, "addtlTxInf");
        return letters((text.isEmpty() ? text(entry, "addtlNtryInf") : text) + references(transaction));
    }

    private static String remittance(JsonObject transaction) {
        StringBuilder text = new StringBuilder();
        if (transaction.has("rmtInf")) {
            JsonObject remittance = transaction.getAsJsonObject("rmtInf");
            if (remittance.has("ustrd")) {
                remittance.getAsJsonArray("ustrd").forEach(line -> text.append(line.getAsString()));
            }
            int count = 0;
            for (JsonObject structured : objects(remittance, "strd")) {
                text.append(count++ > 0 ? text(structured, "cdtrRefInf", "ref") : "");
                objects(structured, "rfrdDocInf").forEach(document -> text.append(text(document, "nb")));
                if (structured.has("addtlRmtInf")) {
                    structured.getAsJsonArray("addtlRmtInf").forEach(line -> text.append(line.getAsString()));
                }
            }
        }
        return text.toString();
    }

    private static String references(JsonObject transaction) {
        return transaction.has("rmtInf")
                ? objects(transaction.getAsJsonObject("rmtInf"), "strd").stream()
                        .map(structured -> text(structured, "cdtrRefInf", "ref"))
                        .filter(reference -> !reference.isEmpty())
                        .findFirst()
                        .orElse("")
                : "";
    }

    private static LocalDate day(JsonObject choice) {
        JsonObject day = choice.has("dt")
                ? choice.getAsJsonObject("dt")
                : choice.getAsJsonObject("dtTm").getAsJsonObject("dateTime").getAsJsonObject("date");
        return LocalDate.of(
                day.get("year").getAsInt(),
                day.get("month").getAsInt(),
                day.get("day").getAsInt());
    }

    private static String letters(String text) {
        return text.replaceAll("\\s", "");
    }

    private static List<JsonObject> objects(JsonObject holder, String... names) {
        List<JsonObject> objects = new ArrayList<>();
        for (String name : names) {
            if (holder.has(name)) {
                holder.getAsJsonArray(name).forEach(element -> objects.add(element.getAsJsonObject()));
            }
        }
        return objects;
    }

    /** Empty where there is none. */
    private static String text(JsonObject holder, String... path) {
        JsonElement at = holder;
        for (String name : path) {
            if (!at.isJsonObject() || !at.getAsJsonObject().has(name)) {
                return "";
            }
            at = at.getAsJsonObject().get(name);
        }
        return at.isJsonPrimitive() ? at.getAsString() : "";
    }
}
