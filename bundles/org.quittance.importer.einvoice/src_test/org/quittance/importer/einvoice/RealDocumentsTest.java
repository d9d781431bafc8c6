package org.quittance.importer.einvoice;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quittance.api.importer.ElectronicInvoice;
import org.quittance.api.model.CreditorId;
import org.quittance.tck.importer.RecordingSink;

/** What other programs wrote. A name like fail_… speaks of its profile; the values in it are judged by themselves. */
class RealDocumentsTest {

    @Test
    void show() throws Exception {
        try (Stream<Path> files = java.nio.file.Files.list(SharedData.folder())) {
            for (Path file : files.sorted().toList()) {
                RecordingSink sink = new RecordingSink();
                ElectronicInvoiceImporter.withDefaults().read(CreditorId.of("exemple"), file, Optional.empty(), sink);
                sink.rejections().forEach(r -> System.err.println(file.getFileName() + " " + r));
                for (ElectronicInvoice i : sink.electronicInvoices()) {
                    System.err.println(
                            file.getFileName() + "|" + i.type() + "|" + i.number() + "|" + i.issueDate() + "|"
                                    + i.instalments() + "|" + i.total() + "|" + i.prepaid() + "|" + i.amountDue() + "|"
                                    + i.seller().name() + "|" + i.seller().identifiers() + "|"
                                    + i.seller().vatNumber() + "|"
                                    + i.buyer().name() + "|" + i.buyer().identifiers() + "|"
                                    + i.buyer().vatNumber() + "|" + i.buyer().address()
                                    + i.buyer().email() + i.buyer().contactName() + "|"
                                    + i.payee().map(p -> p.name()) + i.payeeIban() + i.paymentReference()
                                    + i.orderReference() + i.contractReference() + i.preceding() + i.deliveredOn()
                                    + i.notes().size() + i.process());
                }
            }
        }
    }
}
