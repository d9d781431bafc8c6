package org.quittance.document.pdf;

import static org.quittance.document.pdf.AddressWindow.MARGIN;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quittance.document.letter.Entry;
import org.quittance.document.letter.Payment;

/** The box that says how to pay, with the QR code at its right edge. Never torn apart. */
final class PaymentBlock {

    private static final Type TITLE = Type.bold(10).in(Ink.ACCENT);
    private static final Type LABEL = Type.small(8.3f);
    private static final Type VALUE = Type.regular(9.6f).leading(13.4f);
    private static final Type CAPTION = Type.small(6.4f);
    private static final float PADDING = 8;
    private static final float QR_SIDE = PageCanvas.mm(28);
    private static final float QR_COLUMN = 112;

    private final PageFlow flow;
    private final Payment payment;
    private final Optional<QrCode> code;
    private final float labelWidth;
    private final List<List<String>> values = new ArrayList<>();
    private final List<String> caption;

    PaymentBlock(PageFlow flow, Payment payment) {
        this.flow = flow;
        this.payment = payment;
        this.code = payment.qrPayload().map(QrCode::of);
        this.labelWidth = (float) payment.entries().stream()
                        .mapToDouble(entry -> flow.faces().regular().width(entry.label(), LABEL.size()))
                        .max()
                        .orElse(0)
                + 12;
        float room = ProseBlock.WIDTH - 2 * PADDING - labelWidth - (code.isPresent() ? QR_COLUMN : 0);
        for (Entry entry : payment.entries()) {
            values.add(Lines.of(entry.value(), flow.faces(), VALUE, room));
        }
        this.caption =
                code.isPresent() ? Lines.of(payment.qrCaption(), flow.faces(), CAPTION, QR_COLUMN - 2) : List.of();
    }

    float height() {
        float text = TITLE.leading() + 3;
        for (List<String> lines : values) {
            text += lines.size() * VALUE.leading();
        }
        float picture = code.isPresent() ? QR_SIDE + caption.size() * CAPTION.leading() - 4 : 0;
        return Math.max(text, picture) + 2 * PADDING - 2;
    }

    void draw() {
        float height = height();
        flow.ensure(height);
        float top = flow.y();
        flow.page().fill(MARGIN, top, ProseBlock.WIDTH, height, Ink.TINT);
        flow.page().fill(MARGIN, top, 2.2f, height, Ink.ACCENT);
        float y = top + PADDING - 1;
        flow.page().text(MARGIN + PADDING + 2, y, TITLE, payment.title());
        y += TITLE.leading() + 3;
        for (int i = 0; i < values.size(); i++) {
            flow.page()
                    .beside(
                            VALUE,
                            MARGIN + PADDING + 2,
                            y,
                            LABEL,
                            payment.entries().get(i).label());
            for (String line : values.get(i)) {
                flow.page().text(MARGIN + PADDING + labelWidth, y, VALUE, line);
                y += VALUE.leading();
            }
        }
        code.ifPresent(picture -> picture(picture, top, height));
        flow.moveTo(top + height);
    }

    /** On white, since the quiet zone of a code must be light. */
    private void picture(QrCode picture, float top, float height) {
        float left = MARGIN + ProseBlock.WIDTH - QR_COLUMN;
        float captionHeight = caption.size() * CAPTION.leading();
        float y = top + (height - QR_SIDE - captionHeight - 2) / 2;
        flow.page().fill(left + (QR_COLUMN - QR_SIDE) / 2, y, QR_SIDE, QR_SIDE, Ink.WHITE);
        flow.page().qrCode(left + (QR_COLUMN - QR_SIDE) / 2, y, QR_SIDE, picture);
        y += QR_SIDE + 2;
        for (String line : caption) {
            float width = flow.faces().regular().width(line, CAPTION.size());
            flow.page().text(left + (QR_COLUMN - width) / 2, y, CAPTION, line);
            y += CAPTION.leading();
        }
    }
}
