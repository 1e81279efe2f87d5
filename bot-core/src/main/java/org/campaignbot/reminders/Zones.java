package org.campaignbot.reminders;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.campaignbot.conversation.JavaStep;
import org.campaignbot.flow.Fold;
import org.campaignbot.flow.TypedSentences;
import org.campaignbot.times.ZoneWords;

/** The fact with the person's time zone, and the zones that people name in what they write. */
final class Zones {

    /** The saved fact: an IANA name, such as {@code America/Chicago}. */
    static final String ZONE = "zone";

    /** More words than this say more than a time zone. */
    private static final int MOST_WORDS = 9;

    /** Names that mean something else inside a sentence, such as a state, "this" or downtown: there they need a word that tells. */
    private static final Set<String> DOUBTFUL = Set.of("et", "ct", "mt", "pt", "ast", "sst", "este", "centro");

    /** Words before a doubtful name, or after it, that make it a zone's. */
    private static final Set<String> TELLING = Set.of("del", "hora", "time", "zone", "zona");

    /** Washington, D.C., unless it's the answer to where somebody lives. */
    private static final Pattern WASHINGTON =
            Pattern.compile("\\b(dc|washington) time\\b|\\bhora de (washington|dc)\\b");

    /** What a zone's name follows in a sentence: "9 am eastern", "at noon est". */
    private static final Pattern CLOCK = Pattern.compile("\\d{1,2}(am|pm)?|am|pm|noon|mediodia|oclock");

    private Zones() {}

    /** The zone that words name and nothing else, such as "Eastern time" or "hora del este". */
    static Optional<ZoneId> named(String text) {
        String folded = Fold.fold(text)
                .replaceFirst("^(the |la )?((hora|tiempo) )?", "")
                .replaceFirst(" (standard time|daylight time|time|time zone|zone)$", "");
        return ZoneWords.zone(folded);
    }

    /** The one zone that a short answer names among other words, such as "pacific duh" or "ya te dije pacífico". */
    static Optional<ZoneId> answered(String text) {
        List<String> words = List.of(Fold.fold(text).split(" ", -1));
        return words.size() > MOST_WORDS ? Optional.empty() : only(words, DOUBTFUL);
    }

    /**
     * The one zone that a text about something else names for sure, as in "tomorrow at nine Pacific time" and "Central. mornings about
     * ten".
     */
    static Optional<ZoneId> mentioned(String text) {
        List<String> sentences = TypedSentences.in(text);
        Optional<ZoneId> alone = sentences.size() < 2
                ? Optional.empty()
                : sentences.stream()
                        .flatMap(sentence -> named(sentence).stream())
                        .findFirst();
        if (alone.isPresent()) {
            return alone;
        }
        String folded = Fold.fold(text);
        return WASHINGTON.matcher(folded).find()
                ? ZoneWords.zone("eastern")
                : only(List.of(folded.split(" ", -1)), ZoneWords.all());
    }

    /** The one zone among some words; a doubtful name counts only beside a word that tells. */
    private static Optional<ZoneId> only(List<String> words, Set<String> doubtful) {
        Set<ZoneId> zones = IntStream.range(0, words.size())
                .filter(i -> !doubtful.contains(words.get(i)) || isTold(words, i))
                .mapToObj(i -> ZoneWords.zone(words.get(i)))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return zones.size() == 1 ? Optional.of(zones.iterator().next()) : Optional.empty();
    }

    private static boolean isTold(List<String> words, int at) {
        if (at > 0 && CLOCK.matcher(words.get(at - 1)).matches()) {
            return true;
        }
        boolean isTime = at + 1 < words.size() && TELLING.contains(words.get(at + 1));
        return isTime
                || (at > 0 && TELLING.contains(words.get(at - 1)))
                || (at > 1 && TELLING.contains(words.get(at - 2)));
    }

    /** The zone of a conversation, if known. */
    static Optional<ZoneId> of(JavaStep.Facts facts) {
        String kept = facts.text(ZONE);
        try {
            return kept == null ? Optional.empty() : Optional.of(ZoneId.of(kept));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }
}
