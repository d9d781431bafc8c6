package org.quittance.bench;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quittance.api.importer.ImportException;
import org.quittance.api.importer.ImportSink;
import org.quittance.api.importer.Importer;
import org.quittance.api.model.CreditorId;

/** Reads copies of one document, each from a file of its own, and drops what is in them. */
final class ReadingPhase {

    private final CreditorId creditor;
    private final Importer importer;
    private final List<Path> files = new ArrayList<>();
    private long read;

    /** @param resource a document beside this class */
    ReadingPhase(CreditorId creditor, Importer importer, Path scratch, String resource, int copies) throws IOException {
        this.creditor = creditor;
        this.importer = importer;
        byte[] document;
        try (InputStream in = ReadingPhase.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("resource " + resource + " is missing in the bundle");
            }
            document = in.readAllBytes();
        }
        for (int copy = 0; copy < copies; copy++) {
            files.add(Files.write(scratch.resolve(copy + "-" + resource), document));
        }
    }

    /** Returns how many files were read. */
    long read() throws ImportException {
        ImportSink sink = sink();
        for (Path file : files) {
            importer.read(creditor, file, Optional.empty(), sink);
        }
        if (read != files.size()) {
            throw new IllegalStateException(read + " of " + files.size() + " documents were read");
        }
        read = 0;
        return files.size();
    }

    void deleteFiles() throws IOException {
        for (Path file : files) {
            Files.delete(file);
        }
    }

    /** Counts e-invoices; whatever else is pushed is a mistake. */
    private ImportSink sink() {
        InvocationHandler counting = (proxy, method, arguments) -> {
            if (!method.getName().equals("electronicInvoice")) {
                throw new IllegalStateException(method.getName() + " was not expected");
            }
            read++;
            return null;
        };
        // the interface's own loader: it sees every type the methods name, this bundle's sees those it imports
        return (ImportSink)
                Proxy.newProxyInstance(ImportSink.class.getClassLoader(), new Class<?>[] {ImportSink.class}, counting);
    }
}
