package org.quittance.document;

import java.util.List;
import org.quittance.document.letter.Entry;
import org.quittance.document.letter.Letter;
import org.quittance.document.letter.Passage;
import org.quittance.document.letter.Statement;
import org.quittance.document.letter.Table;

/** A message as plain text that reads well in any font: no columns, one item after the other. Pure. */
final class TextForm {

    private final StringBuilder out = new StringBuilder();

    private final String colon;

    private TextForm(Letter letter) {
        this.colon = letter.language().getLanguage().equals("fr") ? "\u00a0: " : ": ";
    }

    static String of(Letter letter) {
        TextForm form = new TextForm(letter);
        form.head(letter);
        form.passages(letter.opening());
        form.statement(letter.statement());
        form.passages(letter.body());
        letter.payment().ifPresent(payment -> form.entries(payment.title(), payment.entries()));
        form.entries(letter.contactTitle(), letter.contact());
        letter.legal().forEach(form::paragraph);
        form.passages(letter.closing());
        form.signature(letter);
        letter.statement().interest().ifPresent(form::annex);
        form.foot(letter);
        return form.out.toString().strip() + "\n";
    }

    private void head(Letter letter) {
        if (!letter.title().isEmpty()) {
            paragraph(letter.title().toUpperCase(letter.language()));
        }
        paragraph(letter.placeAndDate());
        if (!letter.internal()) {
            paragraph(String.join("\n", letter.recipient()));
        }
        letter.references().forEach(entry -> line(entry.label() + colon + entry.value()));
        out.append('\n');
        paragraph(letter.subjectLine());
    }

    private void statement(Statement statement) {
        statement.items().ifPresent(this::table);
        if (!statement.parts().isEmpty() || statement.total().isPresent()) {
            statement.parts().forEach(part -> line(part.label() + colon + part.value()));
            statement.total().ifPresent(total -> line(total.label() + colon + total.value()));
            out.append('\n');
        }
    }

    private void table(Table table) {
        for (Table.Row row : table.rows()) {
            line("• " + row.cells().get(0));
            StringBuilder details = new StringBuilder();
            for (int i = 1; i < row.cells().size(); i++) {
                if (!row.cells().get(i).isEmpty()) {
                    details.append(details.length() == 0 ? "" : " · ")
                            .append(table.columns().get(i).heading())
                            .append(' ')
                            .append(row.cells().get(i));
                }
            }
            line("  " + details);
        }
        out.append('\n');
        table.notes().forEach(this::paragraph);
    }

    private void annex(Statement.Annex annex) {
        paragraph(annex.title());
        table(annex.table());
        paragraph(annex.sum().label() + colon + annex.sum().value());
    }

    private void passages(List<Passage> passages) {
        for (Passage passage : passages) {
            switch (passage.style()) {
                case PARAGRAPH, HEADING -> paragraph(passage.text());
                case BULLET -> line("• " + passage.text());
                case CHECKBOX -> line("[ ] " + passage.text());
                case PAIR -> line("• " + passage.text() + " → " + passage.second());
            }
        }
    }

    private void entries(String title, List<Entry> entries) {
        blankLine();
        line(title);
        entries.forEach(entry -> line("  " + entry.label() + colon + entry.value()));
        out.append('\n');
    }

    private void signature(Letter letter) {
        if (!letter.internal()) {
            letter.sender().signatory().ifPresent(this::line);
            paragraph(letter.sender().name());
        }
    }

    private void foot(Letter letter) {
        blankLine();
        line("--");
        line(letter.sender().name());
        letter.sender().addressLines().forEach(this::line);
        letter.sender().legalMentions().forEach(this::line);
        if (!letter.privacy().isEmpty()) {
            line("");
            line(letter.privacy());
        }
    }

    private void paragraph(String text) {
        blankLine();
        out.append(text).append("\n\n");
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private void blankLine() {
        int length = out.length();
        if (length > 0 && !(length > 1 && out.charAt(length - 1) == '\n' && out.charAt(length - 2) == '\n')) {
            out.append('\n');
        }
    }
}
