package org.quittance.importer.einvoice;

import java.util.Optional;

/** Elements that a document must have. */
final class Required {

    private Required() {}

    /** The first child of one of these names. */
    static XmlElement of(XmlElement parent, String... names) throws UnfitDocument {
        for (String name : names) {
            Optional<XmlElement> found = parent.first(name);
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw missing(parent, names[0]);
    }

    /** A number or a name, which is one line. */
    static String line(XmlElement parent, String path) throws UnfitDocument {
        Optional<String> text = parent.text(path);
        if (text.isEmpty()) {
            throw missing(parent, path);
        }
        return line(parent, path, text.get());
    }

    static String line(XmlElement parent, String path, String text) throws UnfitDocument {
        Optional<String> line = Values.line(Optional.of(text));
        if (line.isEmpty()) {
            throw new UnfitDocument(parent.line(), path, "it is longer than a number or a name can be");
        }
        return line.get();
    }

    static UnfitDocument missing(XmlElement parent, String name) {
        return new UnfitDocument(parent.line(), name, "it is missing or empty in " + parent.name());
    }
}
