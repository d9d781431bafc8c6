package org.quittance.document;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.document.DocumentException;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.document.DocumentRenderer;
import org.quittance.api.document.MessageFacts;
import org.quittance.api.document.RenderedMessage;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Debtor;
import org.quittance.document.letter.Letter;
import org.quittance.document.pdf.PdfForm;

/**
 * Renders messages in French, English and German from the shipped templates. Templates are prepared when the component
 * starts, fonts with the first letter; after that a letter of one page takes about a millisecond. Safe for any thread.
 */
@Component
public final class LetterRenderer implements DocumentRenderer {

    private final TemplateShelf templates;
    private final Map<String, Words> words;
    private final HtmlForm html;
    private final WhenNeeded<PdfForm> pdf;

    @Activate
    public LetterRenderer(@Reference TemplateShelf templates) {
        this(templates, PdfForm::embeddingFonts);
    }

    LetterRenderer(TemplateShelf templates, Supplier<PdfForm> pdf) {
        this.templates = requireNonNull(templates, "templates");
        Map<String, Words> all = new HashMap<>();
        for (Locale language : Templates.LANGUAGES) {
            all.put(language.getLanguage(), Words.in(language));
        }
        this.words = Map.copyOf(all);
        this.html = HtmlForm.shipped();
        this.pdf = new WhenNeeded<>(pdf);
    }

    @Override
    public boolean knows(String template, Locale language) {
        return templates.knows(template, language);
    }

    @Override
    public RenderedMessage render(MessageFacts facts, Creditor creditor, Debtor debtor) throws DocumentException {
        requireNonNull(creditor, "creditor");
        requireNonNull(debtor, "debtor");
        Template page = templates.page(facts.template(), facts.language());
        Template email = templates.email(facts.template(), facts.language());
        Completeness.require(facts, creditor, page.kind());
        Words ofLanguage = requireNonNull(words.get(facts.language().getLanguage()));
        Composition composition = new Composition(facts, creditor, debtor, ofLanguage);
        Letter letter = composition.letter(page);
        Letter mail = email == page ? letter : composition.letter(email);
        return new RenderedMessage(
                mail.subject(),
                TextForm.of(mail),
                html.of(mail),
                DocumentFile.of(FileName.of(facts), "application/pdf", pdf.get().of(letter)));
    }
}
