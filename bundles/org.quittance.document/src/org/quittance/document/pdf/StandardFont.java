package org.quittance.document.pdf;

import java.nio.charset.Charset;

/** One of the fourteen fonts a PDF may name without embedding them, in WinAnsi encoding; what that lacks is a question mark. */
final class StandardFont implements Typeface {

    private static final Charset WIN_ANSI = Charset.forName("windows-1252");

    private final String name;
    private final Typeface metrics;

    private StandardFont(String name, Typeface metrics) {
        this.name = name;
        this.metrics = metrics;
    }

    /** Takes its widths from Liberation Sans, which was drawn to have the same. */
    static Typefaces helvetica() {
        Typefaces liberation = LiberationSans.european();
        return new Typefaces(
                new StandardFont("Helvetica", liberation.regular()),
                new StandardFont("Helvetica-Bold", liberation.bold()));
    }

    @Override
    public float width(String text, float size) {
        return metrics.width(text, size);
    }

    @Override
    public void show(String text, ContentBuffer out) {
        out.octet('(');
        for (byte code : encoded(text)) {
            out.escaped(code & 0xff);
        }
        out.octet(')');
    }

    @Override
    public boolean covers(String text) {
        return true;
    }

    @Override
    public int describe(ObjectWriter out) {
        return out.add("<< /Type /Font /Subtype /Type1 /BaseFont /" + name + " /Encoding /WinAnsiEncoding >>");
    }

    private static byte[] encoded(String text) {
        return text.replace('\u202f', '\u00a0').replace('−', '–').getBytes(WIN_ANSI);
    }
}
