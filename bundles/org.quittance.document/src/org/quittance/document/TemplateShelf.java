package org.quittance.document;

import static java.util.Objects.requireNonNull;
import static org.osgi.service.component.annotations.ReferenceCardinality.MULTIPLE;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;
import static org.osgi.service.component.annotations.ReferencePolicyOption.GREEDY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.document.DocumentException;
import org.quittance.api.document.MessageFacts;
import org.quittance.api.document.TemplateSource;
import org.quittance.api.document.TemplateText;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Debtor;
import org.quittance.api.text.Sentence;
import org.quittance.service.policy.Policy;
import org.quittance.service.template.SmsLength;
import org.quittance.service.template.TemplateEntry;
import org.quittance.service.template.TemplateForm;
import org.quittance.service.template.TemplateKey;
import org.quittance.service.template.TemplateLibrary;
import org.quittance.service.template.TemplateProblem;
import org.quittance.service.template.WrittenMessage;
import org.quittance.service.tone.ToneLint;

/**
 * Every template in force: the shipped ones, and over them those of the firm. Sources are looked at when templates are listed or
 * checked for a run; rendering takes what was seen then, and refuses what is not good. What is known about a text is kept as
 * long as it does not change, so that a run over a million items checks each text once.
 */
@Component(service = {TemplateLibrary.class, TemplateShelf.class})
public final class TemplateShelf implements TemplateLibrary {

    private final ToneLint lint;
    private final List<Ranked> sources = new ArrayList<>();
    private final Map<String, Words> words = new ConcurrentHashMap<>();
    private final Map<Judged, List<TemplateProblem>> judgements = new ConcurrentHashMap<>();
    private volatile Optional<ShelfContents> contents = Optional.empty();

    private record Ranked(TemplateSource source, int ranking) {}

    private record Judged(TemplateKey key, String origin, String source, String base, boolean inviting) {}

    @Activate
    public TemplateShelf(@Reference ToneLint lint) {
        this.lint = requireNonNull(lint, "lint");
    }

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC, policyOption = GREEDY)
    public synchronized void addSource(TemplateSource source, Map<String, ?> properties) {
        int ranking = properties.get("service.ranking") instanceof Integer rank ? rank : 0;
        sources.add(new Ranked(source, ranking));
        sources.sort(Comparator.comparingInt(Ranked::ranking));
        contents = Optional.empty();
    }

    public synchronized void removeSource(TemplateSource source) {
        sources.removeIf(ranked -> ranked.source() == source);
        contents = Optional.empty();
    }

    /** What is there now; stays the same object as long as no text changes. */
    private synchronized ShelfContents looked() {
        List<TemplateText> own = new ArrayList<>();
        Optional<String> failure = Optional.empty();
        for (Ranked ranked : sources) {
            try {
                own.addAll(ranked.source().templates());
            } catch (DocumentException | RuntimeException e) {
                failure = Optional.of("the firm's templates cannot be read: " + e.getMessage());
            }
        }
        boolean same =
                failure.isEmpty() && contents.isPresent() && contents.get().isOf(own);
        ShelfContents next = same ? contents.get() : ShelfContents.of(own, failure);
        contents = Optional.of(next);
        return next;
    }

    private ShelfContents seen() {
        Optional<ShelfContents> now = contents;
        return now.isPresent() ? now.get() : looked();
    }

    boolean knows(String name, Locale language) {
        return seen().main(name, language).isPresent();
    }

    /** The words on paper: those of a letter, or the script of a call. */
    Template page(String name, Locale language) throws DocumentException {
        ShelfContents now = seen();
        TemplateKey key = now.main(name, language).orElseThrow(() -> missing(now, name, language));
        return template(now, key);
    }

    /** The words of an e-mail; those on paper where there are none. */
    Template email(String name, Locale language) throws DocumentException {
        TemplateKey key = new TemplateKey(name, language, TemplateForm.EMAIL);
        ShelfContents now = seen();
        return now.has(key) ? template(now, key) : page(name, language);
    }

    private static DocumentException missing(ShelfContents now, String name, Locale language) {
        return new DocumentException(Sentence.of(
                TemplateShelf.class, "template.no-words", name, language.getLanguage(), List.copyOf(now.names())));
    }

    private Template template(ShelfContents now, TemplateKey key) throws DocumentException {
        if (now.failure().isPresent()) {
            throw new DocumentException(now.failure().get());
        }
        Optional<TemplateProblem> bad = problems(now, key, false).stream()
                .filter(TemplateProblem::blocks)
                .findFirst();
        if (bad.isPresent()) {
            throw new DocumentException(Sentence.of(TemplateShelf.class, "template.bad", bad.get()));
        }
        return now.parsed(key, words(key.language()));
    }

    List<TemplateProblem> problems(ShelfContents now, TemplateKey key, boolean inviting) {
        return judged(key, now.origin(key), now.source(key), now.base(key), inviting);
    }

    private List<TemplateProblem> judged(TemplateKey key, String origin, String source, String base, boolean inviting) {
        return judgements.computeIfAbsent(
                new Judged(key, origin, source, base, inviting),
                text -> TemplateCheck.problems(key, origin, source, base, inviting, words(key.language()), lint));
    }

    private Words words(Locale language) {
        return words.computeIfAbsent(language.getLanguage(), code -> Words.in(Locale.forLanguageTag(code)));
    }

    @Override
    public List<TemplateEntry> entries() {
        ShelfContents now = looked();
        List<TemplateEntry> entries = new ArrayList<>();
        for (TemplateKey key : now.keys()) {
            Map<String, String> head = TemplateCheck.head(now.source(key));
            entries.add(new TemplateEntry(
                    key,
                    head.getOrDefault("kind", ""),
                    head.getOrDefault("tone", ""),
                    now.isShipped(key),
                    now.origin(key),
                    now.source(key),
                    problems(now, key, false)));
        }
        return entries;
    }

    @Override
    public Optional<String> shipped(TemplateKey key) {
        return ShelfContents.shipped(key);
    }

    @Override
    public List<String> names() {
        return List.copyOf(new TreeSet<>(seen().names()));
    }

    @Override
    public List<TemplateProblem> check(Policy policy) {
        ShelfContents now = looked();
        List<TemplateProblem> problems = new ArrayList<>(now.misfits());
        problems.addAll(new PolicyWords(policy, now, (key, inviting) -> problems(now, key, inviting)).problems());
        return problems;
    }

    @Override
    public List<TemplateProblem> check(String fileName, String source) {
        Optional<TemplateKey> key = ShelfContents.key(fileName);
        return key.isEmpty()
                ? List.of(ShelfContents.misfit(fileName, fileName))
                : judged(key.get(), fileName, source, seen().base(key.get()), false);
    }

    @Override
    public WrittenMessage write(TemplateKey key, MessageFacts facts, Creditor creditor, Debtor debtor)
            throws DocumentException {
        ShelfContents now = seen();
        boolean mail = key.form() == TemplateForm.EMAIL;
        if (!now.has(key) && !mail) {
            throw new DocumentException(Sentence.of(TemplateShelf.class, "template.none", key.fileName()));
        }
        Template template = mail ? email(key.name(), key.language()) : template(now, key);
        Composition composition = new Composition(facts, creditor, debtor, words(key.language()));
        if (key.form() == TemplateForm.SMS) {
            String text = template.sms(composition.values());
            return new WrittenMessage("", text, Optional.of(SmsLength.of(text)));
        }
        var letter = composition.letter(template);
        return new WrittenMessage(letter.subject(), TextForm.of(letter), Optional.empty());
    }

    @Override
    public Sample sample(TemplateKey key, Creditor creditor, LocalDate today) {
        ShelfContents now = seen();
        TemplateKey source = now.has(key) ? key : new TemplateKey(key.name(), key.language(), TemplateForm.LETTER);
        String kind = key.form() == TemplateForm.PHONE
                ? "CALL_SHEET"
                : TemplateCheck.head(now.source(source)).get("kind");
        return new Sample(SampleFacts.facts(key, kind, today), SampleFacts.debtor(key.language(), creditor));
    }
}
