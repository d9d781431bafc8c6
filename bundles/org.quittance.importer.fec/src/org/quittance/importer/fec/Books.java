package org.quittance.importer.fec;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quittance.api.importer.ImportException;
import org.quittance.api.text.Sentence;

/**
 * What must be known of the whole file before a line of it is taken: what each journal is for, which entries do not balance, which ones
 * make a customer doubtful. For one thread.
 */
final class Books {

    private static final int JOURNALS_MAX = 10_000;
    /** Entries that are not balanced yet at any one time; files are in the order of their entries, so there are few. */
    private static final int UNBALANCED_MAX = 300_000;

    private static final int DOUBTFUL_MAX = 100_000;

    private final Map<String, Journal> journals = new HashMap<>();
    private final Map<String, Long> unbalanced = new HashMap<>();
    private final Set<String> doubtful = new HashSet<>();
    private LocalDate lastBankDay = LocalDate.MIN;

    private static final class Journal {
        private final JournalKind named;
        private long moneyLines;
        private long salesLines;

        private Journal(JournalKind named) {
            this.named = named;
        }

        /** Accounts tell what neither code nor label do: 51 to 54 are money, 70 is sales. */
        private JournalKind kind() {
            if (named != JournalKind.OTHER || moneyLines == salesLines) {
                return named;
            }
            return moneyLines > salesLines ? JournalKind.BANK : JournalKind.SALES;
        }
    }

    void add(long line, FecLineReader.Outline outline) throws ImportException {
        requireRoom(journals.size(), JOURNALS_MAX, line, "books.journals");
        Journal journal = journals.computeIfAbsent(
                outline.journal(), code -> new Journal(JournalKind.of(code, outline.journalLabel())));
        String account = outline.account();
        journal.moneyLines += account.matches("5[1-4].*") ? 1 : 0;
        journal.salesLines += account.startsWith("70") ? 1 : 0;
        if (isDoubtful(account)) {
            requireRoom(doubtful.size(), DOUBTFUL_MAX, line, "books.doubtful");
            doubtful.add(outline.entry());
        }
        balance(line, outline);
    }

    /** Counts of every line, also of those that cannot be read. */
    void damaged(long line, String entry) throws ImportException {
        requireRoom(unbalanced.size(), UNBALANCED_MAX, line, "books.unbalanced");
        unbalanced.merge(entry, 0L, Long::sum);
    }

    private void balance(long line, FecLineReader.Outline outline) throws ImportException {
        if (outline.minor() == 0) {
            return;
        }
        long sum = unbalanced.getOrDefault(outline.entry(), 0L) + outline.minor();
        if (sum == 0) {
            unbalanced.remove(outline.entry());
        } else {
            requireRoom(unbalanced.size(), UNBALANCED_MAX, line, "books.unbalanced");
            unbalanced.put(outline.entry(), sum);
        }
    }

    private static void requireRoom(int size, int most, long line, String code) throws ImportException {
        if (size >= most) {
            throw new ImportException(Sentence.of(Books.class, code, most), line, "", null);
        }
    }

    void booked(String journal, LocalDate day) {
        if (kind(journal) == JournalKind.BANK && day.isAfter(lastBankDay)) {
            lastBankDay = day;
        }
    }

    /** The last day on which a journal of money has an entry. */
    Optional<LocalDate> lastBankDay() {
        return lastBankDay.equals(LocalDate.MIN) ? Optional.empty() : Optional.of(lastBankDay);
    }

    JournalKind kind(String journal) {
        return journals.containsKey(journal) ? journals.get(journal).kind() : JournalKind.OTHER;
    }

    /** By how many cents an entry does not balance; empty if it does. */
    Optional<Long> imbalance(String entry) {
        return Optional.ofNullable(unbalanced.get(entry));
    }

    /** Whether the entry moves a claim to or from the doubtful ones. */
    boolean concernsDoubtful(String entry) {
        return doubtful.contains(entry);
    }

    /** 416: clients douteux ou litigieux. */
    static boolean isDoubtful(String account) {
        return account.startsWith("416");
    }

    /** 411: clients. */
    static boolean isCustomer(String account) {
        return account.startsWith("411");
    }
}
