package org.quittance.cli.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Lists the commands by what a person wants to do, each with the first sentence of its description. */
final class CommandGroups {

    /** Commands by group; one that is in none is listed last. */
    private static final Map<String, List<String>> GROUPS = groups();

    private static final int GAP = 2;

    private final Texts texts;

    private CommandGroups(Texts texts) {
        this.texts = texts;
    }

    static void show(CommandLine tree, Texts texts) {
        CommandGroups groups = new CommandGroups(texts);
        tree.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, help -> "");
        tree.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, groups::render);
    }

    private static Map<String, List<String>> groups() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        groups.put("begin", List.of("demo", "import", "match", "freshness"));
        groups.put("prevent", List.of("terms", "attach", "deposit", "delivery"));
        groups.put("remind", List.of("run", "approve", "dispatch", "posted", "withdraw", "resolve", "stop", "mail"));
        groups.put("look", List.of("explain", "ageing", "case", "report", "simulate", "interest", "rates"));
        groups.put("agree", List.of("call", "note", "promise", "plan", "settle", "dispute", "hold", "ruling"));
        groups.put(
                "prove",
                List.of(
                        "statement",
                        "claim",
                        "callsheet",
                        "dossier",
                        "journal",
                        "escalate",
                        "handover",
                        "recall",
                        "writeoff"));
        groups.put(
                "keep",
                List.of(
                        "policy",
                        "template",
                        "serve",
                        "health",
                        "services",
                        "install",
                        "uninstall",
                        "backup",
                        "restore",
                        "export",
                        "erase",
                        "bench"));
        return groups;
    }

    private String render(Help help) {
        Map<String, Help> left = new LinkedHashMap<>(help.subcommands());
        int widest = left.keySet().stream().mapToInt(String::length).max().orElse(0) + GAP;
        StringBuilder text = new StringBuilder();
        GROUPS.forEach((group, names) -> {
            Map<String, Help> members = new LinkedHashMap<>();
            for (String name : names) {
                if (left.containsKey(name)) {
                    members.put(name, left.remove(name));
                }
            }
            append(text, group, members, widest, help);
        });
        append(text, "more", left, widest, help);
        return text.toString();
    }

    private void append(StringBuilder text, String group, Map<String, Help> members, int widest, Help help) {
        if (members.isEmpty()) {
            return;
        }
        TextTable table = TextTable.forColumns(
                help.colorScheme(),
                new Column(widest + GAP, GAP, Overflow.SPAN),
                new Column(help.commandSpec().usageMessage().width() - widest - GAP, GAP, Overflow.WRAP));
        members.forEach((name, member) -> table.addRowValues(name, firstSentence(member)));
        text.append(System.lineSeparator())
                .append(texts.text("group." + group))
                .append(System.lineSeparator())
                .append(table);
    }

    private static String firstSentence(Help member) {
        List<String> lines =
                new ArrayList<>(List.of(member.commandSpec().usageMessage().description()));
        String all = String.join(" ", lines);
        int end = all.indexOf(". ");
        return end < 0 ? all : all.substring(0, end + 1);
    }
}
