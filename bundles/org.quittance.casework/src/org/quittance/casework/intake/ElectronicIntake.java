package org.quittance.casework.intake;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quittance.api.importer.DocumentType;
import org.quittance.api.importer.ElectronicInvoice;
import org.quittance.api.importer.InvoiceRecord;
import org.quittance.api.intake.IntakeResult;
import org.quittance.api.intake.IntakeSession;
import org.quittance.api.intake.InvoiceBook;
import org.quittance.api.intake.InvoiceBook.KnownInvoice;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.ItemKind;
import org.quittance.api.model.Money;
import org.quittance.api.store.StoreException;
import org.quittance.api.text.Sentence;
import org.quittance.service.casework.ImportService.ImportListener;
import org.quittance.service.casework.ImportService.ImportedDocument;
import org.quittance.service.casework.ImportService.Rejection;

/**
 * Takes invoice documents into the ledger: as a debt of their buyer to the creditor, with the file as proof. That a document was
 * imported is no evidence that it was sent. For one thread.
 */
final class ElectronicIntake {

    private final IntakeSession session;
    private final LongTerms longTerms;
    private final InvoiceBook book;
    private final DueByTerm dueByTerm;
    private final SellerCheck seller;
    private final BuyerSearch buyers;
    private final ImportListener listener;
    private final List<Rejection> warnings = new ArrayList<>();
    private final List<Doubtful> doubtful = new ArrayList<>();

    ElectronicIntake(
            Creditor creditor,
            IntakeSession session,
            DueByTerm dueByTerm,
            LongTerms longTerms,
            ImportListener listener) {
        this.dueByTerm = dueByTerm;
        this.longTerms = longTerms;
        this.session = session;
        this.book = session.documents();
        this.seller = new SellerCheck(creditor);
        this.buyers = new BuyerSearch(creditor, book);
        this.listener = listener;
    }

    /** A document and where it was read. */
    record Read(String file, long line, ElectronicInvoice invoice) {

        boolean isCreditNote() {
            return invoice.type() == DocumentType.CREDIT_NOTE;
        }

        /** Whether it is taken after the invoices it may refer to, however the files are ordered. */
        boolean refersToOthers() {
            return isCreditNote() || invoice.type() == DocumentType.CORRECTIVE_INVOICE;
        }
    }

    /** An item that must rest until a person has looked, because another than the creditor is to be paid. */
    record Doubtful(IntakeSession.ItemOwner owner, String number) {}

    List<Doubtful> doubtful() {
        return doubtful;
    }

    /** To be called once everything is read. */
    void tellWarnings() {
        warnings.forEach(listener::warned);
        dueByTerm.tellSources(listener);
    }

    /** Takes one document and its proof; whatever becomes of it is told to the listener. */
    IntakeResult take(Read read) throws StoreException {
        IntakeResult result = taken(read);
        Optional<DebtorId> debtor = result.kind() == IntakeResult.Kind.REJECTED
                ? Optional.empty()
                : book.invoice(read.invoice().number()).map(KnownInvoice::debtor);
        tell(read, debtor);
        return result;
    }

    private IntakeResult taken(Read read) throws StoreException {
        ElectronicInvoice invoice = read.invoice();
        Optional<Sentence> refusal = seller.refusal(invoice);
        if (refusal.isPresent()) {
            return IntakeResult.rejected("seller", refusal.get());
        }
        if (invoice.amountDue().isZero()) {
            warn(read, "amountDue", Sentence.of(ElectronicIntake.class, "document.paid"));
            return IntakeResult.of(IntakeResult.Kind.UNCHANGED);
        }
        Optional<KnownInvoice> known = book.invoice(invoice.number());
        IntakeResult result;
        try {
            result = known.isPresent() ? again(read, known.get()) : anew(read);
        } catch (BuyerSearch.Ambiguous e) {
            return IntakeResult.rejected("buyer", e.sentence());
        }
        if (result.kind() == IntakeResult.Kind.REJECTED) {
            return result;
        }
        IntakeResult corrected = cancelPreceding(read);
        IntakeResult proof = book.keepDocument(invoice.number(), ProofFile.of(Path.of(read.file())));
        hold(read);
        warnOfDifferences(read);
        boolean changed = corrected.kind() == IntakeResult.Kind.ADDED || proof.kind() == IntakeResult.Kind.ADDED;
        return result.kind() == IntakeResult.Kind.UNCHANGED && changed
                ? IntakeResult.of(IntakeResult.Kind.CHANGED)
                : result;
    }

    /** A document of an invoice that the ledger knows, from this file or another source, becomes its proof. */
    private IntakeResult again(Read read, KnownInvoice known) throws StoreException, BuyerSearch.Ambiguous {
        ElectronicInvoice invoice = read.invoice();
        if ((known.kind() == ItemKind.CREDIT_NOTE) != read.isCreditNote()) {
            return contradiction(read, "kind");
        }
        if (!known.original().equals(invoice.amountDue()) && !known.original().equals(invoice.total())) {
            return contradiction(read, "amount");
        }
        if (!known.issueDate().equals(invoice.issueDate())) {
            return contradiction(read, "issueDate");
        }
        return buyers.isAnother(invoice.buyer(), known.debtor())
                ? contradiction(read, "buyer")
                : IntakeResult.of(IntakeResult.Kind.UNCHANGED);
    }

    private static IntakeResult contradiction(Read read, String field) {
        return IntakeResult.rejected(
                field,
                Sentence.of(
                        ElectronicIntake.class,
                        "document.contradiction",
                        read.invoice().number()));
    }

    private IntakeResult anew(Read read) throws StoreException, BuyerSearch.Ambiguous {
        ElectronicInvoice invoice = read.invoice();
        Optional<Debtor> known = buyers.known(invoice.buyer());
        Debtor debtor = known.isPresent() ? known.get() : buyers.described(invoice);
        List<InvoiceRecord.Instalment> instalments = instalments(read, debtor);
        if (!read.isCreditNote() && instalments.isEmpty()) {
            return IntakeResult.rejected("dueDate", noDueDate(invoice));
        }
        InvoiceRecord record = record(read, debtor, instalments);
        IntakeResult result = session.invoice(record);
        if (result.kind() == IntakeResult.Kind.ADDED) {
            longTerms.taken(record);
            if (known.isEmpty()) {
                session.debtor(debtor);
            }
            seller.doubt(invoice).ifPresent(doubt -> warn(read, "seller", doubt));
        }
        return result;
    }

    /** Where the document has terms that are not understood, only what was agreed with the debtor can stand for them. */
    private List<InvoiceRecord.Instalment> instalments(Read read, Debtor debtor) throws StoreException {
        ElectronicInvoice invoice = read.invoice();
        if (read.isCreditNote() || !invoice.instalments().isEmpty()) {
            return invoice.instalments();
        }
        boolean byLaw = invoice.paymentTerms().isEmpty();
        return dueByTerm
                .due(read.file(), debtor.id(), debtor.kind(), invoice.issueDate(), byLaw)
                .map(day -> List.of(new InvoiceRecord.Instalment(day, invoice.amountDue())))
                .orElse(List.of());
    }

    private static Sentence noDueDate(ElectronicInvoice invoice) {
        return invoice.paymentTerms()
                .map(text -> Sentence.of(ElectronicIntake.class, "document.terms", text.replaceAll("\\s+", " ")))
                .orElseGet(() -> Sentence.of(ElectronicIntake.class, "document.no-due-date"));
    }

    private InvoiceRecord record(Read read, Debtor debtor, List<InvoiceRecord.Instalment> instalments)
            throws StoreException {
        ElectronicInvoice invoice = read.invoice();
        InvoiceRecord.Builder record = InvoiceRecord.of(invoice.number(), debtor.id(), invoice.issueDate());
        if (!read.isCreditNote()) {
            return record.instalments(instalments).build();
        }
        return record.creditNote(credited(read, debtor))
                .instalments(List.of(new InvoiceRecord.Instalment(invoice.issueDate(), invoice.amountDue())))
                .build();
    }

    /** The one invoice that a credit note is set against; it is money of the debtor's otherwise. */
    private Optional<String> credited(Read read, Debtor debtor) throws StoreException {
        List<String> preceding = read.invoice().preceding();
        if (preceding.size() == 1 && isInvoiceOf(preceding.get(0), debtor.id(), read)) {
            return Optional.of(preceding.get(0));
        }
        if (!preceding.isEmpty()) {
            warn(read, "preceding", Sentence.of(ElectronicIntake.class, "document.credit", preceding));
        }
        return Optional.empty();
    }

    private boolean isInvoiceOf(String number, DebtorId debtor, Read read) throws StoreException {
        return book.invoice(number)
                .filter(known -> known.kind() == ItemKind.INVOICE
                        && known.debtor().equals(debtor)
                        && known.original()
                                .currency()
                                .equals(read.invoice().total().currency()))
                .isPresent();
    }

    /** A corrective invoice stands in the place of the one it names, which is credited as a whole. */
    private IntakeResult cancelPreceding(Read read) throws StoreException {
        IntakeResult nothing = IntakeResult.of(IntakeResult.Kind.UNCHANGED);
        if (read.invoice().type() != DocumentType.CORRECTIVE_INVOICE) {
            return nothing;
        }
        String number = read.invoice().number();
        DebtorId debtor = book.invoice(number).map(KnownInvoice::debtor).orElseThrow();
        List<String> preceding = read.invoice().preceding();
        if (preceding.size() != 1 || !isInvoiceOf(preceding.get(0), debtor, read)) {
            warn(read, "preceding", Sentence.of(ElectronicIntake.class, "document.corrects", preceding));
            return nothing;
        }
        String corrected = preceding.get(0);
        Money whole = book.invoice(corrected).map(KnownInvoice::original).orElseThrow();
        LocalDate on = read.invoice().issueDate();
        return session.invoice(InvoiceRecord.of(corrected + " / " + number, debtor, on)
                .creditNote(Optional.of(corrected))
                .instalments(List.of(new InvoiceRecord.Instalment(on, whole)))
                .build());
    }

    private void hold(Read read) throws StoreException {
        ElectronicInvoice invoice = read.invoice();
        boolean factored = invoice.type() == DocumentType.FACTORED_INVOICE || seller.paysAnother(invoice);
        if (!factored || read.isCreditNote()) {
            return;
        }
        session.itemsOf(invoice.number()).forEach(owner -> doubtful.add(new Doubtful(owner, invoice.number())));
        warn(
                read,
                "payee",
                invoice.payee()
                        .map(party -> Sentence.of(ElectronicIntake.class, "document.payee-named", party.name()))
                        .orElseGet(() -> Sentence.of(ElectronicIntake.class, "document.payee")));
    }

    private void warnOfDifferences(Read read) {
        if (seller.namesAnotherAccount(read.invoice())) {
            warn(read, "iban", Sentence.of(ElectronicIntake.class, "document.account"));
        }
    }

    private void warn(Read read, String field, Sentence reason) {
        warnings.add(new Rejection(
                read.file(),
                0,
                field,
                Sentence.of(
                        ElectronicIntake.class, "import.field", read.invoice().number(), reason)));
    }

    private void tell(Read read, Optional<DebtorId> debtor) {
        ElectronicInvoice invoice = read.invoice();
        listener.document(new ImportedDocument(
                read.file(),
                invoice.type(),
                invoice.number(),
                invoice.issueDate(),
                invoice.instalments().stream()
                        .map(InvoiceRecord.Instalment::dueDate)
                        .min(LocalDate::compareTo),
                invoice.total(),
                invoice.amountDue(),
                debtor));
    }
}
