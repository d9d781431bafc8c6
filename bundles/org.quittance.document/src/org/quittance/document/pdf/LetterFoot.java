package org.quittance.document.pdf;

import static org.quittance.document.pdf.AddressWindow.MARGIN;
import static org.quittance.document.pdf.PageCanvas.mm;

import java.util.List;
import java.util.Locale;
import org.quittance.document.letter.Letter;

/** What stands at the foot of every page (legal mentions, page number) and at the head of those after the first. */
final class LetterFoot {

    private static final Type SMALL = Type.small(7);
    private static final float LAST_LINE = PageCanvas.HEIGHT - mm(9);
    private static final float PAGE_NUMBER_WIDTH = 76;

    private final Letter letter;
    private final List<String> mentions;
    private final List<String> privacy;

    LetterFoot(Letter letter, Typefaces faces) {
        this.letter = letter;
        String joined = String.join(" · ", letter.sender().legalMentions());
        this.mentions = Lines.of(joined, faces, SMALL, ProseBlock.WIDTH - PAGE_NUMBER_WIDTH);
        this.privacy =
                letter.privacy().isEmpty() ? List.of() : Lines.of(letter.privacy(), faces, SMALL, ProseBlock.WIDTH);
    }

    /** Where the text above must end. */
    float top() {
        return ruleTop() - 8;
    }

    void draw(PageFlow flow) {
        int count = flow.pages().size();
        for (int page = 0; page < count; page++) {
            PageCanvas canvas = flow.pages().get(page);
            if (page > 0) {
                drawRunningHead(canvas);
            }
            drawFoot(canvas, String.format(Locale.ROOT, letter.pageLabel(), page + 1, count));
        }
    }

    private void drawFoot(PageCanvas canvas, String pageNumber) {
        float y = ruleTop();
        canvas.rule(MARGIN, y, ProseBlock.WIDTH, 0.4f, Ink.RULE);
        y += 3;
        for (String line : privacy) {
            canvas.text(MARGIN, y, SMALL, line);
            y += SMALL.leading();
        }
        for (String line : mentions) {
            canvas.text(MARGIN, y, SMALL, line);
            y += SMALL.leading();
        }
        canvas.textRight(MARGIN + ProseBlock.WIDTH, y - SMALL.leading(), SMALL, pageNumber);
    }

    private void drawRunningHead(PageCanvas canvas) {
        String sender = PrintableText.of(letter.sender().name());
        canvas.text(MARGIN, mm(15), SMALL, sender);
        String right = letter.references().get(0).value() + " · " + letter.placeAndDate();
        canvas.textRight(MARGIN + ProseBlock.WIDTH, mm(15), SMALL, PrintableText.of(right));
        canvas.rule(MARGIN, mm(15) + SMALL.leading() + 4, ProseBlock.WIDTH, 0.4f, Ink.RULE);
    }

    private float ruleTop() {
        return LAST_LINE - (privacy.size() + mentions.size()) * SMALL.leading() - 3;
    }
}
