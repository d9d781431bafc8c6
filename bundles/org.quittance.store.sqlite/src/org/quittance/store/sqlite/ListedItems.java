package org.quittance.store.sqlite;

import java.util.List;
import org.quittance.api.model.OpenItem;
import org.quittance.api.store.OpenItemCursor;

/** A stream of so few items that they were read at once. */
final class ListedItems implements OpenItemCursor {

    private final List<OpenItem> items;
    private int index = -1;

    ListedItems(List<OpenItem> items) {
        this.items = items;
    }

    @Override
    public boolean advance() {
        if (index < items.size()) {
            index++;
        }
        return index < items.size();
    }

    @Override
    public OpenItem current() {
        if (index < 0 || index >= items.size()) {
            throw new IllegalStateException("the stream is not at an item");
        }
        return items.get(index);
    }

    @Override
    public void close() {
        index = items.size();
    }
}
