package org.quittance.casework.intake;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quittance.api.importer.ElectronicInvoice;
import org.quittance.api.importer.Party;
import org.quittance.api.intake.InvoiceBook;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.DebtorKey;
import org.quittance.api.model.DebtorKind;
import org.quittance.api.model.PostalAddress;
import org.quittance.api.store.StoreException;
import org.quittance.api.text.Explained;
import org.quittance.api.text.Sentence;

/** Finds the buyer of a document among the debtors, or describes a new one. A debtor that is known is never changed by a document. */
final class BuyerSearch {

    private static final int SLUG_CHARS_MAX = 40;

    /** Overseas France, whose parts have country codes of their own and French law. */
    private static final Set<String> OVERSEAS = Set.of("RE", "GP", "MQ", "GF", "YT", "BL", "MF", "PM");

    private static final Map<String, Locale> LANGUAGES = Map.of(
            "FR", Locale.FRENCH,
            "MC", Locale.FRENCH,
            "LU", Locale.FRENCH,
            "DE", Locale.GERMAN,
            "AT", Locale.GERMAN,
            "LI", Locale.GERMAN);

    /** ISO 6523 code of the German routing number, which only public bodies have. */
    private static final String LEITWEG_SCHEME = "0204";

    private final Creditor creditor;
    private final InvoiceBook book;

    BuyerSearch(Creditor creditor, InvoiceBook book) {
        this.creditor = creditor;
        this.book = book;
    }

    /** Several debtors fit, and nothing tells which. */
    static final class Ambiguous extends Exception implements Explained {

        private static final long serialVersionUID = 1L;

        private final transient Sentence sentence;

        Ambiguous(List<Debtor> found) {
            this(Sentence.of(
                    BuyerSearch.class,
                    "buyer.several",
                    found.stream().map(Debtor::id).toList()));
        }

        private Ambiguous(Sentence sentence) {
            super(sentence.toString());
            this.sentence = sentence;
        }

        @Override
        public Sentence sentence() {
            return sentence;
        }
    }

    /** By register or VAT number; without one in common by the same name at the same postal code. */
    Optional<Debtor> known(Party buyer) throws StoreException, Ambiguous {
        Set<String> numbers = Identity.of(buyer);
        List<Debtor> found = book.debtorsByNumber(numbers).stream()
                .filter(debtor -> Identity.haveOneInCommon(
                        numbers, Identity.of(debtor.legalId(), Optional.empty(), debtor.country())))
                .toList();
        if (found.size() > 1) {
            found = narrowed(found, buyer);
        }
        if (found.isEmpty()) {
            found = named(buyer, numbers);
        }
        if (found.size() > 1) {
            throw new Ambiguous(found);
        }
        return found.stream().findFirst();
    }

    /** Whether a buyer is certainly not this debtor. A name that differs proves nothing. */
    boolean isAnother(Party buyer, DebtorId debtor) throws StoreException, Ambiguous {
        Optional<Debtor> found = known(buyer);
        if (found.isPresent()) {
            return !found.get().id().equals(debtor);
        }
        Set<String> given = Identity.of(buyer);
        Set<String> known = book.debtor(debtor)
                .map(one -> Identity.of(one.legalId(), Optional.empty(), one.country()))
                .orElse(Set.of());
        return !given.isEmpty() && !known.isEmpty() && !Identity.haveOneInCommon(given, known);
    }

    /** Establishments of one firm: the number as a whole tells them apart, else name and place. */
    private static List<Debtor> narrowed(List<Debtor> found, Party buyer) {
        List<Debtor> exact = found.stream()
                .filter(debtor -> debtor.legalId()
                        .map(Identity::plain)
                        .equals(buyer.legalId().map(id -> Identity.plain(id.value()))))
                .toList();
        if (exact.size() == 1) {
            return exact;
        }
        List<Debtor> there =
                found.stream().filter(debtor -> isAtSamePlace(debtor, buyer)).toList();
        return there.size() == 1 ? there : found;
    }

    private List<Debtor> named(Party buyer, Set<String> numbers) throws StoreException {
        Optional<String> postalCode =
                buyer.address().map(PostalAddress::postalCode).filter(code -> !code.isBlank());
        if (postalCode.isEmpty()) {
            return List.of();
        }
        return book.debtorsAt(postalCode.get()).stream()
                .filter(debtor -> isAtSamePlace(debtor, buyer))
                .filter(debtor -> numbers.isEmpty() || debtor.legalId().isEmpty())
                .toList();
    }

    private static boolean isAtSamePlace(Debtor debtor, Party buyer) {
        return Identity.folded(debtor.name()).equals(Identity.folded(buyer.name()))
                && debtor.address()
                        .map(PostalAddress::postalCode)
                        .equals(buyer.address().map(PostalAddress::postalCode));
    }

    /** A debtor with what the document says of the buyer. */
    Debtor described(ElectronicInvoice invoice) throws StoreException {
        Party buyer = invoice.buyer();
        Set<String> numbers = Identity.of(buyer);
        String country = country(buyer);
        Debtor.Builder debtor = Debtor.named(new DebtorKey(creditor.id(), freeId(buyer, numbers)), buyer.name())
                .kind(kind(buyer, numbers, country))
                .country(country)
                .language(LANGUAGES.getOrDefault(
                        country, country.equals(creditor.address().country()) ? creditor.language() : Locale.ENGLISH));
        buyer.address().ifPresent(debtor::address);
        buyer.contactName().ifPresent(debtor::contactName);
        buyer.email().filter(text -> text.matches("[^@\\s<>]+@[^@\\s<>]+")).ifPresent(debtor::email);
        buyer.phone().ifPresent(debtor::phone);
        buyer.legalId()
                .map(id -> id.value())
                .or(() -> numbers.stream().findFirst())
                .ifPresent(debtor::legalId);
        return debtor.build();
    }

    private DebtorId freeId(Party buyer, Set<String> numbers) throws StoreException {
        String base = numbers.stream()
                .filter(Identity::isSiren)
                .findFirst()
                .or(() -> numbers.stream().findFirst())
                .orElseGet(() -> slug(buyer.name()));
        DebtorId id = DebtorId.of(base);
        for (int number = 2; book.debtor(id).isPresent(); number++) {
            id = DebtorId.of(base + "-" + number);
        }
        return id;
    }

    private static String slug(String name) {
        String slug = Identity.folded(name).replace(' ', '-');
        String cut = slug.length() > SLUG_CHARS_MAX ? slug.substring(0, SLUG_CHARS_MAX) : slug;
        return cut.isEmpty() ? "debtor" : cut;
    }

    /** Who has a number in a register is a business; who has none may be one or a consumer. */
    private static DebtorKind kind(Party buyer, Set<String> numbers, String country) {
        boolean isPublic =
                buyer.identifiers().stream().anyMatch(id -> id.scheme().equals(LEITWEG_SCHEME))
                        || country.equals("FR") && numbers.stream().anyMatch(BuyerSearch::isPublicSiren);
        if (isPublic) {
            return DebtorKind.PUBLIC;
        }
        return numbers.isEmpty() ? DebtorKind.UNKNOWN : DebtorKind.BUSINESS;
    }

    /** INSEE gives numbers that begin with 1 to the State and with 2 to local authorities. */
    private static boolean isPublicSiren(String number) {
        return Identity.isSiren(number) && (number.charAt(0) == '1' || number.charAt(0) == '2');
    }

    private String country(Party buyer) {
        String country = buyer.address()
                .map(PostalAddress::country)
                .or(() -> buyer.vatNumber()
                        .map(Identity::plain)
                        .filter(number -> number.matches("[A-Z]{2}.+"))
                        .map(number -> number.substring(0, 2))
                        .map(prefix -> prefix.equals("EL") ? "GR" : prefix))
                .orElse(creditor.address().country());
        return OVERSEAS.contains(country) ? "FR" : country;
    }
}
