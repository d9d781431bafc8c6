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

    static String text(XmlElement parent, String path) throws UnfitDocument {
        Optional<String> text = parent.text(path);
        if (text.isEmpty()) {
            throw missing(parent, path);
        }
        return text.get();
    }

    static UnfitDocument missing(XmlElement parent, String name) {
        return new UnfitDocument(parent.line(), name, "it is missing or empty in " + parent.name());
    }
}
