package org.quittance.cli.command;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quittance.service.server.HealthService.Checked;

/** What checks found in the OpenMetrics text format: a gauge per figure, and one of how bad each check is. */
final class OpenMetrics {

    private static final String PREFIX = "quittance_";

    private OpenMetrics() {}

    static String of(List<Checked> all) {
        StringBuilder text = new StringBuilder();
        head(text, "health", "How a check is: 0 well, 1 warning, 2 critical.");
        for (Checked checked : all) {
            sample(text, "health", checked, checked.health().status().ordinal());
        }
        Map<String, StringBuilder> families = new TreeMap<>();
        for (Checked checked : all) {
            checked.health().figures().forEach((name, value) -> {
                StringBuilder family = families.computeIfAbsent(name, first -> {
                    StringBuilder begun = new StringBuilder();
                    head(begun, name, "Measured by the check that its label names.");
                    return begun;
                });
                sample(family, name, checked, value);
            });
        }
        families.values().forEach(text::append);
        return text.append("# EOF\n").toString();
    }

    private static void head(StringBuilder text, String name, String help) {
        text.append("# TYPE ").append(PREFIX).append(name).append(" gauge\n");
        text.append("# HELP ")
                .append(PREFIX)
                .append(name)
                .append(' ')
                .append(help)
                .append('\n');
    }

    private static void sample(StringBuilder text, String name, Checked checked, long value) {
        text.append(PREFIX)
                .append(name)
                .append("{check=\"")
                .append(escaped(checked.check()))
                .append("\",subject=\"")
                .append(escaped(checked.health().subject()))
                .append("\"} ")
                .append(value)
                .append('\n');
    }

    private static String escaped(String label) {
        return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
