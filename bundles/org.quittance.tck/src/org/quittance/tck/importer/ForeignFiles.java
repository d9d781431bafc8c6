package org.quittance.tck.importer;

import java.util.LinkedHashMap;
import java.util.Map;

/** Beginnings of files of many formats, none of which but its own an importer may take for its own. */
final class ForeignFiles {

    private ForeignFiles() {}

    /** By the names of the formats that may read it, with strokes between them; what stands behind a blank tells several apart. */
    static Map<String, String> all() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("csv", "number,debtor,issued,due,amount\nF-1,D-1,2026-10-01,2026-10-31,100.00\n");
        files.put("csv semicolons", "Numéro;Client;Montant\n01;Exemple SARL;1 234,56\n02;Modèle SARL;7,00\n");
        files.put(
                "camt",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\">"
                        + "<BkToCstmrStmt><GrpHdr><MsgId>1</MsgId></GrpHdr></BkToCstmrStmt></Document>");
        files.put(
                "mt940", ":20:1\n:25:FR7630006000011234567890189\n:28C:1/1\n:60F:C260301EUR0,\n:62F:C260302EUR0,\n-\n");
        files.put(
                "cfonb120",
                "0130006    00001EUR2 12345678901  010326" + " ".repeat(50) + "0000000000000{" + " ".repeat(16) + "\n");
        files.put(
                "ofx",
                "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\n\n<OFX><SIGNONMSGSRSV1><SONRS></SONRS></SIGNONMSGSRSV1>");
        files.put(
                "einvoice cii",
                "<rsm:CrossIndustryInvoice xmlns:rsm=\"urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100\"/>");
        files.put(
                "einvoice ubl", "<Invoice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\"></Invoice>");
        files.put(
                "csv|fec",
                "JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\nVE\tVentes\t1\t20260301\t411000\n");
        files.put("json", "{\"records\": {\"invoice\": {\"number\": \"number\"}}}");
        files.put(
                "web page", "<!DOCTYPE html>\n<html><head><title>camt, MT940, OFX</title></head><body></body></html>");
        files.put("pain", "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.008.001.08\"></Document>");
        files.put("binary", "\u0000\u0001\u0002\u0003PK\u0003\u0004\u0000\u0000");
        files.put("letter", "Madame, Monsieur,\n\nVeuillez trouver ci-joint le relevé de votre compte.\n");
        return files;
    }
}
