package org.quittance.document;

import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.document.DocumentException;
import org.quittance.api.document.DocumentRenderer;
import org.quittance.api.document.MessageFacts;
import org.quittance.api.document.RenderedMessage;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Debtor;
import org.quittance.document.pdf.PdfForm;

/**
 * The same letters with fonts that are named, not embedded. For measurements: letters that leave the house embed theirs.
 * Ranked last and marked by {@code quittance.fonts=standard14}, so that it is found only by who asks for it.
 */
@Component(property = {"quittance.fonts=standard14", "service.ranking:Integer=-1000"})
public final class StandardFontsRenderer implements DocumentRenderer {

    private final LetterRenderer letters;

    @Activate
    public StandardFontsRenderer(@Reference TemplateShelf templates) {
        this.letters = new LetterRenderer(templates, PdfForm::naming14Fonts);
    }

    @Override
    public boolean knows(String template, Locale language) {
        return letters.knows(template, language);
    }

    @Override
    public RenderedMessage render(MessageFacts facts, Creditor creditor, Debtor debtor) throws DocumentException {
        return letters.render(facts, creditor, debtor);
    }
}
