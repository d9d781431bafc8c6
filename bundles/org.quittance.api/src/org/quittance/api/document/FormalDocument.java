package org.quittance.api.document;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A document that is no message, in words but not yet on pages, such as the duplicate of an invoice. Every
 * string is final and in the language of the document. Immutable.
 */
public final class FormalDocument {

    private final Locale language;
    private final LocalDate date;
    private final String fileName;
    private final String title;
    private final String issuer;
    private final List<Fact> facts;
    private final List<Part> parts;

    private FormalDocument(Builder builder) {
        this.language = builder.language;
        this.date = builder.date;
        this.fileName = builder.fileName;
        this.title = builder.title;
        this.issuer = builder.issuer;
        this.facts = List.copyOf(builder.facts);
        this.parts = List.copyOf(builder.parts);
    }

    /**
     * @param date of the document
     * @param fileName a plain name that ends in {@code .pdf}
     * @param issuer whose document it is, printed at the head
     */
    public static Builder of(Locale language, LocalDate date, String fileName, String title, String issuer) {
        return new Builder(language, date, fileName, title, issuer);
    }

    public Locale language() {
        return language;
    }

    public LocalDate date() {
        return date;
    }

    public String fileName() {
        return fileName;
    }

    public String title() {
        return title;
    }

    public String issuer() {
        return issuer;
    }

    /** Printed below the title. */
    public List<Fact> facts() {
        return facts;
    }

    /** One below the other. */
    public List<Part> parts() {
        return parts;
    }

    /** A label and what stands beside it; a blank label continues the fact before. */
    public record Fact(String label, String value) {

        public Fact {
            requireNonNull(label, "label");
            requireNonNull(value, "value");
        }
    }

    /** One piece of a document. */
    public sealed interface Part {}

    /** Running text. */
    public record Paragraph(String text) implements Part {

        public Paragraph {
            requireNonNull(text, "text");
        }
    }

    /** What stands out: a heading, or a mention the law wants to be seen. */
    public record Heading(String text) implements Part {

        public Heading {
            requireNonNull(text, "text");
        }
    }

    /** Rows under headings; columns after the first are amounts or days and are set flush right. */
    public record Table(List<String> headings, List<List<String>> rows) implements Part {

        public Table {
            headings = List.copyOf(headings);
            rows = rows.stream().map(List::copyOf).toList();
            for (List<String> row : rows) {
                if (row.size() != headings.size()) {
                    throw new IllegalArgumentException("row " + row + " does not have " + headings.size() + " cells");
                }
            }
        }
    }

    /** Collects the parts; not for several threads. */
    public static final class Builder {

        private final Locale language;
        private final LocalDate date;
        private final String fileName;
        private final String title;
        private final String issuer;
        private final List<Fact> facts = new ArrayList<>();
        private final List<Part> parts = new ArrayList<>();

        private Builder(Locale language, LocalDate date, String fileName, String title, String issuer) {
            this.language = requireNonNull(language, "language");
            this.date = requireNonNull(date, "date");
            this.fileName = requireNonNull(fileName, "fileName");
            this.title = requireNonNull(title, "title");
            this.issuer = requireNonNull(issuer, "issuer");
        }

        public Builder fact(String label, String value) {
            facts.add(new Fact(label, value));
            return this;
        }

        public Builder paragraph(String text) {
            return part(new Paragraph(text));
        }

        public Builder heading(String text) {
            return part(new Heading(text));
        }

        public Builder table(List<String> headings, List<List<String>> rows) {
            return part(new Table(headings, rows));
        }

        private Builder part(Part part) {
            parts.add(part);
            return this;
        }

        public FormalDocument build() {
            return new FormalDocument(this);
        }
    }
}
