package org.campaignbot.alert.check;

import static org.campaignbot.alert.check.Finding.error;
import static org.campaignbot.alert.check.Finding.warning;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.campaignbot.alert.Draft;
import org.campaignbot.alert.check.Finding.Kind;
import org.campaignbot.flow.Action;
import org.campaignbot.flow.Fold;
import org.campaignbot.flow.Nearest;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Value;
import org.campaignbot.people.Language;
import org.campaignbot.subscriptions.AlertTopics;
import org.campaignbot.subscriptions.Subscription;
import org.jspecify.annotations.Nullable;

/** Checks what an alert asks people to do, and what it is about. */
record ActionCheck(Pack pack) {

    /** A word of at least this many letters is distinctive. */
    private static final int TELLING = 5;

    /** Words with this many first letters in common count as the same: "vote" and "votes", "voto" and "votos". */
    private static final int STEM = 5;

    /** How people speak of each chamber that an action's calls may go to. */
    private static final Map<String, Pattern> CHAMBERS = Map.of(
            "senate", words("senat\\w*|senador\\w*|senado"),
            "house",
                    words("your representatives?|(?:su|sus|tu) representantes?|house of representatives"
                            + "|congress(?:man|woman|person)|congresistas?|the house (?:vot\\w+|will vote|is voting|takes up)"
                            + "|in the house|house vote\\w*|la c[aá]mara|c[aá]mara de representantes"));

    private static final Set<String> TELLING_NOTHING = Set.of(
            "about",
            "after",
            "again",
            "before",
            "their",
            "there",
            "these",
            "those",
            "today",
            "which",
            "would",
            "ahora",
            "antes",
            "sobre",
            "entonces",
            "estas",
            "estos",
            "vienen",
            "siguen");

    private static Pattern words(String oneOf) {
        return Pattern.compile(
                "(?<!\\p{L})(?:" + oneOf + ")(?!\\p{L})", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    void check(Draft draft, LocalDate today, List<Finding> findings) {
        action(draft, today, findings);
        topic(draft, findings);
    }

    private void action(Draft draft, LocalDate today, List<Finding> findings) {
        Value record = pack.records().get(draft.action());
        Action action = record == null ? null : Action.of(draft.action(), record);
        if (action == null) {
            findings.add(error(
                    Kind.ACTION_UNKNOWN,
                    "action",
                    Nearest.about(draft.action(), actions(pack)),
                    "the campaign has no action \"" + draft.action() + "\"",
                    Nearest.fix(draft.action(), actions(pack))));
        } else if (!action.on(today).isOpen()) {
            findings.add(error(
                    Kind.ACTION_CLOSED,
                    "action",
                    Map.of("action", draft.action()),
                    "the action " + draft.action() + " is " + closedWord(action.on(today)) + " today",
                    "choose an action that is open, or open this one by ./bot settings"));
        } else {
            if (action.on(today) == Action.Standing.RETARGETED) {
                retargeted(draft, record, findings);
            }
            otherChamber(draft, action, findings);
        }
    }

    /** Warns where the words ask for calls to one chamber and the button's numbers are those of the other. */
    private void otherChamber(Draft draft, Action action, List<Finding> findings) {
        Pattern own = CHAMBERS.get(action.who());
        if (own == null) {
            return;
        }
        said(draft, (language, said) -> {
            String title = text(action.title(), language);
            CHAMBERS.values().stream()
                    .filter(each -> !each.equals(own) && !own.matcher(said).find())
                    .map(each -> each.matcher(said))
                    .filter(Matcher::find)
                    .findFirst()
                    .ifPresent(found -> findings.add(warning(
                            Kind.OTHER_CHAMBER,
                            language.code(),
                            Map.of("words", found.group(), "title", title),
                            "the words speak of \"" + found.group() + "\", and the button is \"" + title + "\"",
                            "choose another action, or say where people find those numbers: my lawmakers")));
        });
    }

    private static String closedWord(Action.Standing standing) {
        return switch (standing) {
            case EARLY -> "not open yet";
            case OVER -> "over";
            default -> "closed";
        };
    }

    /** Checks that the words say what the action is about now, for people who knew it before. */
    private void retargeted(Draft draft, @Nullable Value record, List<Finding> findings) {
        Value note = record instanceof Value.Row row ? row.fields().get("note") : null;
        if (note == null) {
            findings.add(error(
                    Kind.RETARGETED_UNSAID,
                    "action",
                    Map.of("action", draft.action()),
                    "the action " + draft.action() + " has another aim than it had, and its record does not say which",
                    "say it by ./bot settings set " + draft.action() + ".note"));
            return;
        }
        said(draft, (language, said) -> {
            String aim = text(note, language);
            if (!isSaid(aim, text(titleOf(record), language), said)) {
                // Only a person can tell whether other words say the same.
                findings.add(warning(
                        Kind.RETARGETED_UNSAID,
                        language.code(),
                        Map.of("action", draft.action(), "aim", aim),
                        "the action has another aim than it had, and the words do not say which",
                        "its card says \"" + aim + "\" Make sure the words fit"));
            }
        });
    }

    /** Goes through the words in the order of the pack's languages, as forms show them. */
    private void said(Draft draft, BiConsumer<Language, String> check) {
        pack.languages().stream()
                .filter(draft.words()::containsKey)
                .forEach(language -> check.accept(
                        language, Objects.requireNonNull(draft.words().get(language))));
    }

    private static Value titleOf(@Nullable Value record) {
        Value title = record instanceof Value.Row row ? row.fields().get("title") : null;
        return title == null ? new Value.Text("") : title;
    }

    private static String text(Value value, Language language) {
        return value instanceof Value.Translated words
                ? words.in(language)
                : value instanceof Value.Text text ? text.text() : "";
    }

    /** The names of all actions of a pack. */
    private static List<String> actions(Pack pack) {
        return pack.records().entrySet().stream()
                .filter(record -> Action.of(record.getKey(), record.getValue()) != null)
                .map(Map.Entry::getKey)
                .toList();
    }

    private void topic(Draft draft, List<Finding> findings) {
        List<String> topics = topics(pack);
        if (!draft.topic().equals(Subscription.ALL) && !topics.contains(draft.topic())) {
            findings.add(error(
                    Kind.TOPIC_UNKNOWN,
                    "topic",
                    Nearest.about(draft.topic(), topics),
                    "nobody can want alerts about \"" + draft.topic() + "\"",
                    Nearest.fix(draft.topic(), topics)));
        }
    }

    private static List<String> topics(Pack pack) {
        return pack.records().get(AlertTopics.RECORD) instanceof Value.Rows rows
                ? rows.rows().stream()
                        .flatMap(row -> row.fields().get("value") instanceof Value.Text name
                                ? Stream.of(name.text())
                                : Stream.empty())
                        .toList()
                : List.of(Subscription.ALL);
    }

    /** Whether words say what an action is about now: they must share a distinctive word with its record's note. */
    private static boolean isSaid(String note, String title, String words) {
        Set<String> known = stems(title);
        Set<String> telling =
                stems(note).stream().filter(each -> !known.contains(each)).collect(Collectors.toSet());
        Set<String> said = stems(words);
        return telling.isEmpty() || telling.stream().anyMatch(said::contains);
    }

    private static Set<String> stems(String text) {
        return Stream.of(Fold.fold(text).split(" ", -1))
                .filter(word -> word.length() >= TELLING && !TELLING_NOTHING.contains(word))
                .map(word -> word.substring(0, STEM))
                .collect(Collectors.toSet());
    }
}
