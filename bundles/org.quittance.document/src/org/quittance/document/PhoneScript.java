package org.quittance.document;

import java.util.List;

/**
 * The script of a call in its fixed order. A script says only what is its own, at least the purpose; the rest is that of the
 * template {@code call} in the same language. Pure.
 */
final class PhoneScript {

    /** The template every other script falls back on. */
    static final String BASE = "call";

    /** What a call goes through: nothing is said of the matter before the right person is on the line. */
    static final List<String> STEPS = List.of("identify", "verify", "purpose", "listen", "dispute", "promise", "recap");

    /** For the person who calls; not spoken. */
    static final List<String> SHEET = List.of("opening", "answers", "outcome");

    private final TemplateParts own;
    private final TemplateParts base;

    PhoneScript(TemplateParts own, TemplateParts base) {
        this.own = own;
        this.base = base;
    }

    String head(String name) {
        String mine = own.head(name);
        return mine.isEmpty() ? base.head(name) : mine;
    }

    String opening() {
        return part("opening");
    }

    /** Numbered steps, then the answers and the boxes to tick. */
    String body(Words words) {
        StringBuilder body =
                new StringBuilder("# ").append(words.text("phone.title")).append('\n');
        for (int i = 0; i < STEPS.size(); i++) {
            String label = words.text("phone.step", i + 1, words.text("phone." + STEPS.get(i)));
            String text = part(STEPS.get(i)).strip();
            body.append("- ").append(label).append(' ');
            body.append(text.startsWith("- ") ? text.substring(2) : text).append('\n');
        }
        return body.append('\n')
                .append(part("answers"))
                .append('\n')
                .append(part("outcome"))
                .toString();
    }

    private String part(String name) {
        return own.parts().containsKey(name) ? own.part(name) : base.part(name);
    }
}
