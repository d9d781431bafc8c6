package org.quittance.proof.privacy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.ledger.PersonalRecords;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.Medium;

/**
 * One ZIP file: {@code data.json} with what the directories say and every row, then every document as it was sent. Days and
 * instants are written as such, because the debtor has to be able to read them.
 */
final class DebtorArchive implements PersonalRecords.Reader, AutoCloseable {

    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private static final Set<String> DAYS = Set.of(
            "issued",
            "due",
            "booked",
            "value_on",
            "on_day",
            "as_of",
            "sent_on",
            "expires_on",
            "made_on",
            "opened_on",
            "deadline",
            "closed_on",
            "from_day",
            "until_day",
            "settled_on",
            "claimed_until",
            "evidence_on");

    private static final Set<String> INSTANTS = Set.of("at", "changed_at", "prepared_at");

    private final ZipOutputStream zip;
    private final JsonGenerator json;
    private final Set<String> names = new HashSet<>();
    private String table = "";
    private boolean inData = true;
    private long rows;
    private long documents;

    DebtorArchive(OutputStream out, CreditorId creditor, DebtorId debtor, Optional<Debtor> known, Instant at)
            throws IOException {
        zip = new ZipOutputStream(out);
        zip.putNextEntry(new ZipEntry("data.json"));
        json = JSON.createGenerator(zip).setPrettyPrinter(new DefaultPrettyPrinter());
        json.writeStartObject();
        json.writeStringField("creditor", creditor.value());
        json.writeStringField("debtor", debtor.value());
        json.writeStringField("exported", at.toString());
        if (known.isPresent()) {
            directory(known.get());
        }
        json.writeObjectFieldStart("records");
    }

    private void directory(Debtor debtor) throws IOException {
        json.writeObjectFieldStart("directory");
        json.writeStringField("name", debtor.name());
        json.writeStringField("kind", debtor.kind().name());
        json.writeStringField("language", debtor.language().getLanguage());
        json.writeStringField("country", debtor.country());
        text("contactName", debtor.contactName());
        text("email", debtor.email());
        text("phone", debtor.phone());
        text("legalId", debtor.legalId());
        if (debtor.address().isPresent()) {
            json.writeStringField("address", debtor.address().get().toString());
        }
        json.writeArrayFieldStart("optOuts");
        for (Medium medium : debtor.optOuts().stream().sorted().toList()) {
            json.writeString(medium.name());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void text(String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get());
        }
    }

    @Override
    public void row(String of, Map<String, Object> columns) throws IOException {
        if (!of.equals(table)) {
            endTable();
            json.writeArrayFieldStart(of);
            table = of;
        }
        json.writeStartObject();
        for (Map.Entry<String, Object> column : columns.entrySet()) {
            json.writeFieldName(column.getKey());
            value(column.getKey(), column.getValue());
        }
        json.writeEndObject();
        rows++;
    }

    private void value(String column, Object value) throws IOException {
        if (!(value instanceof Number number)) {
            json.writeString(value.toString());
        } else if (DAYS.contains(column)) {
            json.writeString(LocalDate.ofEpochDay(number.longValue()).toString());
        } else if (INSTANTS.contains(column)) {
            long micros = number.longValue();
            json.writeString(
                    Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000)
                            .toString());
        } else {
            json.writeNumber(number.longValue());
        }
    }

    private void endTable() throws IOException {
        if (!table.isEmpty()) {
            json.writeEndArray();
            table = "";
        }
    }

    private void endData() throws IOException {
        if (inData) {
            inData = false;
            endTable();
            json.writeEndObject();
            json.writeEndObject();
            json.close();
            zip.closeEntry();
        }
    }

    @Override
    public void document(String of, DocumentFile document) throws IOException {
        entry("documents/" + of + "/" + document.fileName());
        zip.write(document.bytes());
        zip.closeEntry();
        documents++;
    }

    @Override
    public void document(InvoiceId invoice, DocumentFile document) throws IOException {
        // Two invoices may have come as files of the same name.
        entry("invoices/" + document.sha256().substring(0, 8) + "_" + document.fileName());
        zip.write(document.bytes());
        zip.closeEntry();
        documents++;
    }

    /** A file a channel made: the letter in its envelope, the e-mail as it went out. */
    void file(Path file) throws IOException {
        entry("files/" + file.getFileName());
        Files.copy(file, zip);
        zip.closeEntry();
        documents++;
    }

    private void entry(String name) throws IOException {
        endData();
        String free = name;
        for (int number = 2; !names.add(free); number++) {
            free = name + "." + number;
        }
        zip.putNextEntry(new ZipEntry(free));
    }

    long rows() {
        return rows;
    }

    long documents() {
        return documents;
    }

    @Override
    public void close() throws IOException {
        endData();
        zip.close();
    }
}
