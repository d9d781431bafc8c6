package org.quittance.agency.file;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.quittance.api.document.MessageFacts;
import org.quittance.api.interest.InterestSegment;
import org.quittance.api.model.Money;

/**
 * The file {@code claim.csv} (RFC 4180, UTF-8): one row per invoice (PRINCIPAL), per credit (CREDIT), per interest segment
 * (INTEREST), then INDEMNITY, FEES and TOTAL. The amounts of the rows before TOTAL add up to it.
 */
final class ClaimCsv {

    private static final String[] HEADER = {
        "type",
        "number",
        "instalment",
        "issued",
        "due",
        "original",
        "paid",
        "from",
        "to",
        "days",
        "principal",
        "rate",
        "article",
        "amount",
        "currency"
    };

    private ClaimCsv() {}

    static byte[] of(MessageFacts claim) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(HEADER);
            claim.lines().forEach(line -> item(csv, "PRINCIPAL", line));
            claim.credits().forEach(line -> item(csv, "CREDIT", line));
            interest(csv, claim);
            sum(csv, "INDEMNITY", claim.indemnity());
            sum(csv, "FEES", claim.fees());
            sum(csv, "TOTAL", claim.total());
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory can always be written", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void item(CsvWriter csv, String type, MessageFacts.Line line) {
        csv.writeRecord(
                type,
                line.number(),
                Integer.toString(line.instalment()),
                line.issueDate().toString(),
                line.dueDate().toString(),
                line.original().toDecimalString(),
                line.paid().toDecimalString(),
                "",
                "",
                Integer.toString(line.daysLate()),
                "",
                "",
                "",
                line.claimed().toDecimalString(),
                currency(line.claimed()));
    }

    /** Segments may be missing although interest is claimed, where it was computed elsewhere; then the sum stands alone. */
    private static void interest(CsvWriter csv, MessageFacts claim) {
        if (claim.segments().isEmpty()) {
            sum(csv, "INTEREST", claim.interest());
        } else {
            claim.segments().forEach(segment -> segment(csv, segment));
        }
    }

    private static void segment(CsvWriter csv, InterestSegment segment) {
        csv.writeRecord(
                "INTEREST",
                "",
                "",
                "",
                "",
                "",
                "",
                segment.from().toString(),
                segment.to().toString(),
                Integer.toString(segment.days()),
                segment.principal().toDecimalString(),
                segment.rate().toPlainString(),
                segment.article(),
                segment.interest().toDecimalString(),
                currency(segment.interest()));
    }

    private static void sum(CsvWriter csv, String type, Money amount) {
        csv.writeRecord(
                type, "", "", "", "", "", "", "", "", "", "", "", "", amount.toDecimalString(), currency(amount));
    }

    private static String currency(Money amount) {
        return amount.currency().getCurrencyCode();
    }
}
