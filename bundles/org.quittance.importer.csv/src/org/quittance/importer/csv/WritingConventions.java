package org.quittance.importer.csv;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.quittance.api.text.Sentence;

/** How a table writes dates and amounts, decided over all its rows and columns; what they leave open is asked. */
final class WritingConventions {

    private static final Map<String, String> SIGNS = Map.of("€", "EUR", "£", "GBP", "$", "USD");

    private final List<Sentence> open;
    private final List<Sentence> notices;

    WritingConventions(List<Sentence> open, List<Sentence> notices) {
        this.open = open;
        this.notices = notices;
    }

    /** One form for all columns; day and month are never told apart by guessing. */
    void dates(ObjectNode root, List<ColumnProfile> columns) {
        if (columns.isEmpty()) {
            return;
        }
        List<String> best = best(columns, ColumnProfile.DATES);
        String first = best.get(0);
        Optional<String> confused = best.stream()
                .filter(other -> DatePattern.of(first).isConfusedWith(DatePattern.of(other)))
                .findFirst();
        if (confused.isPresent()) {
            root.put("dates", MappingDraft.UNDECIDED);
            open.add(MappingDraft.sentence("propose.dates-ambiguous", first, confused.get()));
            return;
        }
        root.put("dates", first);
        tellMisfits(columns, first, "propose.dates-misfit");
    }

    private void tellMisfits(List<ColumnProfile> columns, String form, String code) {
        long misfits = columns.stream()
                .mapToLong(column -> column.filled() - column.fitting(form))
                .sum();
        if (misfits > 0) {
            notices.add(MappingDraft.sentence(code, misfits, form));
        }
    }

    /** The forms that fit most values, in the order of the forms; never none. */
    private static List<String> best(List<ColumnProfile> columns, List<String> forms) {
        List<String> best = new ArrayList<>();
        long bestFit = -1;
        for (String form : forms) {
            long fit =
                    columns.stream().mapToLong(column -> column.fitting(form)).sum();
            if (fit > bestFit) {
                best.clear();
                bestFit = fit;
            }
            if (fit == bestFit) {
                best.add(form);
            }
        }
        return best;
    }

    /** @param lacksCurrency whether there are amounts, with or without values, and no column says their currency */
    void amounts(ObjectNode root, List<ColumnProfile> columns, boolean lacksCurrency) {
        if (lacksCurrency) {
            currency(root, columns);
        }
        if (columns.isEmpty()) {
            return;
        }
        List<String> names = new ArrayList<>();
        for (ColumnProfile.Numbers form : ColumnProfile.Numbers.values()) {
            names.add(form.name());
        }
        ColumnProfile.Numbers form =
                ColumnProfile.Numbers.valueOf(best(columns, names).get(0));
        root.put("decimal", form.decimal);
        if (!form.grouping.equals("none")) {
            root.put("grouping", form.grouping);
        }
        tellMisfits(columns, form.name(), "propose.amounts-misfit");
    }

    private void currency(ObjectNode root, List<ColumnProfile> columns) {
        Set<String> codes = new TreeSet<>();
        for (ColumnProfile column : columns) {
            column.marks().forEach(mark -> codes.add(SIGNS.getOrDefault(mark, mark)));
        }
        boolean known = codes.size() == 1 && isCurrency(codes.iterator().next());
        root.putObject("currency").put("constant", known ? codes.iterator().next() : MappingDraft.UNDECIDED);
        if (known) {
            notices.add(MappingDraft.sentence(
                    "propose.currency-marks", codes.iterator().next()));
        } else {
            open.add(MappingDraft.sentence("propose.currency-missing"));
        }
    }

    private static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(code));
    }
}
