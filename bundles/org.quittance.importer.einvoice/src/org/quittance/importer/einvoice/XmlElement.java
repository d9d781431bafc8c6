package org.quittance.importer.einvoice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An element with what of its content was kept. Names are local: the root's namespace decides the format. */
final class XmlElement {

    private final String namespace;
    private final String name;
    private final long line;
    private final Map<String, String> attributes;
    private final List<XmlElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    XmlElement(String namespace, String name, long line, Map<String, String> attributes) {
        this.namespace = namespace;
        this.name = name;
        this.line = line;
        this.attributes = attributes;
    }

    void add(XmlElement child) {
        children.add(child);
    }

    void add(String more) {
        text.append(more);
    }

    int textLength() {
        return text.length();
    }

    String namespace() {
        return namespace;
    }

    String name() {
        return name;
    }

    long line() {
        return line;
    }

    Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** The text without the blanks around it; empty for none. */
    Optional<String> text() {
        return Optional.of(text.toString().strip()).filter(value -> !value.isEmpty());
    }

    /** The elements at the end of a path such as {@code Contact/Name}, in the order of the document. */
    List<XmlElement> all(String path) {
        List<XmlElement> found = List.of(this);
        for (String step : path.split("/")) {
            List<XmlElement> next = new ArrayList<>();
            for (XmlElement parent : found) {
                for (XmlElement child : parent.children) {
                    if (child.name.equals(step)) {
                        next.add(child);
                    }
                }
            }
            found = next;
        }
        return found;
    }

    Optional<XmlElement> first(String path) {
        return all(path).stream().findFirst();
    }

    /** The first text that is not empty at the end of a path. */
    Optional<String> text(String path) {
        return all(path).stream().flatMap(element -> element.text().stream()).findFirst();
    }
}
