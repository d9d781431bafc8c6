package org.quittance.tone;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.quittance.service.tone.Tone;
import org.quittance.service.tone.ToneContext;
import org.quittance.service.tone.ToneContext.Reader;
import org.quittance.service.tone.ToneFinding;
import org.quittance.service.tone.ToneLint;

/** Looks for the rules of each language in whole words of folded text. Rules are read when the first text is checked. */
@Component
public final class DataToneLint implements ToneLint {

    private static final Set<Locale> LANGUAGES = Set.of(Locale.FRENCH, Locale.ENGLISH, Locale.GERMAN);

    private final Map<String, ToneRules> rules = new HashMap<>();

    @Activate
    public DataToneLint() {}

    @Override
    public Set<Locale> languages() {
        return LANGUAGES;
    }

    @Override
    public List<ToneFinding> check(String text, ToneContext context) {
        ToneRules language = rules(context.language());
        List<ToneFinding> findings = new ArrayList<>();
        String words = withoutQuotations(text, language, findings);
        FoldedText folded = FoldedText.of(words);
        for (Hit hit : hits(folded.text(), context, language)) {
            findings.add(finding(hit, folded));
        }
        if (context.reader() != Reader.STAFF) {
            findings.addAll(Shouting.in(words, language.shouting()));
        }
        findings.sort(Comparator.comparingInt(ToneFinding::line));
        if (context.inviting() && !language.invitation().matcher(folded.text()).find()) {
            findings.add(new ToneFinding(
                    0,
                    "invitation-missing",
                    true,
                    "",
                    "",
                    "a first reminder invites the debtor to call back or to answer; nothing here does"));
        }
        return List.copyOf(findings);
    }

    private synchronized ToneRules rules(Locale language) {
        String code = language.getLanguage();
        if (LANGUAGES.stream().noneMatch(known -> known.getLanguage().equals(code))) {
            throw new IllegalArgumentException("there are no rules of tone for the language «" + code + "»");
        }
        return rules.computeIfAbsent(code, ToneRules::shipped);
    }

    /** Good quotations leave an empty line behind, so that lines keep their numbers. */
    private static String withoutQuotations(String text, ToneRules rules, List<ToneFinding> findings) {
        if (!text.contains(Quotation.MARK)) {
            return text;
        }
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].startsWith(Quotation.MARK)) {
                Optional<String> problem = Quotation.problem(lines[i], rules.sources());
                if (problem.isPresent()) {
                    findings.add(
                            new ToneFinding(i + 1, "quotation-unmarked", true, lines[i].strip(), "", problem.get()));
                } else {
                    lines[i] = "";
                }
            }
        }
        return String.join("\n", lines);
    }

    private record Hit(int start, int end, ToneRule rule) {}

    /** What is found twice is reported by the rule that stands first. */
    private static List<Hit> hits(String folded, ToneContext context, ToneRules language) {
        List<Hit> hits = new ArrayList<>();
        for (ToneRule rule : language.rules()) {
            if (rule.concerns(context)) {
                List<int[]> excepted = spans(rule, folded);
                Matcher matcher = rule.phrases().matcher(folded);
                while (matcher.find()) {
                    Hit hit = new Hit(matcher.start(), matcher.end(), rule);
                    if (hits.stream().noneMatch(other -> overlap(other.start, other.end, hit))
                            && excepted.stream().noneMatch(span -> overlap(span[0], span[1], hit))) {
                        hits.add(hit);
                    }
                }
            }
        }
        hits.sort(Comparator.comparingInt(Hit::start));
        return hits;
    }

    private static boolean overlap(int start, int end, Hit hit) {
        return start < hit.end && hit.start < end;
    }

    private static List<int[]> spans(ToneRule rule, String folded) {
        List<int[]> spans = new ArrayList<>();
        rule.except().ifPresent(except -> {
            Matcher matcher = except.matcher(folded);
            while (matcher.find()) {
                spans.add(new int[] {matcher.start(), matcher.end()});
            }
        });
        return spans;
    }

    private static ToneFinding finding(Hit hit, FoldedText folded) {
        String found = folded.original(hit.start, hit.end);
        String instead = hit.rule.instead();
        return new ToneFinding(
                folded.line(hit.start),
                hit.rule.code(),
                true,
                found,
                instead,
                "«" + found + "» " + why(hit.rule) + (instead.isEmpty() ? "" : "; write: " + instead));
    }

    private static String why(ToneRule rule) {
        return switch (rule.code()) {
            case "word-forbidden" -> "is no word for a debtor";
            case "threat" -> "threatens";
            case "court-look-alike" -> "looks like a document of a court";
            case "sms-discretion" -> "may be read by a third person and shames the debtor";
            case "legal-early" ->
                "is law before its time, allowed from the tone "
                        + rule.from().map(Tone::name).orElse("").toLowerCase(Locale.ROOT);
            default -> "is not allowed here";
        };
    }
}
