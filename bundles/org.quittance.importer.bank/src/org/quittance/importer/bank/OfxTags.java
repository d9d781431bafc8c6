package org.quittance.importer.bank;

import java.io.IOException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quittance.api.importer.ImportException;

/** The tags of an OFX file, one after the other, each with the text behind it. No entities but those of characters. */
final class OfxTags {

    private static final String CHARACTERS = "![CDATA[";
    private static final String CHARACTERS_END = "]]>";
    private static final String COMMENT = "!--";
    private static final String COMMENT_END = "-->";
    private static final int SPAN_MAX = 64 * 1024;
    private static final Pattern TAG = Pattern.compile("(/?[A-Za-z][A-Za-z0-9.]{0,40})\\s*(/?)>(.*)", Pattern.DOTALL);
    private static final Pattern ENTITY = Pattern.compile("&(amp|lt|gt|quot|apos|nbsp|#\\d{1,7}|#x[0-9A-Fa-f]{1,6});");

    private final LineReader pieces;
    private String name = "";
    private String text = "";
    private long line;
    /** The next piece was looked at already. */
    private boolean hasAhead;

    OfxTags(LineReader lines) {
        this.pieces = lines.endingAt('<');
    }

    /** Passes over what stands before the first tag. */
    void begin() throws ImportException, IOException {
        pieces.next();
    }

    /** Goes to the next tag; false at the end of the file. */
    boolean next() throws ImportException, IOException {
        while (hasAhead || pieces.next()) {
            hasAhead = false;
            String piece = pieces.text();
            line = pieces.number();
            if (piece.startsWith(COMMENT)) {
                span(piece, COMMENT_END);
            } else if (piece.startsWith("!")) {
                throw refusal("a document type or another declaration, or characters outside of an element");
            } else if (!piece.startsWith("?")) {
                read(piece);
                return true;
            }
        }
        return false;
    }

    private void read(String piece) throws ImportException, IOException {
        Matcher tag = TAG.matcher(piece);
        if (!tag.matches()) {
            throw refusal("«<" + BankText.shown(piece) + "» is no tag of OFX");
        }
        name = tag.group(1).toUpperCase(Locale.ROOT);
        text = decoded(tag.group(3)).strip();
        if (!tag.group(2).isEmpty()) {
            text = "";
        }
        hasAhead = pieces.next();
        if (hasAhead && pieces.text().startsWith(CHARACTERS)) {
            String whole = span(pieces.text(), CHARACTERS_END);
            text = text + whole.substring(CHARACTERS.length(), whole.indexOf(CHARACTERS_END));
            hasAhead = false;
        }
    }

    /** Everything up to a mark that may contain the sign pieces are cut at. */
    private String span(String start, String end) throws ImportException, IOException {
        StringBuilder whole = new StringBuilder(start);
        while (whole.indexOf(end) < 0) {
            if (whole.length() > SPAN_MAX || !pieces.next()) {
                throw refusal("«<" + BankText.shown(start) + "» does not end with «" + end + "»");
            }
            whole.append('<').append(pieces.text());
        }
        return whole.toString();
    }

    private static String decoded(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        return ENTITY.matcher(text).replaceAll(entity -> Matcher.quoteReplacement(character(entity.group(1))));
    }

    private static String character(String entity) {
        return switch (entity) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "'";
            case "nbsp" -> " ";
            default -> numbered(entity);
        };
    }

    private static String numbered(String entity) {
        int code = entity.charAt(1) == 'x' || entity.charAt(1) == 'X'
                ? Integer.parseInt(entity.substring(2), 16)
                : Integer.parseInt(entity.substring(1));
        return code >= ' ' && Character.isValidCodePoint(code) ? Character.toString(code) : " ";
    }

    /** In capitals, with a slash in front where it is an end tag. */
    String name() {
        return name;
    }

    /** What stands behind the tag, up to the next one. */
    String text() {
        return text;
    }

    long line() {
        return line;
    }

    ImportException refusal(String reason) {
        return new ImportException(reason, line, name, null);
    }
}
