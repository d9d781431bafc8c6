package org.quittance.importer.fec;

import java.util.Locale;
import java.util.regex.Pattern;

/** What is booked in a journal, as far as its code and label say it. */
enum JournalKind {
    SALES("V|VE|VT|VTE|VEN|VENTES?|FA|FAC|FV|AV", "vente|factur|\\bsales\\b|avoirs? client"),
    BANK(
            "B|BQ\\w*|BK|BNQ|BAN\\w*|BANQUE\\d*|CA|CAI|CAISSE|CCP|CB|TR|TRE",
            "banque|\\bbank|caisse|tr[ée]sor|\\bccp\\b|encaiss|r[èe]glement|ch[èe]que|carte|virement|pr[ée]l[èe]vement"),
    OPENING("AN|ANO|RAN|NOU|A-?NOUVEAUX?", "nouveau|report|ouverture|opening"),
    OTHER("(?!)", "(?!)");

    private final Pattern code;
    private final Pattern label;

    JournalKind(String code, String label) {
        this.code = Pattern.compile(code);
        this.label = Pattern.compile(label);
    }

    /** The label comes first: codes are each firm's own. OTHER where neither tells. */
    static JournalKind of(String code, String label) {
        String words = label.toLowerCase(Locale.ROOT);
        for (JournalKind kind : values()) {
            if (kind.label.matcher(words).find()) {
                return kind;
            }
        }
        for (JournalKind kind : values()) {
            if (kind.code.matcher(code.toUpperCase(Locale.ROOT)).matches()) {
                return kind;
            }
        }
        return OTHER;
    }
}
