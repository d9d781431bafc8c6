package org.quittance.store.sqlite;

/** Writes a JSON array that SQLite's {@code json_each} takes apart, so that one statement answers for many keys. */
final class JsonArray {

    private final StringBuilder json = new StringBuilder("[");

    JsonArray add(String text) {
        separate();
        quote(text);
        return this;
    }

    /** Adds a pair, which {@code json_each} gives as an array of its own. */
    JsonArray add(String text, long number) {
        separate();
        json.append('[');
        quote(text);
        json.append(',').append(number).append(']');
        return this;
    }

    private void separate() {
        if (json.length() > 1) {
            json.append(',');
        }
    }

    private void quote(String text) {
        json.append('"');
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (character == '"' || character == '\\') {
                json.append('\\').append(character);
            } else if (character < ' ') {
                json.append(String.format("\\u%04x", (int) character));
            } else {
                json.append(character);
            }
        }
        json.append('"');
    }

    @Override
    public String toString() {
        return json + "]";
    }
}
