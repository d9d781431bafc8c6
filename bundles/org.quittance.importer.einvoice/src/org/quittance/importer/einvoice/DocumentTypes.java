package org.quittance.importer.einvoice;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quittance.api.importer.DocumentType;

/** What the type codes of UNTDID 1001 mean, as EN 16931 and XP Z12-012 use them. */
final class DocumentTypes {

    private static final Map<DocumentType, Set<String>> CODES = Map.of(
            DocumentType.INVOICE,
            Set.of(
                    "80", "82", "84", "202", "203", "204", "211", "218", "219", "295", "326", "331", "380", "382",
                    "383", "385", "387", "388", "390", "394", "395", "456", "457", "527", "553", "575", "623", "633",
                    "751", "780", "817", "870", "875", "876", "935"),
            DocumentType.CREDIT_NOTE,
            Set.of("81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "502", "503", "532"),
            DocumentType.CORRECTIVE_INVOICE,
            Set.of("384", "471", "472", "473"),
            DocumentType.ADVANCE_INVOICE,
            Set.of("386", "500"),
            DocumentType.FINAL_INVOICE,
            Set.of("877"),
            DocumentType.SELF_BILLED_INVOICE,
            Set.of("389", "501"),
            DocumentType.FACTORED_INVOICE,
            Set.of("393"));

    /** Business processes of BT-23 in France: a final invoice after an advance, of goods, services or both. */
    private static final Set<String> FINAL_PROCESSES = Set.of("B4", "S4", "M4");

    private DocumentTypes() {}

    /** Empty where the document asks for no money, such as a pro forma, or the code is not known. */
    static Optional<DocumentType> of(String code, Optional<String> process) {
        Optional<DocumentType> type = CODES.entrySet().stream()
                .filter(entry -> entry.getValue().contains(code))
                .map(Map.Entry::getKey)
                .findFirst();
        boolean isFinal = process.filter(FINAL_PROCESSES::contains).isPresent();
        return type.map(known -> known == DocumentType.INVOICE && isFinal ? DocumentType.FINAL_INVOICE : known);
    }
}
