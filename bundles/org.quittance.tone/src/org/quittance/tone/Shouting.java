package org.quittance.tone;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quittance.service.tone.ToneFinding;

/** Finds capitals and exclamation marks that shout. A name or an abbreviation in capitals is left alone. Pure. */
final class Shouting {

    private static final Pattern MARKS = Pattern.compile("[!?\u203c\u2049]\\s*!|!\\s*\\?|\u203c|\u2049");
    private static final Pattern CAPITALS = Pattern.compile("(?<![\\p{L}\\p{N}])\\p{Lu}{2,}(?![\\p{L}\\p{N}])");
    private static final Pattern BETWEEN = Pattern.compile("[ \u00a0\u202f’'–-]{1,3}");
    private static final int RUN_MIN = 4;
    private static final int LETTERS_MIN = 3;

    private final String text;
    private final Set<String> words;
    private final List<ToneFinding> findings = new ArrayList<>();

    private Shouting(String text, Set<String> words) {
        this.text = text;
        this.words = words;
    }

    static List<ToneFinding> in(String text, Set<String> words) {
        Shouting shouting = new Shouting(text, words);
        shouting.marks();
        shouting.capitals();
        return shouting.findings;
    }

    private void marks() {
        Matcher marks = MARKS.matcher(text);
        while (marks.find()) {
            found(marks.start(), marks.group(), "exclamation marks one after the other shout; one full stop says it");
        }
    }

    /** One word that is known to shout, or a whole run of capitals that is longer than a name. */
    private void capitals() {
        Matcher capitals = CAPITALS.matcher(text);
        int run = 0;
        int end = 0;
        int start = 0;
        while (capitals.find()) {
            String word = capitals.group();
            boolean joined = run > 0
                    && BETWEEN.matcher(text.substring(end, capitals.start())).matches();
            run = joined ? run + (word.length() >= LETTERS_MIN ? 1 : 0) : 1;
            start = joined ? start : capitals.start();
            end = capitals.end();
            if (words.contains(word)) {
                found(capitals.start(), word, "«" + word + "» in capitals shouts; write it in small letters");
            } else if (run == RUN_MIN) {
                found(start, text.substring(start, end), "a whole line in capitals shouts; write it in small letters");
            }
        }
    }

    private void found(int position, String what, String why) {
        int line = (int) text.substring(0, position)
                        .chars()
                        .filter(letter -> letter == '\n')
                        .count()
                + 1;
        findings.add(new ToneFinding(line, "shouting", true, what, "", why));
    }
}
