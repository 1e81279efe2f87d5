package org.campaignbot.content.alert;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.campaignbot.alert.audience.Audience;
import org.campaignbot.alert.audience.AudienceProblem;
import org.campaignbot.alert.audience.AudienceTerms;
import org.campaignbot.alert.audience.AudienceText;
import org.campaignbot.alert.desk.AlertTime;
import org.campaignbot.content.Problem;
import org.campaignbot.content.format.Fields;
import org.campaignbot.content.format.Format;
import org.campaignbot.content.problem.Place;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.content.problem.Problems;
import org.campaignbot.content.yaml.Node;
import org.campaignbot.content.yaml.YamlFile;
import org.campaignbot.flow.Nearest;
import org.campaignbot.people.Language;
import org.campaignbot.times.ExactTime;
import org.jspecify.annotations.Nullable;

/**
 * An alert's draft as read from a file; any part may be missing here and given in another way.
 *
 * @param action the record of its action
 * @param topic what it is about
 * @param words what it says, by language
 * @param audience who it's for
 * @param at when it begins
 * @param expires from when no more messages leave
 * @param problems what is wrong with the file; don't use it if there are any
 */
public record DraftFile(
        @Nullable String action,
        @Nullable String topic,
        Map<Language, String> words,
        @Nullable Audience audience,
        @Nullable Instant at,
        @Nullable Instant expires,
        List<Problem> problems) {

    public DraftFile {
        words = Map.copyOf(words);
        problems = List.copyOf(problems);
    }

    /**
     * Reads a file.
     *
     * @param name the name of the file in problems
     * @param now what words such as "tomorrow" count from
     */
    public static DraftFile read(String name, byte[] bytes, AudienceTerms terms, Instant now) {
        return new Reader(terms, now).read(name, bytes);
    }

    /** Reads one file. */
    private static final class Reader {

        private final Problems problems = new Problems();
        private final AudienceTerms terms;
        private final Instant now;

        Reader(AudienceTerms terms, Instant now) {
            this.terms = terms;
            this.now = now;
        }

        DraftFile read(String name, byte[] bytes) {
            Node root = YamlFile.read(name, bytes, problems);
            if (root == null && !problems.hasErrors()) {
                problems.add(ProblemKind.MISSING_KEY, Place.startOf(name), "this file is empty", "write the alert");
            }
            Fields draft = Fields.closed(root, Format.ALERT, problems);
            return new DraftFile(
                    text(draft, "action"),
                    text(draft, "topic"),
                    words(draft),
                    audience(draft),
                    time(draft, "at", AlertTime::read),
                    time(draft, "expires", AlertTime::readEnd),
                    problems.sorted());
        }

        private static @Nullable String text(Fields draft, String key) {
            Node.Scalar scalar = draft.text(key);
            return scalar == null ? null : scalar.text().strip();
        }

        private Map<Language, String> words(Fields draft) {
            Map<Language, String> words = new HashMap<>();
            Fields byLanguage = Fields.open(draft.node("words"), "\"words\"", problems);
            List<String> codes = terms.languages().stream().map(Language::code).toList();
            for (Node.Entry entry : byLanguage.entries()) {
                Node.Scalar said = byLanguage.text(entry.name());
                if (!codes.contains(entry.name())) {
                    problems.add(
                            ProblemKind.UNKNOWN_KEY,
                            entry.key().place(),
                            "the campaign does not speak \"" + entry.name() + "\"",
                            Nearest.fix(entry.name(), codes));
                } else if (said != null) {
                    words.put(new Language(entry.name()), said.text().strip());
                }
            }
            return words;
        }

        private @Nullable Audience audience(Fields draft) {
            Node.Scalar line = draft.text("audience");
            if (line == null) {
                return null;
            }
            AudienceText.Read read = AudienceText.read(line.text(), terms);
            if (read instanceof AudienceText.Read.Broken broken) {
                for (AudienceProblem problem : broken.problems()) {
                    problems.add(
                            ProblemKind.BAD_VALUE,
                            line.placeOf(problem.position() - 1),
                            problem.message(),
                            problem.fix());
                }
                return null;
            }
            return ((AudienceText.Read.Sound) read).audience();
        }

        private @Nullable Instant time(Fields draft, String key, BiFunction<String, Instant, ExactTime.Reading> read) {
            Node.Scalar text = draft.text(key);
            if (text == null) {
                return null;
            }
            ExactTime.Reading reading = read.apply(text.text(), now);
            AlertTime.problem(text.text(), reading)
                    .ifPresent(problem ->
                            problems.add(ProblemKind.BAD_VALUE, text.place(), problem.message(), problem.fix()));
            return reading instanceof ExactTime.At at ? at.time().toInstant() : null;
        }
    }
}
