package org.quittance.importer.bank;

import java.util.Optional;
import org.quittance.api.importer.ImportException;

/** Reads one file: messages, alone or within an envelope, and the statements in them. */
final class CamtReader {

    /** Document, envelope, a body within it: deeper no bank hides a message. */
    private static final int ENVELOPES_MAX = 4;

    private final XmlCursor xml;
    private final EntryWriter writer;
    private int statements;

    CamtReader(XmlCursor xml, EntryWriter writer) {
        this.xml = xml;
        this.writer = writer;
    }

    void read() throws ImportException {
        container(xml.child(), 0);
        xml.finish();
        if (statements == 0) {
            throw new ImportException(
                    "the file has no statement, expected Stmt, Rpt or Ntfctn within a message camt.053, 052 or 054");
        }
    }

    private void container(String name, int level) throws ImportException {
        Optional<CamtKind> kind = CamtKind.ofMessage(name);
        if (kind.isPresent()) {
            message(kind.get());
        } else if (level >= ENVELOPES_MAX) {
            xml.skip();
        } else {
            for (String child = xml.child(); !child.isEmpty(); child = xml.child()) {
                container(child, level + 1);
            }
        }
    }

    private void message(CamtKind kind) throws ImportException {
        if (!kind.isReadable(xml.namespace())) {
            throw new ImportException(
                    "the namespace «" + BankText.shown(xml.namespace())
                            + "» is not read, expected one such as urn:iso:std:iso:20022:tech:xsd:camt.053.001.08, version 02"
                            + " or later",
                    xml.line(),
                    "Document",
                    null);
        }
        for (String child = xml.child(); !child.isEmpty(); child = xml.child()) {
            if (child.equals(kind.statement())) {
                new CamtStatement(kind, xml, writer).read();
                statements++;
            } else {
                xml.skip();
            }
        }
    }
}
