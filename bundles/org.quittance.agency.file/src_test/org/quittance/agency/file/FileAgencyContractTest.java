package org.quittance.agency.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.agency.AgencyEvent;
import org.quittance.api.agency.CollectionAgencyConnector;
import org.quittance.api.agency.HandOverKey;
import org.quittance.tck.agency.CollectionAgencyConnectorContract;

/** The contract of the TCK; the agency's side is played with plain files. */
class FileAgencyContractTest extends CollectionAgencyConnectorContract {

    @TempDir
    Path folder;

    private int reports;

    @Override
    protected CollectionAgencyConnector connect() {
        return SharedFolder.connector(folder);
    }

    @Override
    protected int casesAtTheAgency() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return (int) entries.filter(entry -> Files.exists(entry.resolve("mandate.txt")))
                    .count();
        }
    }

    @Override
    protected void agencyAcknowledges(HandOverKey key, String reference, LocalDate on) throws IOException {
        Files.writeString(
                folder.resolve(key.value()).resolve("acknowledgement.json"),
                "{\"reference\": \"" + reference + "\", \"on\": \"" + on + "\"}");
    }

    @Override
    protected void agencyReports(AgencyEvent event) throws IOException {
        Files.write(nextReport(), BoundedJson.bytes(ReportFields.json(event)));
    }

    @Override
    protected void agencyReportsSomethingUnreadable() throws IOException {
        Files.writeString(nextReport(), "{ half a rep");
    }

    private Path nextReport() throws IOException {
        reports++;
        Path feedback = Files.createDirectories(folder.resolve("feedback"));
        return feedback.resolve(String.format(Locale.ROOT, "%04d.json", reports));
    }
}
