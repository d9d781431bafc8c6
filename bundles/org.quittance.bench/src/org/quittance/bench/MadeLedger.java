package org.quittance.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;

/**
 * Writes the files of a firm with many debtors: ten invoices each, half of them overdue on a given day. The same size always
 * gives the same files.
 */
final class MadeLedger {

    static final int INVOICES_PER_DEBTOR = 10;

    private static final long SEED = 20261120;
    private static final int DUE_SPREAD_DAYS = 90;
    private static final int TERM_DAYS = 90;

    private static final String DEBTOR_MAPPING = """
        {
          "dates": "yyyy-MM-dd",
          "decimal": ".",
          "records": {
            "debtor": {
              "id": "debtor", "name": "name", "kind": {"constant": "BUSINESS"},
              "language": {"constant": "fr"}, "country": {"constant": "FR"},
              "street": "street", "postalCode": "postal code", "town": "town", "email": "email"
            }
          }
        }
        """;

    private static final String INVOICE_MAPPING = """
        {
          "dates": "yyyy-MM-dd",
          "decimal": ".",
          "currency": {"constant": "EUR"},
          "paymentsKnownUntil": "%s",
          "records": {
            "invoice": {
              "number": "invoice", "debtor": "debtor", "issueDate": "issue date", "due": "due date",
              "amount": "amount",
              "evidence": {
                "grade": {"constant": "CHANNEL"}, "sentOn": "issue date", "source": {"constant": "bench"}
              }
            }
          }
        }
        """;

    private final Path folder;
    private final int invoices;
    private final LocalDate today;

    MadeLedger(Path folder, int invoices, LocalDate today) {
        this.folder = folder;
        this.invoices = invoices;
        this.today = today;
    }

    Path debtors() {
        return folder.resolve("debtors.csv");
    }

    Path debtorMapping() {
        return folder.resolve("debtors.mapping.json");
    }

    Path invoices() {
        return folder.resolve("invoices.csv");
    }

    Path invoiceMapping() {
        return folder.resolve("invoices.mapping.json");
    }

    int debtorCount() {
        return (invoices + INVOICES_PER_DEBTOR - 1) / INVOICES_PER_DEBTOR;
    }

    void write() throws IOException {
        Files.writeString(debtorMapping(), DEBTOR_MAPPING);
        Files.writeString(invoiceMapping(), INVOICE_MAPPING.formatted(today));
        writeDebtors();
        writeInvoices();
    }

    private void writeDebtors() throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(debtors(), UTF_8)) {
            out.write("debtor,name,street,postal code,town,email\n");
            for (int debtor = 0; debtor < debtorCount(); debtor++) {
                out.write("C" + debtor + ",Client Modèle " + debtor + "," + debtor + " rue de l’Exemple,69001,Lyon,c"
                        + debtor + "@example.invalid\n");
            }
        }
    }

    private void writeInvoices() throws IOException {
        Random random = new Random(SEED);
        try (BufferedWriter out = Files.newBufferedWriter(invoices(), UTF_8)) {
            out.write("invoice,debtor,issue date,due date,amount\n");
            for (int invoice = 0; invoice < invoices; invoice++) {
                LocalDate due = today.plusDays(random.nextInt(2 * DUE_SPREAD_DAYS) - (long) DUE_SPREAD_DAYS);
                int cents = 5_000 + random.nextInt(500_000);
                out.write("F" + invoice + ",C" + invoice / INVOICES_PER_DEBTOR + "," + due.minusDays(TERM_DAYS) + ","
                        + due + "," + cents / 100 + "." + cents / 10 % 10 + cents % 10 + "\n");
            }
        }
    }
}
