package org.quittance.importer.csv;

import org.quittance.api.importer.ImportSink;

/** Makes one kind of record out of the row under the cursor. */
interface Maker {

    /** What a row has ready; pushed only when every record of the row could be made. */
    interface Ready {

        void push(long line, ImportSink sink);
    }

    Ready make(long line) throws RowProblem;

    /** Tells that a row this maker is for could not be taken. */
    default void rejected(long line) {}

    /** Pushes what waits for the end of the file. */
    default void finish(ImportSink sink) {}
}
