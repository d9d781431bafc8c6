package org.quittance.tone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.quittance.service.tone.Tone;
import org.quittance.service.tone.ToneContext.Reader;

/**
 * The rules of one language, as data.
 *
 * @param invitation what invites the debtor to call back
 * @param shouting words that shout when they stand in capitals
 * @param sources works of law that may be quoted, matched against small letters
 */
record ToneRules(
        String version, List<ToneRule> rules, Pattern invitation, Set<String> shouting, List<Pattern> sources) {

    static ToneRules shipped(String language) {
        String resource = "rules/" + language + ".json";
        try (InputStream in = ToneRules.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the bundle lacks " + resource);
            }
            return read(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    private static ToneRules read(JsonNode root) {
        List<ToneRule> rules = new ArrayList<>();
        root.required("rules").forEach(rule -> rules.add(rule(rule)));
        return new ToneRules(
                root.required("version").asText(),
                List.copyOf(rules),
                ToneRule.phrases(texts(root, "invitation")),
                Set.copyOf(texts(root, "shouting")),
                texts(root, "sources").stream().map(Pattern::compile).toList());
    }

    private static ToneRule rule(JsonNode rule) {
        Set<Reader> readers = new HashSet<>();
        texts(rule, "readers").forEach(reader -> readers.add(Reader.valueOf(reader)));
        List<String> except = texts(rule, "except");
        return new ToneRule(
                rule.required("code").asText(),
                rule.has("from") ? Optional.of(Tone.valueOf(rule.get("from").asText())) : Optional.empty(),
                Set.copyOf(readers),
                ToneRule.phrases(texts(rule, "match")),
                except.isEmpty() ? Optional.empty() : Optional.of(ToneRule.phrases(except)),
                rule.path("instead").asText(""));
    }

    private static List<String> texts(JsonNode node, String field) {
        List<String> texts = new ArrayList<>();
        node.path(field).forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
