package org.quittance.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quittance.api.document.DocumentKind;

/** Looks at the tags of one part of a template: names, nesting, and whether what may be missing is looked for first. */
final class TagScan {

    private static final Pattern TAG = Pattern.compile("\\{\\{(\\{?)\\s*([#^/]?)\\s*([^}]*?)\\s*\\}\\}(\\}?)");
    private static final Pattern LEFTOVER = Pattern.compile("\\{\\{|\\}\\}");

    /** What a tag does, by line. */
    interface Report {
        void problem(int line, String code, String found, String text);
    }

    private record Section(String name, boolean holds, int line) {}

    private final String kind;
    private final boolean sms;
    private final Report report;
    private final Map<String, Integer> used = new LinkedHashMap<>();

    /** @param kind of the head: what it must contain anyway needs no question */
    TagScan(String kind, boolean sms, Report report) {
        this.kind = kind;
        this.sms = sms;
        this.report = report;
    }

    /** Variables that were put in, with the line of the first. */
    Map<String, Integer> used() {
        return used;
    }

    void scan(String text, int firstLine) {
        Deque<Section> open = new ArrayDeque<>();
        Matcher tags = TAG.matcher(text);
        int end = 0;
        while (tags.find()) {
            leftover(text.substring(end, tags.start()), line(text, end, firstLine));
            end = tags.end();
            int line = line(text, tags.start(), firstLine);
            String name = tags.group(3);
            if (!tags.group(1).isEmpty() || !tags.group(4).isEmpty() || !name.matches("[A-Za-z]+")) {
                report.problem(
                        line,
                        "tag",
                        tags.group(),
                        "«" + tags.group() + "» is none of the tags a template may"
                                + " use: {{name}}, {{#name}}, {{^name}}, {{/name}}");
            } else {
                switch (tags.group(2)) {
                    case "#", "^" -> begin(new Section(name, tags.group(2).equals("#"), line), open);
                    case "/" -> end(name, line, open);
                    default -> variable(name, line, open);
                }
            }
        }
        leftover(text.substring(end), line(text, end, firstLine));
        open.forEach(section -> report.problem(
                section.line(), "tag", section.name(), "«{{#" + section.name() + "}}» is not closed in its part"));
    }

    private void begin(Section section, Deque<Section> open) {
        if (!TemplateVariables.isCondition(section.name())) {
            report.problem(
                    section.line(),
                    "variable-unknown",
                    section.name(),
                    "«" + section.name() + "» is no condition; there are "
                            + String.join(", ", TemplateVariables.conditions()));
        }
        open.push(section);
    }

    private void end(String name, int line, Deque<Section> open) {
        if (open.isEmpty() || !open.peek().name().equals(name)) {
            report.problem(
                    line,
                    "tag",
                    name,
                    "«{{/" + name + "}}» closes "
                            + (open.isEmpty()
                                    ? "nothing"
                                    : "«" + open.peek().name() + "» of line "
                                            + open.peek().line()));
        }
        if (!open.isEmpty()) {
            open.pop();
        }
    }

    private void variable(String name, int line, Deque<Section> open) {
        used.putIfAbsent(name, line);
        if (!TemplateVariables.isText(name)) {
            report.problem(
                    line,
                    "variable-unknown",
                    name,
                    "there is no variable «" + name + "»; there are " + String.join(", ", TemplateVariables.texts()));
            return;
        }
        if (sms && TemplateVariables.NOT_IN_SMS.contains(name)) {
            report.problem(
                    line,
                    "sms-discretion",
                    name,
                    "«{{" + name + "}}» has no place in a short message, which a third person may read");
        }
        Optional<Set<String>> guards = TemplateVariables.guards(name);
        if (guards.isPresent()
                && !isCertain(name)
                && open.stream().noneMatch(section -> holds(section, guards.get()))) {
            String guard = guards.get().stream().sorted().findFirst().orElse("");
            report.problem(
                    line,
                    "variable-unguarded",
                    name,
                    "«" + name + "» may be missing; put it between {{#" + guard + "}} and {{/" + guard + "}}");
        }
    }

    private boolean isCertain(String name) {
        return name.equals("deadline") && kind.equals(DocumentKind.FORMAL_NOTICE.name());
    }

    private static boolean holds(Section section, Set<String> guards) {
        return section.holds() && guards.contains(section.name());
    }

    private void leftover(String text, int line) {
        Matcher brace = LEFTOVER.matcher(text);
        if (brace.find()) {
            report.problem(
                    line(text, brace.start(), line), "tag", brace.group(), "a tag is not closed: " + brace.group());
        }
    }

    private static int line(String text, int position, int firstLine) {
        int line = firstLine;
        for (int i = 0; i < position; i++) {
            if (text.charAt(i) == '\n') {
                line++;
            }
        }
        return line;
    }

    /** The words alone: tags are gone, lines stay where they are. */
    static String words(String text) {
        return TAG.matcher(text).replaceAll(tag -> tag.group(2).isEmpty() ? " ¤ " : " ");
    }
}
