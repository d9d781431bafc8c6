package org.quittance.importer.einvoice;

import static java.util.Objects.requireNonNull;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.quittance.api.importer.ImportException;
import org.quittance.api.importer.ImportSink;
import org.quittance.api.importer.Importer;
import org.quittance.api.importer.LifecycleStatus;
import org.quittance.api.model.CreditorId;

/** Reads what platforms tell of the life-cycle of invoices. Stateless, so safe for several threads. */
@Component
public final class LifecycleStatusImporter implements Importer {

    /** A message of thousands of statuses is far below. */
    private static final long BYTES_MAX = 32L * 1024L * 1024L;

    @Activate
    public LifecycleStatusImporter() {}

    @Override
    public String format() {
        return "cdar";
    }

    @Override
    public boolean recognises(String fileName, byte[] head) {
        requireNonNull(fileName, "fileName");
        requireNonNull(head, "head");
        return XmlTree.rootName(new ByteArrayInputStream(head))
                .filter(name -> StatusMessage.is(name.getNamespaceURI(), name.getLocalPart()))
                .isPresent();
    }

    @Override
    public void read(CreditorId creditor, Path file, Optional<Path> mapping, ImportSink sink) throws ImportException {
        requireNonNull(creditor, "creditor");
        requireNonNull(file, "file");
        requireNonNull(mapping, "mapping");
        requireNonNull(sink, "sink");
        try (InputStream in = new BoundedInput(new BufferedInputStream(Files.newInputStream(file)), BYTES_MAX)) {
            StatusMessage.read(XmlTree.read(in), new Pushing(sink));
        } catch (UnreadableDocument e) {
            throw new ImportException(e.reason(), e.line(), e.field(), e);
        } catch (UnfitDocument e) {
            sink.rejected(e.line(), e.field(), e.reason());
        } catch (IOException e) {
            throw new ImportException(file + " cannot be read: " + e.getMessage(), 0, "", e);
        }
    }

    /** Hands on what was read. */
    private record Pushing(ImportSink sink) implements StatusMessage.Taker {

        @Override
        public void status(long line, LifecycleStatus status) {
            sink.lifecycleStatus(line, status);
        }

        @Override
        public void refused(UnfitDocument problem) {
            sink.rejected(problem.line(), problem.field(), problem.reason());
        }
    }
}
