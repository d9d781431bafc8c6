package org.quittance.importer.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import org.eclipse.jdt.annotation.NonNullByDefault;

/** Collects the fields the parser finds into one reused {@link Row}. Not for several threads. */
final class RowHandler extends AbstractBaseCsvCallbackHandler<Row> {

    private final Row row = new Row();
    private final int columnsMax;
    private long line = 1;

    RowHandler(int columnsMax) {
        this.columnsMax = columnsMax;
    }

    /** The line on which the row begins that was read last or could not be read. */
    long line() {
        return line;
    }

    @Override
    protected void handleBegin(long startingLine) {
        line = startingLine;
        row.begin(startingLine);
    }

    @Override
    @NonNullByDefault({})
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        if (index >= columnsMax) {
            throw new LimitExceeded("row.columns-max", columnsMax);
        }
        row.add(buffer, offset, length);
    }

    @Override
    protected Row buildRecord() {
        return row;
    }
}
