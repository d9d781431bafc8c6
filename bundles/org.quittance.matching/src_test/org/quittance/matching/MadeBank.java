package org.quittance.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.quittance.api.importer.StatementEntry;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;

/**
 * A ledger and bank entries with a known truth, made to mislead: references missing or misspelt, combined and part payments, price
 * lists, names that vary, names two debtors share, accounts that pay for others, numbers of invoices paid long ago, payments made
 * twice, money of strangers. One seed makes one firm.
 */
final class MadeBank {

    static final CreditorId FIRM = CreditorId.of("firm");
    static final Currency EURO = Currency.getInstance("EUR");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    static final String ACCOUNT = "FR7630006000011234567890189";

    private static final String[] FIRST = {
        "Boulangerie", "Garage", "Pharmacie", "Menuiserie", "Imprimerie", "Transports", "Librairie", "Atelier",
                "Cabinet",
        "Laboratoire", "Domaine", "Fromagerie", "Électricité", "Plomberie", "Maçonnerie", "Traiteur", "Hôtel",
                "Clinique"
    };
    private static final String[] SECOND = {
        "Modèle",
        "Exemple",
        "Fictif",
        "Durand",
        "Lefèvre",
        "Müller",
        "Garcia",
        "Petit",
        "Moreau",
        "Rossi",
        "Dubois",
        "Lambert",
        "Fontaine",
        "Chevalier",
        "Noël",
        "Gauthier",
        "Perrin",
        "Morin",
        "Mathieu",
        "Clément",
        "Guérin",
        "Boyer",
        "Roussel",
        "Vidal",
        "Faure",
        "Blanc",
        "Colin",
        "Leroux",
        "Hubert",
        "Arnaud",
        "Giraud",
        "Rolland",
        "Caron",
        "Meunier",
        "Brun"
    };
    private static final String[] PLACE = {"", "", "", " Lyon", " Nord", " du Midi", " et Fils", " International"};
    private static final String[] FORM = {" SARL", " SAS", " SA", " EURL", "", " GmbH"};
    private static final long[] PRICES = {
        4_900, 9_900, 12_000, 14_900, 19_900, 24_000, 29_900, 36_000, 49_900, 60_000, 72_000, 99_000, 120_000, 150_000
    };

    /** What an entry really pays: minor units by printed number, and whose money it is as far as anybody can know. */
    record Truth(String kind, Map<String, Long> paid, Optional<DebtorId> debtor) {}

    record Made(StatementEntry entry, Truth truth) {}

    private static final class Bill {
        private final String number;
        private final long amount;
        private final int debtor;
        private final LocalDate issued;
        private long open;

        private Bill(String number, long amount, int debtor, LocalDate issued) {
            this.number = number;
            this.amount = amount;
            this.debtor = debtor;
            this.issued = issued;
            this.open = amount;
        }
    }

    private final Random random;
    private final Handwriting hand;
    private final int style;
    private final List<String> names = new ArrayList<>();
    private final List<String> ibans = new ArrayList<>();
    private final List<List<Bill>> bills = new ArrayList<>();
    private final List<Bill> closed = new ArrayList<>();
    private final List<Bill> all = new ArrayList<>();
    private List<Bill> closedBefore = List.of();
    private int entries;

    MadeBank(long seed, int debtors) {
        random = new Random(seed);
        hand = new Handwriting(random);
        style = random.nextInt(6);
        int number = 1 + random.nextInt(900);
        for (int debtor = 0; debtor < debtors; debtor++) {
            names.add(pick(FIRST) + " " + pick(SECOND) + pick(PLACE) + pick(FORM));
            ibans.add(iban());
            bills.add(new ArrayList<>());
        }
        for (int count = 0; count < debtors * 5; count++) {
            int debtor = Math.min(random.nextInt(debtors), random.nextInt(debtors));
            LocalDate issued = TODAY.minusDays(random.nextInt(120));
            Bill bill = new Bill(number(number++, issued), amount(), debtor, issued);
            if (random.nextInt(3) == 0) {
                bill.open = 0;
                closed.add(bill);
            } else {
                bills.get(debtor).add(bill);
                all.add(bill);
            }
        }
    }

    private String pick(String[] some) {
        return some[random.nextInt(some.length)];
    }

    private String iban() {
        return "FR76"
                + String.format("%010d%011d%02d", random.nextInt(1_000_000_000), random.nextInt(1_000_000_000), 11);
    }

    private long amount() {
        if (random.nextInt(10) < 4) {
            return PRICES[random.nextInt(PRICES.length)];
        }
        return 1_000
                + (long) Math.exp(random.nextInt(800) / 100.0) * 100
                + random.nextInt(100)
                + random.nextInt(50_000);
    }

    private String number(int number, LocalDate issued) {
        return switch (style) {
            case 0 -> String.format("F-%d-%05d", issued.getYear(), number);
            case 1 -> String.format("%d/%04d", issued.getYear(), number);
            case 2 -> String.format("FA%02d%02d-%04d", issued.getYear() % 100, issued.getMonthValue(), number);
            case 3 -> String.format("INV%d%05d", issued.getYear(), number);
            case 4 -> Integer.toString(420_000 + number);
            default -> String.format("RE %d", 10_000 + number);
        };
    }

    DebtorId id(int debtor) {
        return DebtorId.of("D" + debtor);
    }

    int debtors() {
        return names.size();
    }

    String name(int debtor) {
        return names.get(debtor);
    }

    /** What is open now, contiguous per debtor. */
    List<OpenItem> open() {
        return all.stream()
                .filter(bill -> bill.open > 0)
                .sorted(Comparator.comparingInt((Bill bill) -> bill.debtor).thenComparing(bill -> bill.number))
                .map(bill -> OpenItem.of(ItemKey.of(FIRM, InvoiceId.of(bill.number), 1), id(bill.debtor))
                        .issued(bill.issued)
                        .due(bill.issued.plusDays(30))
                        .original(Money.ofMinor(bill.amount, EURO))
                        .open(Money.ofMinor(bill.open, EURO))
                        .disputed(Money.zero(EURO))
                        .token("t")
                        .build())
                .toList();
    }

    /** Payments of one month; what they pay is off the truth afterwards, whoever finds it or not. */
    List<Made> payments(int count) {
        List<Made> made = new ArrayList<>();
        closedBefore = List.copyOf(closed);
        while (made.size() < count) {
            int debtor = random.nextInt(names.size());
            List<Bill> open =
                    bills.get(debtor).stream().filter(bill -> bill.open > 0).toList();
            int kind = random.nextInt(100);
            if (kind < 3) {
                made.add(stranger());
            } else if (open.isEmpty() || kind < 6) {
                again(debtor).ifPresent(made::add);
            } else {
                pay(debtor, open, kind, made);
            }
        }
        return made;
    }

    private void pay(int debtor, List<Bill> open, int kind, List<Made> made) {
        Bill bill = open.get(random.nextInt(open.size()));
        if (kind < 12) {
            made.add(paid("reference", debtor, Map.of(bill, bill.open), hand.reference(bill.number)));
        } else if (kind < 42) {
            made.add(paid("number", debtor, Map.of(bill, bill.open), hand.phrase(hand.written(bill.number))));
        } else if (kind < 49) {
            made.add(paid("typo", debtor, Map.of(bill, bill.open), hand.phrase(hand.misspelt(bill.number))));
        } else if (kind < 64) {
            made.add(paid("no reference", debtor, Map.of(bill, bill.open), hand.empty()));
        } else if (kind < 78) {
            combined(debtor, open, kind, made);
        } else if (kind < 84) {
            long part = Math.max(100, bill.open / (2 + random.nextInt(3)));
            boolean named = random.nextInt(4) > 0;
            made.add(paid(
                    named ? "part" : "part unnamed",
                    debtor,
                    Map.of(bill, Math.min(part, bill.open)),
                    named ? hand.phrase(hand.written(bill.number)) : hand.empty()));
        } else if (kind < 87) {
            long less = Math.max(1, bill.open * (98 - random.nextInt(2)) / 100);
            made.add(paid("discount", debtor, Map.of(bill, less), hand.phrase(hand.written(bill.number))));
        } else if (kind < 90) {
            long less = Math.max(1, bill.open - 500 - random.nextInt(2_000));
            made.add(paid("fee", debtor, Map.of(bill, less), hand.phrase(hand.written(bill.number))));
        } else if (kind < 95) {
            boolean named = random.nextInt(4) > 0;
            int payer = random.nextInt(names.size());
            made.add(entry(
                    named ? "third party" : "third party unnamed",
                    payer,
                    Map.of(bill, bill.open),
                    named ? debtor : payer,
                    named ? hand.phrase(hand.written(bill.number)) : hand.empty()));
        } else if (kind < 97 && bill.open > 2_000) {
            instalments(debtor, bill, made);
        } else {
            String other = other(bill);
            made.add(paid("wrong number", debtor, Map.of(bill, bill.open), hand.phrase(hand.written(other))));
        }
    }

    /** One invoice in two or three payments, of amounts as they come. */
    private void instalments(int debtor, Bill bill, List<Made> made) {
        int payments = 2 + random.nextInt(2);
        for (int count = 1; count < payments; count++) {
            long part = bill.open * (20 + random.nextInt(50)) / 100;
            long asPaid = random.nextBoolean() && part > 100 ? part / 100 * 100 : part;
            made.add(paid("several payments", debtor, Map.of(bill, asPaid), hand.empty()));
        }
        made.add(paid("several payments", debtor, Map.of(bill, bill.open), hand.empty()));
    }

    private void combined(int debtor, List<Bill> open, int kind, List<Made> made) {
        int wanted = Math.min(open.size(), 2 + random.nextInt(4));
        Map<Bill, Long> paid = new LinkedHashMap<>();
        List<Bill> left = new ArrayList<>(open);
        for (int count = 0; count < wanted; count++) {
            Bill one = left.remove(random.nextInt(left.size()));
            paid.put(one, one.open);
        }
        List<String> numbers = paid.keySet().stream()
                .map(bill -> hand.written(bill.number))
                .sorted()
                .toList();
        if (kind < 72) {
            made.add(paid(
                    "combined",
                    debtor,
                    paid,
                    hand.phrase(String.join(pick(new String[] {", ", " + ", " ", " et "}), numbers))));
        } else if (kind < 75) {
            made.add(paid("combined some", debtor, paid, hand.phrase(numbers.get(0))));
        } else {
            made.add(paid("combined none", debtor, paid, hand.empty()));
        }
    }

    /**
     * The number of another invoice, copied from the line above; not one of the same amount, for then the law takes the debtor at
     * his word and that other invoice is paid.
     */
    private String other(Bill bill) {
        List<Bill> own = bills.get(bill.debtor).stream()
                .filter(one -> one == bill || one.open != bill.open)
                .toList();
        return own.get(random.nextInt(own.size())).number;
    }

    private Made stranger() {
        String text = pick(
                new String[] {"REMBOURSEMENT TVA 2026-10", "APPORT EN COMPTE COURANT", "LOYER 11/2026", "DIVERS 10245"
                });
        return made(
                "stranger", "TRESOR PUBLIC " + random.nextInt(90), iban(), amount(), text, Map.of(), Optional.empty());
    }

    /** An invoice that was paid before is paid once more. */
    private Optional<Made> again(int debtor) {
        List<Bill> before =
                closedBefore.stream().filter(bill -> bill.debtor == debtor).toList();
        if (before.isEmpty()) {
            return Optional.empty();
        }
        Bill bill = before.get(random.nextInt(before.size()));
        String text = random.nextInt(4) == 0 ? hand.empty() : hand.phrase(hand.written(bill.number));
        return Optional.of(made(
                "again",
                hand.shown(names.get(debtor)),
                ibans.get(debtor),
                bill.amount,
                text,
                Map.of(),
                Optional.of(id(debtor))));
    }

    private Made paid(String kind, int debtor, Map<Bill, Long> paid, String text) {
        return entry(kind, debtor, paid, debtor, text);
    }

    private Made entry(String kind, int payer, Map<Bill, Long> paid, int debtor, String text) {
        Map<String, Long> truth = new HashMap<>();
        long sum = 0;
        for (Map.Entry<Bill, Long> one : paid.entrySet()) {
            long amount = Math.min(one.getValue(), one.getKey().open);
            one.getKey().open -= amount;
            if (one.getKey().open == 0) {
                closed.add(one.getKey());
            }
            truth.put(one.getKey().number, amount);
            sum += amount;
        }
        return made(kind, hand.shown(names.get(payer)), ibans.get(payer), sum, text, truth, Optional.of(id(debtor)));
    }

    private Made made(
            String kind,
            String name,
            String iban,
            long sum,
            String text,
            Map<String, Long> truth,
            Optional<DebtorId> of) {
        StatementEntry entry = StatementEntry.of(
                        ACCOUNT, "e" + ++entries, TODAY.minusDays(random.nextInt(3)), Money.ofMinor(sum, EURO))
                .counterparty(Optional.of(name))
                .counterpartyIban(random.nextInt(5) == 0 ? Optional.empty() : Optional.of(iban))
                .text(text)
                .build();
        return new Made(entry, new Truth(kind, truth, of));
    }
}
