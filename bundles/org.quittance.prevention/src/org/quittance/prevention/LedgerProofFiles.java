package org.quittance.prevention;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.ProofDocument;
import org.quittance.api.ledger.ProofLedger;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.text.Sentence;
import org.quittance.service.agreement.Recording;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CaseworkException.Kind;
import org.quittance.service.casework.Failures;
import org.quittance.service.prevention.ProofFiles;

/** Proofs in the case ledger. */
@Component
public final class LedgerProofFiles implements ProofFiles {

    private final Recordings recordings;
    private final ProofLedger proofs;
    private final DebtorInvoices invoices;

    @Activate
    public LedgerProofFiles(
            @Reference Recordings recordings, @Reference ProofLedger proofs, @Reference DebtorInvoices invoices) {
        this.recordings = requireNonNull(recordings, "recordings");
        this.proofs = requireNonNull(proofs, "proofs");
        this.invoices = requireNonNull(invoices, "invoices");
    }

    @Override
    public ProofDocument attach(
            CreditorId creditor,
            DebtorId debtor,
            ProofDocument.Kind kind,
            Optional<String> invoice,
            Path file,
            String note,
            Recording recording)
            throws CaseworkException {
        DocumentFile document = document(file);
        Optional<InvoiceId> about = invoice.isEmpty()
                ? Optional.empty()
                : Optional.of(invoices.require(creditor, debtor, invoice.get(), recording.on()));
        if (kind == ProofDocument.Kind.INVOICE && about.isEmpty()) {
            throw new CaseworkException(Kind.USAGE, Sentence.of(LedgerProofFiles.class, "proof.which-invoice"));
        }
        List<ProofDocument> known = proofs(creditor, debtor);
        Optional<ProofDocument> same = known.stream()
                .filter(proof -> proof.kind() == kind
                        && proof.invoice().equals(about)
                        && proof.file().sha256().equals(document.sha256()))
                .findFirst();
        if (same.isPresent()) {
            return same.get();
        }
        return recordings.write(
                creditor,
                debtor,
                recording,
                "proof.attached",
                () -> {
                    String id = "proof-" + (proofs.proofs(creditor, debtor).size() + 1);
                    return new ProofDocument(id, kind, about, recording.on(), document, note);
                },
                proof -> json -> {
                    json.put("kind", proof.kind().name());
                    proof.invoice().ifPresent(number -> json.put("invoice", number.value()));
                    json.put("file", proof.file().fileName());
                    json.put("sha256", proof.file().sha256());
                    json.put("note", proof.note());
                });
    }

    private static DocumentFile document(Path file) throws CaseworkException {
        try {
            if (!Files.isRegularFile(file)) {
                throw new CaseworkException(Kind.INPUT, Sentence.of(LedgerProofFiles.class, "file.none", file));
            }
            long size = Files.size(file);
            if (size == 0 || size > SIZE_MAX) {
                throw new CaseworkException(
                        Kind.INPUT, Sentence.of(LedgerProofFiles.class, "file.size", file, size, SIZE_MAX));
            }
            String name = file.getFileName().toString();
            String type = Objects.requireNonNullElse(
                    URLConnection.guessContentTypeFromName(name), "application/octet-stream");
            return DocumentFile.of(name, type, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new CaseworkException(Kind.INPUT, Sentence.of(LedgerProofFiles.class, "file.unreadable", file, e), e);
        } catch (IllegalArgumentException e) {
            throw new CaseworkException(Kind.INPUT, String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public List<ProofDocument> proofs(CreditorId creditor, DebtorId debtor) throws CaseworkException {
        try {
            return proofs.proofs(creditor, debtor);
        } catch (LedgerException e) {
            throw Failures.of(e);
        }
    }
}
