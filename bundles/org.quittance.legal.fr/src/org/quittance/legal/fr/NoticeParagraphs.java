package org.quittance.legal.fr;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import org.quittance.api.document.MessageFacts;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorKind;
import org.quittance.api.model.Money;

/**
 * The paragraphs of a formal notice: what the letter is, what late payment costs under which article, and what may follow.
 * Steps that may follow are described, never threatened; a public body reads nothing of an <i>injonction de payer</i>.
 */
final class NoticeParagraphs {

    private static final Map<String, ResourceBundle> TEXTS = Map.of(
            "fr",
            LocalWords.texts("notice", Locale.FRENCH),
            "en",
            LocalWords.texts("notice", Locale.ENGLISH),
            "de",
            LocalWords.texts("notice", Locale.GERMAN));

    private final LegalFigures figures;

    NoticeParagraphs(LegalFigures figures) {
        this.figures = figures;
    }

    static boolean speaks(Locale language) {
        return TEXTS.containsKey(language.getLanguage());
    }

    /** Whose rules of late payment are cited. The code of public procurement binds French buyers only. */
    static DebtorKind ground(Debtor debtor) {
        boolean foreignBuyer =
                debtor.kind() == DebtorKind.PUBLIC && !debtor.country().equals("FR");
        return foreignBuyer ? DebtorKind.UNKNOWN : debtor.kind();
    }

    List<String> of(MessageFacts facts, Debtor debtor) {
        Writer writer = new Writer(facts.language());
        writer.add("demand", writer.money(facts.total()), writer.date(facts));
        switch (ground(debtor)) {
            case BUSINESS -> {
                charge(writer, "business.interest", facts.interest());
                charge(writer, "business.indemnity", facts.indemnity());
                if (facts.fees().isPositive()) {
                    writer.add("business.fees", writer.money(facts.fees()));
                }
            }
            case PUBLIC -> {
                charge(writer, "public.interest", facts.interest());
                charge(writer, "public.indemnity", facts.indemnity());
            }
            case CONSUMER -> writer.add("consumer.interest");
            case UNKNOWN -> writer.add("unknown.interest");
        }
        writer.add(stepsThatMayFollow(facts, debtor));
        return List.copyOf(writer.paragraphs);
    }

    /** French where there are no words in the language asked for: the law that is cited is French. */
    List<String> ofAcknowledgement(Locale language) {
        Writer writer = new Writer(speaks(language) ? language : Locale.FRENCH);
        writer.add("acknowledgement.hand");
        writer.add("acknowledgement.interruption");
        return List.copyOf(writer.paragraphs);
    }

    /** What is due by law and not in the total is reserved, so that its absence is not read as a waiver. */
    private static void charge(Writer writer, String key, Money amount) {
        if (amount.isPositive()) {
            writer.add(key + ".claimed", writer.money(amount));
        } else {
            writer.add(key + ".reserved");
        }
    }

    private String stepsThatMayFollow(MessageFacts facts, Debtor debtor) {
        boolean inFrance = debtor.country().equals("FR");
        return switch (debtor.kind()) {
            case BUSINESS ->
                inFrance
                        ? "steps.business"
                        : figures.europeanOrderStates().contains(debtor.country())
                                ? "steps.business.europe"
                                : "steps.court";
            case CONSUMER ->
                inFrance ? isSmall(facts.total()) ? "steps.consumer.small" : "steps.consumer" : "steps.court";
            case PUBLIC -> inFrance ? "steps.public" : "steps.court";
            case UNKNOWN -> "steps.court";
        };
    }

    private boolean isSmall(Money total) {
        return total.currency().equals(figures.smallClaimsCeiling().currency())
                && total.compareTo(figures.smallClaimsCeiling()) <= 0;
    }

    /** Collects paragraphs in one language. */
    private static final class Writer {

        private final LocalWords words;
        private final ResourceBundle texts;
        private final List<String> paragraphs = new ArrayList<>();

        Writer(Locale language) {
            this.texts = Objects.requireNonNull(TEXTS.get(language.getLanguage()), "language");
            this.words = new LocalWords(texts);
        }

        void add(String key, Object... values) {
            paragraphs.add(new MessageFormat(texts.getString(key), Locale.ROOT).format(values));
        }

        String money(Money amount) {
            return words.money(amount);
        }

        String date(MessageFacts facts) {
            return words.date(facts.deadline().orElseThrow());
        }
    }
}
