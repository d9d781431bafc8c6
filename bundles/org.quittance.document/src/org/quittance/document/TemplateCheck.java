package org.quittance.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.quittance.api.document.DocumentException;
import org.quittance.api.document.DocumentKind;
import org.quittance.service.template.SmsLength;
import org.quittance.service.template.TemplateForm;
import org.quittance.service.template.TemplateKey;
import org.quittance.service.template.TemplateProblem;
import org.quittance.service.tone.Tone;
import org.quittance.service.tone.ToneContext;
import org.quittance.service.tone.ToneContext.Reader;
import org.quittance.service.tone.ToneFinding;
import org.quittance.service.tone.ToneLint;

/** Everything that is wrong with one template by itself, by line: its parts, its tags, its tone, its length. */
final class TemplateCheck {

    private static final Set<String> HEAD = Set.of("kind", "tone", "subject", "title");
    private static final List<String> PAGE = List.of("opening", "body", "closing");
    private static final String TEXT = "text";

    private final TemplateKey key;
    private final String source;
    private final String base;
    private final Words words;
    private final ToneLint lint;
    private final String origin;
    private final TemplateParts parts;
    private final List<TemplateProblem> problems = new ArrayList<>();

    private TemplateCheck(TemplateKey key, String origin, String source, String base, Words words, ToneLint lint) {
        this.key = key;
        this.origin = origin;
        this.source = source;
        this.base = base;
        this.words = words;
        this.lint = lint;
        this.parts = TemplateParts.of(source);
    }

    /**
     * @param origin the file as it is named in problems
     * @param base the script of every call, for a {@link TemplateForm#PHONE}
     * @param inviting whether it is used as a first reminder
     */
    static List<TemplateProblem> problems(
            TemplateKey key, String origin, String source, String base, boolean inviting, Words words, ToneLint lint) {
        TemplateCheck check = new TemplateCheck(key, origin, source, base, words, lint);
        if (source.indexOf('\ufffd') >= 0) {
            check.add(0, "encoding", "", "the file is not UTF-8 text; save it in that encoding");
        }
        check.parts();
        check.tags();
        check.tone(inviting);
        check.length();
        check.problems.sort(Comparator.comparingInt(TemplateProblem::line));
        return List.copyOf(check.problems);
    }

    private void parts() {
        parts.faults().forEach((line, fault) -> add(line, "part", "", fault));
        oneOf("kind", Arrays.stream(DocumentKind.values()).map(Enum::name).toList());
        oneOf("tone", Arrays.stream(Tone.values()).map(TemplateCheck::word).toList());
        boolean phone = key.form() == TemplateForm.PHONE;
        boolean isPhoneKind = parts.head("kind").equals(DocumentKind.CALL_SHEET.name());
        if (phone != isPhoneKind && !parts.head("kind").isEmpty()) {
            add(
                    parts.head().get("kind").line(),
                    "kind",
                    parts.head("kind"),
                    "a script for a call, and nothing else, is of kind " + DocumentKind.CALL_SHEET);
        }
        parts.head().forEach((name, part) -> {
            if (!HEAD.contains(name)) {
                add(
                        part.line(),
                        "part",
                        name,
                        "«" + name + "» does not belong in the head; there are kind, tone," + " subject, title");
            }
        });
        if (isPage() && parts.head("subject").isEmpty()) {
            add(1, "part", "subject", "the head lacks its subject");
        }
        List<String> allowed = allowed();
        parts.parts().forEach((name, part) -> {
            if (!allowed.contains(name)) {
                add(
                        part.line() - 1,
                        "part",
                        name,
                        "«" + name + "» is no part here; there are " + String.join(", ", allowed));
            }
        });
        required().stream()
                .filter(name -> !parts.parts().containsKey(name))
                .forEach(name -> add(0, "part", name, "the part «" + name + "» is missing; begin it by: --- " + name));
    }

    private boolean isPage() {
        return key.form() == TemplateForm.LETTER || key.form() == TemplateForm.EMAIL;
    }

    private List<String> allowed() {
        return switch (key.form()) {
            case LETTER, EMAIL -> PAGE;
            case SMS -> List.of(TEXT);
            case PHONE ->
                Stream.concat(PhoneScript.SHEET.stream(), PhoneScript.STEPS.stream())
                        .toList();
        };
    }

    private List<String> required() {
        return switch (key.form()) {
            case LETTER, EMAIL -> PAGE;
            case SMS -> List.of(TEXT);
            case PHONE -> key.name().equals(PhoneScript.BASE) ? PhoneScript.STEPS : List.of("purpose");
        };
    }

    private void oneOf(String name, List<String> allowed) {
        String value = parts.head(name);
        if (!allowed.contains(value)) {
            int line = parts.head().containsKey(name) ? parts.head().get(name).line() : 1;
            add(
                    line,
                    name,
                    value,
                    value.isEmpty()
                            ? "the head lacks its " + name + ": one of " + String.join(", ", allowed)
                            : "«" + value + "» is no " + name + "; there are " + String.join(", ", allowed));
        }
    }

    private void tags() {
        boolean sms = key.form() == TemplateForm.SMS;
        TagScan scan = new TagScan(parts.head("kind"), sms, this::add);
        Stream.concat(parts.head().values().stream(), parts.parts().values().stream())
                .forEach(part -> scan.scan(part.text(), part.line()));
        for (String name : needed()) {
            if (!scan.used().containsKey(name)) {
                add(0, "variable-missing", name, "«{{" + name + "}}» is missing; such a message has to say it");
            }
        }
    }

    /** What a message of this kind must say whoever wrote it. */
    private List<String> needed() {
        if (key.form() == TemplateForm.SMS) {
            return List.of("creditor");
        }
        return switch (parts.head("kind")) {
            case "REMINDER" -> List.of("total");
            case "FORMAL_NOTICE" -> List.of("total", "creditor", "debtor", "deadline");
            case "CALL_SHEET" -> key.name().equals(PhoneScript.BASE) ? List.of("creditor", "total") : List.of();
            default -> List.of();
        };
    }

    /** A sheet for colleagues may name things; what is said aloud on the telephone may not. */
    private void tone(boolean inviting) {
        Tone tone = tone(parts.head("tone"));
        boolean first = inviting || tone == Tone.COURTEOUS && parts.head("kind").equals(DocumentKind.REMINDER.name());
        boolean asks = first && key.form() != TemplateForm.PHONE;
        Reader reader = parts.head("kind").equals(DocumentKind.HANDOVER_PROPOSAL.name())
                ? Reader.STAFF
                : key.form() == TemplateForm.SMS ? Reader.BYSTANDER : Reader.DEBTOR;
        for (ToneFinding finding :
                lint.check(TagScan.words(prose()), new ToneContext(words.language(), tone, reader, asks))) {
            problems.add(new TemplateProblem(
                    origin,
                    finding.line(),
                    finding.code(),
                    finding.blocks(),
                    finding.found(),
                    finding.instead(),
                    finding.text()));
        }
    }

    /**
     * What is said to people, at its lines: of a script the steps, the other parts of it are for the person who calls.
     */
    private String prose() {
        boolean phone = key.form() == TemplateForm.PHONE;
        String[] lines = source.split("\\R", -1);
        String part = "";
        for (int i = 0; i < lines.length; i++) {
            boolean begins = lines[i].startsWith("--- ");
            part = begins ? lines[i].substring(4).strip() : part;
            boolean title = part.isEmpty() && !phone && lines[i].matches("(subject|title):.*");
            boolean said = phone ? PhoneScript.STEPS.contains(part) : !part.isEmpty();
            lines[i] = title ? lines[i].substring(lines[i].indexOf(':') + 1) : said && !begins ? lines[i] : "";
        }
        return String.join("\n", lines);
    }

    private void length() {
        if (key.form() != TemplateForm.SMS || problems.stream().anyMatch(TemplateProblem::blocks)) {
            return;
        }
        try {
            SampleFacts sample = SampleFacts.of(key, parts.head("kind"));
            String text = Template.parse(key, source, base, words)
                    .sms(TemplateFacts.of(sample.facts(), sample.creditor(), sample.debtor(), words));
            SmsLength length = SmsLength.of(text);
            if (length.segments() > SmsLength.SEGMENTS_MAX) {
                add(
                        0,
                        "sms-too-long",
                        text,
                        "the message takes " + length.segments() + " segments ("
                                + length.units() + (length.gsm7() ? " septets" : " characters in UCS-2") + "); at most "
                                + SmsLength.SEGMENTS_MAX);
            }
        } catch (DocumentException | IllegalArgumentException e) {
            add(0, "part", "", String.valueOf(e.getMessage()));
        }
    }

    private static Tone tone(String word) {
        return Arrays.stream(Tone.values())
                .filter(tone -> word(tone).equals(word))
                .findFirst()
                .orElse(Tone.COURTEOUS);
    }

    private static String word(Tone tone) {
        return tone.name().toLowerCase(Locale.ROOT);
    }

    private void add(int line, String code, String found, String text) {
        problems.add(new TemplateProblem(origin, line, code, true, found, "", text));
    }

    /** The head of a template as it says it itself. */
    static Map<String, String> head(String source) {
        TemplateParts parts = TemplateParts.of(source);
        return Map.of("kind", parts.head("kind"), "tone", parts.head("tone"));
    }
}
