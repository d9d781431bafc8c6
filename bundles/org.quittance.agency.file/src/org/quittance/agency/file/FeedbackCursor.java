package org.quittance.agency.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.quittance.agency.file.BoundedJson.UnreadableException;

/**
 * How far the two streams of answers were read. As text {@code ""} at the beginning, else a JSON object on one line.
 */
record FeedbackCursor(Position acknowledgements, Position reports) {

    private static final Position BEGINNING = new Position("", List.of());

    /**
     * A place in a folder read in order of names.
     *
     * @param after the last name that was looked at
     * @param unread names before it that could not be read and are tried again
     */
    record Position(String after, List<String> unread) {

        Position {
            unread = List.copyOf(unread);
        }
    }

    static FeedbackCursor parse(String text) throws UnreadableException {
        if (text.isEmpty()) {
            return new FeedbackCursor(BEGINNING, BEGINNING);
        }
        JsonNode node = BoundedJson.parse(text);
        return new FeedbackCursor(position(node.path("acknowledgements")), position(node.path("reports")));
    }

    private static Position position(JsonNode node) throws UnreadableException {
        if (!node.path("after").isTextual() || !node.path("unread").isArray()) {
            throw new UnreadableException("has no position in a folder");
        }
        List<String> unread = new ArrayList<>();
        for (JsonNode name : node.path("unread")) {
            if (!name.asText().matches("[^./\\\\][^/\\\\]*")) {
                throw new UnreadableException("names «" + name.asText() + "», which is not a report");
            }
            unread.add(name.asText());
        }
        return new Position(node.path("after").textValue(), unread);
    }

    @Override
    public String toString() {
        if (acknowledgements.equals(BEGINNING) && reports.equals(BEGINNING)) {
            return "";
        }
        ObjectNode node = BoundedJson.newObject();
        write(node.putObject("acknowledgements"), acknowledgements);
        write(node.putObject("reports"), reports);
        return node.toString();
    }

    private static void write(ObjectNode node, Position position) {
        node.put("after", position.after());
        ArrayNode unread = node.putArray("unread");
        position.unread().forEach(unread::add);
    }
}
