package org.quittance.importer.csv;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How to read a file, checked.
 *
 * @param ignored rows that are nothing to import, such as totals
 */
record Mapping(
        Layout layout,
        AmountFormat amounts,
        List<DatePattern> dates,
        Map<RecordKind, Rule> records,
        Optional<Source.Condition> ignored,
        KnownUntil knownUntil) {

    /**
     * How the text is cut into rows and cells.
     *
     * @param delimiter empty to find it out
     * @param quote the sign around cells; {@link #NO_QUOTE} for none
     */
    record Layout(Charset encoding, Optional<Character> delimiter, char quote, boolean header, int skipLines) {

        /** A code point that is no character, so that no file has it. */
        static final char NO_QUOTE = '\uFFFF';
    }

    /**
     * How one kind of record comes out of a row.
     *
     * @param fields by the names of {@link RecordKind#fields()}
     * @param when empty: every row gives one
     * @param repeatedRows whether rows that follow each other with the same number are the instalments of one invoice
     */
    record Rule(Map<String, Source> fields, Optional<Source.Condition> when, boolean repeatedRows) {}

    /**
     * Up to which day the payments of the file are complete: a day, or the last booking in the file, or not stated.
     */
    record KnownUntil(Optional<LocalDate> day, boolean lastPayment) {

        static final KnownUntil NOT_STATED = new KnownUntil(Optional.empty(), false);
    }
}
