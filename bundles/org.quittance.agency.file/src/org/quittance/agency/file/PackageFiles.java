package org.quittance.agency.file;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quittance.api.agency.CasePackage;
import org.quittance.api.document.DocumentFile;

/**
 * The files of one package by path, with the manifest over them last. The manifest, {@code manifest.json}, has schema
 * "org.quittance.manifest", version 1, the key, and for each file path, bytes and sha256.
 */
final class PackageFiles {

    static final String MANIFEST = "manifest.json";

    private PackageFiles() {}

    static Map<String, byte[]> of(CasePackage theCase, String agencyName) {
        List<Exhibit> exhibits = Exhibit.numbered(theCase.exhibits());
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("mandate.txt", MandateText.of(theCase, agencyName));
        files.put("case.json", BoundedJson.bytes(CaseJson.of(theCase, exhibits)));
        files.put("claim.csv", ClaimCsv.of(theCase.claim()));
        exhibits.forEach(exhibit -> files.put(exhibit.path(), exhibit.document().bytes()));
        files.put(MANIFEST, BoundedJson.bytes(manifest(theCase, files)));
        return files;
    }

    private static ObjectNode manifest(CasePackage theCase, Map<String, byte[]> files) {
        ObjectNode manifest = BoundedJson.newObject();
        manifest.put("schema", "org.quittance.manifest").put("version", 1);
        manifest.put("key", theCase.key().value());
        ArrayNode list = manifest.putArray("files");
        files.forEach((path, bytes) -> list.addObject()
                .put("path", path)
                .put("bytes", bytes.length)
                .put(
                        "sha256",
                        DocumentFile.of("content", "application/octet-stream", bytes)
                                .sha256()));
        return manifest;
    }
}
