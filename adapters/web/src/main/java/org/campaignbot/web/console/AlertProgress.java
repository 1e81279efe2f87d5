package org.campaignbot.web.console;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.audience.SmallCells;
import org.campaignbot.alert.sending.AlertFigures;
import org.campaignbot.outcomes.Figure;
import org.campaignbot.outcomes.Tally;

/** How far an alert has come and what came of it, counted once in a while however many watch. */
public final class AlertProgress {

    /** For so long figures are shown before they're counted again. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    /** Figures are kept for at least so many times as long as it took to count them, so that counting takes about 1 % of a core. */
    private static final int TIMES_AS_LONG = 100;

    /** However long a count took, it is shown for no longer than this. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** Why somebody wasn't sent an alert that organizers stopped. */
    private static final String STOPPED = "stopped";

    private final InstantSource clock;

    /** However many watch an alert, its recipients are counted once in a while. */
    private final Cache<String, Counted> figures;

    private record Counted(AlertFigures.Figures figures, Duration took) {
        Duration fresh() {
            Duration longer = took.multipliedBy(TIMES_AS_LONG);
            return Collections.min(List.of(LONGEST, Collections.max(List.of(FRESH, longer))));
        }
    }

    AlertProgress(InstantSource clock) {
        this.clock = clock;
        this.figures = Caffeine.newBuilder()
                .maximumSize(100)
                .expireAfter(Expiry.<String, Counted>creating((key, counted) -> counted.fresh()))
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .build();
    }

    /**
     * What came of an alert, in pictures with their tables.
     *
     * @param outcomes the table of the chart
     * @param map whom it was sent to, by state
     */
    public record Pictures(BarChart chart, List<PeoplePage.Count> outcomes, StateMap map) {}

    /**
     * What happened to an alert, as it may be shown.
     *
     * @param all everybody it was or will be sent to
     * @param over how many of them it has been settled for
     * @param stopped how many it wasn't sent to because organizers stopped it
     * @param isMoving whether the figures change by themselves
     */
    public record Figures(
            String stage,
            long all,
            long over,
            boolean isMoving,
            long sent,
            long waiting,
            long failed,
            long stopped,
            long unknown,
            long late,
            long leftOut,
            String started,
            String acted,
            String left,
            SortedMap<String, String> outcomes,
            SortedMap<String, String> byState) {}

    /** What happened to it, counted a moment ago at most. */
    AlertFigures.Figures counted(ConsoleVisit visit, Alert alert) {
        if (visit.isTraining()) {
            // One person looks, and another's training may have an alert of the same id.
            return visit.host().desk().report(alert.id());
        }
        // Of each version anew, so that the page of one that is done doesn't show what was there just before.
        return figures.get(alert.id() + "/" + alert.version(), key -> {
                    long begin = clock.millis();
                    AlertFigures.Figures counted = visit.host().desk().report(alert.id());
                    return new Counted(counted, Duration.ofMillis(Math.max(0, clock.millis() - begin)));
                })
                .figures();
    }

    /** The same, as it may be shown. */
    Figures shown(ConsoleVisit visit, Alert alert) {
        AlertFigures.Figures counted = counted(visit, alert);
        long stopped = counted.failed().getOrDefault(STOPPED, 0L);
        long failed = sum(counted.failed()) - stopped;
        long over = counted.sent() + failed + stopped + counted.expired() + counted.unknown();
        return new Figures(
                visit.say("stage." + alert.stage().word()),
                over + counted.waiting(),
                over,
                !alert.stage().isFinal(),
                counted.sent(),
                counted.waiting(),
                failed,
                stopped,
                counted.unknown(),
                counted.expired(),
                counted.leftOut(),
                did(visit, counted.started()),
                did(visit, sum(counted.outcomes())),
                did(visit, counted.optOuts()),
                SmallCells.shown(counted.outcomes()),
                SmallCells.shown(counted.byState()));
    }

    /** What came of one that is over. */
    Pictures pictures(ConsoleVisit visit, Alert alert) {
        AlertFigures.Figures counted = counted(visit, alert);
        String action = visit.host().composing().counted(alert.draft().action());
        List<Map.Entry<String, Figure>> outcomes = Figure.of(new TreeMap<>(counted.outcomes())).entrySet().stream()
                .map(each -> Map.entry(CountedWords.of(action, each.getKey(), visit), each.getValue()))
                .toList();
        return new Pictures(
                BarChart.of(outcomes, visit),
                outcomes.stream()
                        .map(each -> new PeoplePage.Count(each.getKey(), visit.figure(each.getValue())))
                        .toList(),
                StateMap.of(Figure.of(counted.byState()), visit));
    }

    /** How many did something, as it may be shown: rounded down to tens. */
    private static String did(ConsoleVisit visit, long count) {
        return count == 0 ? "0" : visit.figure(Figure.of(count));
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Says what a figure of a report counts, in words; what a campaign counts beyond the usual is called as it calls it. */
    static final class CountedWords {

        private CountedWords() {}

        /**
         * As {@code Calls, left a voicemail}.
         *
         * @param action what was done, perhaps {@linkplain Tally.Deed#isOnWeb on the web}
         * @param outcome how it went; empty for all of the action
         */
        static String of(String action, String outcome, ConsoleVisit visit) {
            Tally.Deed deed = new Tally.Deed(action, "");
            String words = words(deed.plainAction(), outcome, visit);
            return deed.isOnWeb() ? visit.say("report.on-web", words) : words;
        }

        private static String words(String action, String outcome, ConsoleVisit visit) {
            String key = "counted." + action + (outcome.isEmpty() ? "" : "." + outcome);
            if (visit.knows(key)) {
                return visit.say(key);
            }
            return outcome.isEmpty() ? action : words(action, "", visit) + ": " + outcome;
        }
    }
}
