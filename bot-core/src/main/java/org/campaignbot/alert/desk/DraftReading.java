package org.campaignbot.alert.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.campaignbot.alert.Draft;
import org.campaignbot.alert.audience.AudienceProblem;
import org.campaignbot.alert.audience.AudienceTerms;
import org.campaignbot.alert.audience.AudienceText;
import org.campaignbot.alert.reader.AlertMessages;
import org.campaignbot.flow.Action;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Value;
import org.campaignbot.people.Language;
import org.campaignbot.subscriptions.AlertTopics;
import org.campaignbot.subscriptions.Subscription;
import org.campaignbot.times.ExactTime;
import org.jspecify.annotations.Nullable;

/**
 * Reads a draft as an organizer typed it, part by part.
 *
 * @param draft the result, or null if a part can't be read
 * @param problems what can't be read, each as named values; {@code kind} says what is wrong
 */
record DraftReading(@Nullable Draft draft, List<Map<String, String>> problems) {

    private static final String NOW = "now";

    DraftReading {
        problems = List.copyOf(problems);
    }

    /**
     * Reads the parts {@code action}, {@code topic}, {@code audience}, {@code start}, {@code end}, and the words of each language by
     * its code.
     */
    static DraftReading of(Map<String, String> parts, Pack pack, AudienceTerms terms, Instant now) {
        List<Map<String, String>> problems = new ArrayList<>();
        String action = action(part(parts, "action"), pack);
        if (action == null) {
            problems.add(Map.of("kind", "action", "typed", part(parts, "action")));
        }
        Instant start = part(parts, "start").equalsIgnoreCase(NOW)
                ? null
                : time(part(parts, "start"), AlertTime::read, now, problems);
        Instant end = time(part(parts, "end"), AlertTime::readEnd, now, problems);
        AudienceText.Read audience = AudienceText.read(part(parts, "audience"), terms);
        if (audience instanceof AudienceText.Read.Broken broken) {
            broken.problems().forEach(problem -> problems.add(named(problem)));
        }
        if (!problems.isEmpty() || action == null || end == null) {
            return new DraftReading(null, problems);
        }
        Map<Language, String> words = new HashMap<>();
        for (Language language : pack.languages()) {
            String typed = part(parts, language.code());
            if (!typed.isEmpty()) {
                words.put(language, typed);
            }
        }
        return new DraftReading(
                new Draft(
                        action,
                        topic(part(parts, "topic"), pack),
                        words,
                        ((AudienceText.Read.Sound) audience).audience(),
                        start,
                        end),
                List.of());
    }

    static Map<String, String> named(AudienceProblem problem) {
        Map<String, String> values = new HashMap<>(problem.about());
        values.put("kind", problem.kind().word());
        return values;
    }

    private static String part(Map<String, String> parts, String name) {
        return Objects.requireNonNullElse(parts.get(name), "").strip();
    }

    /** The record of an action by its name or title; null for anything else. */
    static @Nullable String action(String typed, Pack pack) {
        for (Map.Entry<String, Value> each : pack.records().entrySet()) {
            Action action = Action.of(each.getKey(), each.getValue());
            if (action != null && (action.name().equals(typed) || isTitle(action, typed, pack))) {
                return action.name();
            }
        }
        return null;
    }

    private static boolean isTitle(Action action, String typed, Pack pack) {
        return pack.languages().stream()
                .anyMatch(language -> AlertMessages.title(action, language).equalsIgnoreCase(typed));
    }

    /** A topic of the pack by its name or label; an unknown one is left to the check. */
    static String topic(String typed, Pack pack) {
        if (pack.records().get(AlertTopics.RECORD) instanceof Value.Rows topics) {
            for (Value.Row topic : topics.rows()) {
                if (topic.fields().get("label") instanceof Value.Translated label
                        && topic.fields().get("value") instanceof Value.Text name
                        && label.words().values().stream().anyMatch(each -> each.equalsIgnoreCase(typed))) {
                    return name.text();
                }
            }
        }
        return typed.isEmpty() ? Subscription.ALL : typed.toLowerCase(Locale.ROOT);
    }

    /** A time as the desk wrote it when it was given, which may be over by now, or in the words of a form. */
    private static @Nullable Instant time(
            String typed,
            BiFunction<String, Instant, ExactTime.Reading> read,
            Instant now,
            List<Map<String, String>> problems) {
        Optional<Instant> time = AlertTime.written(typed);
        if (time.isEmpty() && read.apply(typed, now) instanceof ExactTime.At at) {
            time = Optional.of(at.time().toInstant());
        } else if (time.isEmpty()) {
            problems.add(Map.of("kind", "time", "typed", typed));
        }
        return time.orElse(null);
    }
}
