package org.quittance.importer.einvoice;

import java.util.Optional;
import org.quittance.api.importer.ElectronicInvoice;

/** The syntaxes an e-invoice may be written in, told by the root element. */
enum Syntax {
    CII,
    UBL;

    private static final String UBL_NAMESPACE = "urn:oasis:names:specification:ubl:schema:xsd:";

    static Optional<Syntax> of(String namespace, String name) {
        return switch (name) {
            case "CrossIndustryInvoice", "CrossIndustryDocument" ->
                namespace.contains(":CrossIndustry") ? Optional.of(CII) : Optional.empty();
            case "Invoice", "CreditNote" ->
                namespace.startsWith(UBL_NAMESPACE + name) ? Optional.of(UBL) : Optional.empty();
            default -> Optional.empty();
        };
    }

    static ElectronicInvoice read(XmlElement root) throws UnfitDocument {
        Optional<Syntax> syntax = of(root.namespace(), root.name());
        if (syntax.isEmpty()) {
            throw new UnfitDocument(
                    root.line(),
                    root.name(),
                    "it is XML, but neither a CII nor a UBL invoice or credit note: its root is "
                            + Values.shown(root.name()));
        }
        return syntax.get() == CII ? CiiInvoice.read(root) : UblInvoice.read(root);
    }
}
