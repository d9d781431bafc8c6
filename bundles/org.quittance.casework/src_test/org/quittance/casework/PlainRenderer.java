package org.quittance.casework;

import java.util.List;
import java.util.Locale;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.document.DocumentRenderer;
import org.quittance.api.document.MessageFacts;
import org.quittance.api.document.RenderedMessage;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Debtor;

/** Says what the facts say and nothing else. */
final class PlainRenderer implements DocumentRenderer {

    String without = "";

    @Override
    public boolean knows(String template, Locale language) {
        return !template.equals(without) && List.of("fr", "en", "de").contains(language.getLanguage());
    }

    @Override
    public RenderedMessage render(MessageFacts facts, Creditor creditor, Debtor debtor) {
        String text = facts.template() + " " + facts.reference() + " " + facts.total();
        return new RenderedMessage(text, text, text, DocumentFile.of("letter.pdf", "application/pdf", text.getBytes()));
    }
}
