package org.quittance.legal.fr;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.document.DocumentException;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.document.FormalDocument;
import org.quittance.api.document.FormalDocumentRenderer;
import org.quittance.api.model.Creditor;
import org.quittance.api.vat.BadDebt;
import org.quittance.api.vat.BadDebtRelief;
import org.quittance.api.vat.Enclosure;

/**
 * The file for the recovery of French VAT (CGI art. 272, 1; BOI-TVA-DED-40-10-20): a recapitulative statement or duplicates with the
 * statutory mention for the client, and what proves the loss. Who owes its VAT to France is taken to be who has its seat there.
 */
@Component
public final class FrenchBadDebtRelief implements BadDebtRelief {

    private static final String READ_ME = "lisez-moi.txt";
    private static final String TEXT = "text/plain; charset=utf-8";

    private final FormalDocumentRenderer renderer;

    @Activate
    public FrenchBadDebtRelief(@Reference FormalDocumentRenderer renderer) {
        this.renderer = requireNonNull(renderer, "renderer");
    }

    @Override
    public boolean governs(Creditor creditor) {
        return creditor.address().country().equals("FR");
    }

    @Override
    public List<Enclosure> file(BadDebt debt) throws DocumentException {
        UnpaidInvoices words = new UnpaidInvoices(debt);
        Content content = new Content();
        content.add("", DocumentFile.of(READ_ME, TEXT, readMe()));
        content.add("", renderer.render(words.recapitulation()));
        for (FormalDocument duplicate : words.duplicates()) {
            content.add("duplicata", renderer.render(duplicate));
        }
        content.add("", DocumentFile.of("liste.csv", "text/csv; charset=utf-8", bytes(AccountingList.of(debt))));
        debt.invoices().forEach(invoice -> content.add("factures", invoice));
        debt.messages().forEach(message -> content.add("relances", message));
        content.add("", DocumentFile.of("chronologie.jsonl", "application/jsonl", bytes(debt.chronology())));
        debt.evidence().forEach(evidence -> content.add("preuves", evidence));
        return List.copyOf(content.enclosures);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] readMe() {
        try (InputStream in = FrenchBadDebtRelief.class.getResourceAsStream(READ_ME)) {
            if (in == null) {
                throw new IllegalStateException(READ_ME + " is missing from the bundle org.quittance.legal.fr");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(READ_ME + " of org.quittance.legal.fr cannot be read", e);
        }
    }

    /** Two documents of one name get numbers: nothing is lost. */
    private static final class Content {

        private final List<Enclosure> enclosures = new ArrayList<>();
        private final Set<String> paths = new HashSet<>();

        void add(String folder, DocumentFile document) {
            Enclosure enclosure = new Enclosure(folder, document);
            for (int number = 2; !paths.add(enclosure.path()); number++) {
                enclosure = new Enclosure(
                        folder,
                        DocumentFile.of(number + "-" + document.fileName(), document.mediaType(), document.bytes()));
            }
            enclosures.add(enclosure);
        }
    }
}
