package org.quittance.document.pdf;

import static org.quittance.document.pdf.AddressWindow.MARGIN;

import java.util.List;
import java.util.Optional;
import org.quittance.document.letter.Letter;
import org.quittance.document.letter.Passage;

/** Sets one letter with one pair of fonts at one density, from the head to the annex. Not for several threads. */
final class LetterPages {

    private final Letter letter;
    private final Density density;
    private final PageFlow flow;
    private final ProseBlock prose;
    private final StatementBlock statement;
    private int signedOn;

    private LetterPages(Letter letter, Typefaces faces, Density density, float bottom) {
        this.letter = letter;
        this.density = density;
        this.flow = new PageFlow(faces, bottom);
        this.prose = new ProseBlock(flow, density);
        this.statement = new StatementBlock(flow, density);
    }

    /**
     * The density with the fewest pages, then one that signs the letter on its first page, then the most comfortable one: an
     * annex of two lines is no reason for a second sheet.
     */
    static List<PageCanvas> of(Letter letter, Typefaces faces) {
        LetterFoot foot = new LetterFoot(letter, faces);
        LetterPages chosen = set(letter, faces, Density.NORMAL, foot);
        for (int i = 1; i < Density.ALL.size() && chosen.count() > 1; i++) {
            LetterPages tighter = set(letter, faces, Density.ALL.get(i), foot);
            if (tighter.isBetterThan(chosen)) {
                chosen = tighter;
            }
        }
        foot.draw(chosen.flow);
        return chosen.flow.pages();
    }

    private int count() {
        return flow.pages().size();
    }

    private boolean isBetterThan(LetterPages other) {
        return count() < other.count() || count() == other.count() && signedOn == 1 && other.signedOn > 1;
    }

    private static LetterPages set(Letter letter, Typefaces faces, Density density, LetterFoot foot) {
        LetterPages pages = new LetterPages(letter, faces, density, foot.top());
        pages.draw();
        return pages;
    }

    private void draw() {
        new LetterHead(flow, letter).draw();
        drawTitle();
        prose.paragraph(letter.subjectLine(), Type.bold(density.body().size() + 0.5f));
        flow.down(density.paragraphGap());
        if (letter.internal()) {
            new ContactBlock(flow, letter.contactTitle(), letter.contact()).draw();
            flow.down(density.blockGap());
        }
        prose.passages(letter.opening());
        flow.down(density.paragraphGap() * 0.4f);
        statement.statement(letter.statement());
        prose.passages(letter.body());
        if (!letter.internal()) {
            drawAnswer();
        }
        signedOn = flow.pages().size();
        letter.statement().interest().ifPresent(statement::annex);
    }

    private void drawTitle() {
        if (!letter.title().isEmpty()) {
            Type type = Type.bold(16).in(Ink.ACCENT);
            prose.paragraph(letter.title(), type);
            flow.page().rule(MARGIN, flow.y() - 3, ProseBlock.WIDTH, 0.9f, Ink.ACCENT);
            flow.down(density.paragraphGap());
        }
    }

    /**
     * How to pay and to answer, what the law wants said, and the signature: the end of a letter holds together. Where it goes
     * to a new page, what the law wants said comes first and fills the one before.
     */
    private void drawAnswer() {
        Optional<PaymentBlock> payment = letter.payment().map(how -> new PaymentBlock(flow, how));
        ContactLine contact = new ContactLine(flow, letter.contactTitle(), letter.contact());
        float boxes = contact.height() + density.blockGap();
        if (payment.isPresent()) {
            boxes += payment.get().height() + density.blockGap();
        }
        boolean boxesFirst = !letter.legal().isEmpty() && boxes <= flow.room();
        if (boxesFirst) {
            drawBoxes(payment, contact);
        }
        drawLegal(boxesFirst ? closingHeight() : 0);
        if (!boxesFirst) {
            flow.ensure(boxes + closingHeight());
            drawBoxes(payment, contact);
        }
        drawClosing();
    }

    private void drawBoxes(Optional<PaymentBlock> payment, ContactLine contact) {
        if (payment.isPresent()) {
            flow.down(density.paragraphGap() * 0.3f);
            payment.get().draw();
            flow.down(density.blockGap() * 0.8f);
        }
        contact.draw();
        flow.down(density.blockGap());
    }

    /**
     * @param following height of what must stand on the same page as the last paragraph
     */
    private void drawLegal(float following) {
        int last = letter.legal().size() - 1;
        for (int i = 0; i <= last; i++) {
            String paragraph = letter.legal().get(i);
            if (i == last && following > 0) {
                flow.ensure(prose.height(paragraph, density.body()) + following);
            }
            prose.paragraph(paragraph, density.body());
        }
    }

    private float closingHeight() {
        return prose.height(letter.closing())
                + signatureSpace()
                + 2 * density.body().leading();
    }

    private void drawClosing() {
        flow.ensure(closingHeight());
        for (Passage passage : letter.closing()) {
            prose.passage(passage);
        }
        flow.down(signatureSpace());
        Type name = Type.bold(density.body().size()).leading(density.body().leading());
        letter.sender().signatory().ifPresent(person -> line(person, density.body()));
        line(letter.sender().name(), name);
    }

    private void line(String text, Type type) {
        for (String line : Lines.of(text, flow.faces(), type, ProseBlock.WIDTH)) {
            flow.page().text(MARGIN, flow.y(), type, line);
            flow.down(type.leading());
        }
    }

    /** A formal notice is signed by hand. */
    private float signatureSpace() {
        return letter.title().isEmpty() ? density.signatureSpace() : density.signatureSpace() + 18;
    }
}
