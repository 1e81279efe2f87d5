package org.campaignbot.content.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.campaignbot.content.problem.Place;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.flow.Answer;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Step;
import org.campaignbot.flow.Value;
import org.campaignbot.flow.Wording;
import org.campaignbot.flow.Words;
import org.campaignbot.people.Language;

/**
 * Finds phrases that the bot doesn't use: in what it says, on buttons, in titles, and in the texts of records.
 *
 * <p>What stands between quotation marks is somebody else's, and what is in emphasis is a title or an official name, so neither is
 * judged. A script is ours.
 */
final class PhraseCheck {

    private static final String QUOTED = "\"[^\"]*\"|“[^”]*”|«[^»]*»";

    private final PackCheck.Subject subject;
    private final Exceptions exceptions;
    private final Map<Language, BannedPhrases> phrases = new HashMap<>();

    private PhraseCheck(PackCheck.Subject subject, Exceptions exceptions) {
        this.subject = subject;
        this.exceptions = exceptions;
        subject.pack().languages().forEach(language -> phrases.put(language, BannedPhrases.of(language)));
    }

    static void check(PackCheck.Subject subject, Exceptions exceptions) {
        PhraseCheck check = new PhraseCheck(subject, exceptions);
        subject.pack().flows().values().forEach(check::title);
        subject.eachStep(check::step);
        subject.pack().records().forEach(check::record);
    }

    private void title(Flow flow) {
        flow.title().byLanguage().forEach((language, words) -> {
            for (String text : texts(List.of(words))) {
                judge(
                        text,
                        language,
                        subject.outline().of(flow.name()),
                        "the title of \"" + flow.name() + "\"",
                        flow,
                        "");
            }
        });
    }

    private void step(Flow flow, Step step) {
        TextPart part = TextPart.of(subject, flow, step);
        if (part.kind().mayUseAnyPhrase()) {
            return;
        }
        for (Language language : subject.pack().languages()) {
            for (String text : texts(part.words(language))) {
                judge(text, language, part.place(), "\"" + part.name() + "\"", flow, step.name());
            }
            for (Answer answer :
                    step.ask() == null ? List.<Answer>of() : step.ask().answers()) {
                for (String text : texts(words(answer.label(), language))) {
                    judge(
                            text,
                            language,
                            subject.outline().of(flow.name(), step.name(), answer.name()),
                            "the button \"" + answer.name() + "\"",
                            flow,
                            step.name());
                }
            }
        }
    }

    private void record(String name, Value value) {
        // Labels of links and titles of laws are official names; whose campaign it is has the names it has.
        if (value instanceof Value.Row record) {
            record.fields().forEach((field, text) -> {
                if (text instanceof Value.Translated translated && !field.equals("title") && !field.equals("label")) {
                    translated.words().forEach((language, words) -> {
                        for (BannedPhrases.Phrase phrase : in(language, words.replaceAll(QUOTED, " … "))) {
                            report(
                                    phrase,
                                    language,
                                    subject.outline().of("records", name),
                                    "\"" + name + "." + field + "\"");
                        }
                    });
                }
            });
        }
    }

    private static List<Words> words(Wording wording, Language language) {
        Words words = wording.byLanguage().get(language);
        return words == null ? List.of() : List.of(words);
    }

    private static List<String> texts(List<Words> words) {
        SaidText said = SaidText.of(words);
        List<String> texts = new ArrayList<>(said.headings());
        said.lines().forEach(line -> texts.add(line.replaceAll(QUOTED, " … ")));
        texts.addAll(said.quotes());
        return texts;
    }

    private void judge(String text, Language language, Place place, String what, Flow flow, String step) {
        for (BannedPhrases.Phrase phrase : in(language, text)) {
            if (!exceptions.allow(flow.name(), step, language, phrase.text())) {
                report(phrase, language, place, what);
            }
        }
    }

    private List<BannedPhrases.Phrase> in(Language language, String text) {
        BannedPhrases banned = phrases.get(language);
        return banned == null ? List.of() : banned.in(text);
    }

    private void report(BannedPhrases.Phrase phrase, Language language, Place place, String what) {
        subject.problems()
                .add(
                        ProblemKind.BANNED_PHRASE,
                        place,
                        what + " says \"" + phrase.text() + "\" in \"" + language + "\"",
                        "say instead: " + phrase.instead() + "; or allow the phrase beside the text, with the reason");
    }

    /** The phrases that the bot doesn't use in a language, each with what it says instead. */
    static final class BannedPhrases {

        private final List<Phrase> phrases;

        private BannedPhrases(List<Phrase> phrases) {
            this.phrases = phrases;
        }

        /**
         * A phrase.
         *
         * @param text the phrase
         * @param instead what is said in its place
         * @param unless the uses in which the words are right
         */
        record Phrase(String text, String instead, Pattern pattern, List<Pattern> unless) {

            private boolean isIn(String said) {
                Matcher found = pattern.matcher(said);
                while (found.find()) {
                    int start = found.start();
                    int end = found.end();
                    boolean isRight = unless.stream().anyMatch(right -> {
                        Matcher use = right.matcher(said);
                        boolean covered = false;
                        while (!covered && use.find()) {
                            covered = use.start() <= start && use.end() >= end;
                        }
                        return covered;
                    });
                    if (!isRight) {
                        return true;
                    }
                }
                return false;
            }
        }

        /** Those of a language; none if nobody has listed any. */
        static BannedPhrases of(Language language) {
            List<Phrase> phrases = new ArrayList<>();
            for (String line : Lines.of("banned-phrases-" + language + ".txt")) {
                String[] parts = line.split(" \\| ", 3);
                List<Pattern> unless = parts.length < 3
                        ? List.of()
                        : Stream.of(parts[2].split(", ", -1))
                                .map(BannedPhrases::pattern)
                                .toList();
                phrases.add(new Phrase(parts[0], parts[1], pattern(parts[0]), unless));
            }
            return new BannedPhrases(List.copyOf(phrases));
        }

        /** Those that a text has, each once. */
        List<Phrase> in(String text) {
            String said = text.toLowerCase(Locale.ROOT).replace('’', '\'');
            return phrases.stream().filter(phrase -> phrase.isIn(said)).toList();
        }

        private static Pattern pattern(String phrase) {
            String words = Stream.of(phrase.strip().toLowerCase(Locale.ROOT).split("\\s+", -1))
                    .map(Pattern::quote)
                    .reduce((one, other) -> one + "\\s+" + other)
                    .orElse("");
            return Pattern.compile("(?<![\\p{L}\\p{N}])" + words + "(?![\\p{L}\\p{N}])");
        }
    }
}
