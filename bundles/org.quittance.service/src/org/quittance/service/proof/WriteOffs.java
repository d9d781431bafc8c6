package org.quittance.service.proof;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.model.Actor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Money;
import org.quittance.api.vat.LossGround;
import org.quittance.service.casework.CaseworkException;

/**
 * Receivables given up as lost. An item written off leaves dunning at once; the ledger stays as it is, since booking the loss is
 * the accountant's. Until the VAT file is issued it can be undone. Safe for any thread.
 */
@ProviderType
public interface WriteOffs {

    /**
     * Writes off every open invoice of a debtor, or one invoice. What is written off already is left as it is.
     *
     * @param target number of an invoice, or identifier or part of the name of a debtor
     * @throws CaseworkException USAGE where nothing open, or more than one debtor, is found under the target
     */
    Listing record(CreditorId creditor, String target, Loss loss, LocalDate today, Actor actor)
            throws CaseworkException;

    /** @throws CaseworkException USAGE where nothing is written off, or the file was issued */
    Listing undo(CreditorId creditor, String target, LocalDate today, Actor actor) throws CaseworkException;

    /**
     * Makes the file the recovery of VAT needs, as {@link org.quittance.api.vat.BadDebtRelief} of the creditor's country has it:
     * what the tax office asks for, what proves the loss, hashes. From then on nothing can be undone.
     *
     * @throws CaseworkException USAGE where nothing is written off, the file exists or no provider knows the country
     */
    VatFile issue(CreditorId creditor, String target, VatRequest request, LocalDate today, Actor actor)
            throws CaseworkException;

    /** @param since the day on which it became certain, or of the judgment */
    record Loss(String reason, LossGround ground, LocalDate since) {

        public Loss {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("a write-off has a reason");
            }
            requireNonNull(ground, "ground");
            requireNonNull(since, "since");
        }
    }

    /**
     * @param vatPercent rate that was invoiced, such as 20 or 5.5
     * @param evidence files to be put into the archive as they are
     */
    record VatRequest(Path file, BigDecimal vatPercent, List<Path> evidence) {

        public VatRequest {
            requireNonNull(file, "file");
            if (vatPercent.signum() < 0 || vatPercent.compareTo(BigDecimal.valueOf(100)) > 0) {
                throw new IllegalArgumentException("a VAT rate lies between 0 and 100, not at " + vatPercent);
            }
            evidence = List.copyOf(evidence);
        }
    }

    /** States of a write-off. */
    enum State {
        RECORDED,
        UNDONE,
        ISSUED
    }

    /**
     * @param id unique within the debtor
     * @param number printed number of the invoice
     * @param amount what was open, VAT included
     */
    record WriteOff(String id, ItemKey item, String number, LocalDate issued, Money amount, Loss loss, State state) {

        public WriteOff {
            requireNonNull(id, "id");
            requireNonNull(item, "item");
            requireNonNull(number, "number");
            requireNonNull(issued, "issued");
            requireNonNull(amount, "amount");
            requireNonNull(loss, "loss");
            requireNonNull(state, "state");
        }
    }

    /** What an operation concerned. */
    record Listing(Debtor debtor, List<WriteOff> writeOffs) {

        public Listing {
            requireNonNull(debtor, "debtor");
            writeOffs = List.copyOf(writeOffs);
        }
    }

    /** @param lines one per write-off: what it is without VAT, and the VAT */
    record VatFile(Debtor debtor, Path file, String sha256, List<VatLine> lines) {

        public VatFile {
            requireNonNull(debtor, "debtor");
            requireNonNull(file, "file");
            requireNonNull(sha256, "sha256");
            lines = List.copyOf(lines);
        }
    }

    /** The parts of one amount. */
    record VatLine(WriteOff writeOff, Money net, Money vat) {

        public VatLine {
            requireNonNull(writeOff, "writeOff");
            requireNonNull(net, "net");
            requireNonNull(vat, "vat");
        }
    }
}
