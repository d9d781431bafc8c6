package org.quittance.plugins;

import org.quittance.api.text.Sentence;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CaseworkException.Kind;

/** Why a plug-in is not taken, in the words of {@code sentences.properties} beside this class. */
final class Refusals {

    private Refusals() {}

    /** The file is none that may be installed. */
    static CaseworkException input(String code, Object... values) {
        return new CaseworkException(Kind.INPUT, said(code, values));
    }

    static CaseworkException usage(String code, Object... values) {
        return new CaseworkException(Kind.USAGE, said(code, values));
    }

    /** The workspace cannot be read or written. */
    static CaseworkException workspace(Exception cause, String code, Object... values) {
        return new CaseworkException(Kind.WORKSPACE, said(code, values), cause);
    }

    static Sentence said(String code, Object... values) {
        return Sentence.of(Refusals.class, code, values);
    }
}
