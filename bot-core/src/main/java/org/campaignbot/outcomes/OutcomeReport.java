package org.campaignbot.outcomes;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.campaignbot.flow.Operation;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Template;

/**
 * What people did in a period, as it may be shown.
 *
 * <p>There's a line for each action, each of its outcomes, and each part of an outcome. Actions and outcomes of the pack have one
 * even if nobody reported any, so that a line doesn't tell "none" from "few"; so do weeks and months. Any other line is left out if
 * it's under ten.
 *
 * @param lines in the pack's order, each total before its parts
 * @param questions how many people asked something that nobody could answer, by the nearest topic, the most asked first
 */
public record OutcomeReport(By by, Period period, List<Line> lines, List<Question> questions) {

    public OutcomeReport {
        lines = List.copyOf(lines);
        questions = List.copyOf(questions);
    }

    /**
     * A figure with what it counts.
     *
     * @param outcome empty in the total of an action
     * @param part the state, week or the like; empty in the total of an outcome
     */
    public record Line(String action, String outcome, String part, Figure figure) {

        private Map<String, Object> json() {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("action", action);
            row.put("outcome", outcome);
            row.put("part", part);
            row.put("count", figure.toString());
            return row;
        }

        /** Whether it was reported on a web page; such lines have the prefix {@code web:}, come last, and are in no other figure. */
        public boolean isOnWeb() {
            return new Tally.Deed(action, "").isOnWeb();
        }
    }

    /** How many asked something near a topic. */
    public record Question(String topic, Figure figure) {}

    /** What outcomes are split by. */
    public enum By {
        /** Nothing more. */
        OUTCOME,
        /** The postal code of the lawmaker's state. */
        STATE,
        /** The lawmaker's seat, such as {@code NY-S1}. */
        SEAT,
        /** The Monday of the week. */
        WEEK,
        /** The month, as {@code 2026-11}. */
        MONTH,
        /** The language, by its code; months only. */
        LANGUAGE,
        /** The chat app, by its adapter; months only. */
        SURFACE;

        /** The name as it's typed. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What can be typed. */
        public static List<String> words() {
            return Stream.of(values()).map(By::word).toList();
        }

        /** The way of a typed word. */
        public static Optional<By> of(String word) {
            return Stream.of(values()).filter(each -> each.word().equals(word)).findFirst();
        }

        /** Whether a period can be split so: weeks into weeks, months into months; languages and surfaces are kept by month. */
        public boolean fits(Period period) {
            return switch (this) {
                case OUTCOME, STATE, SEAT -> true;
                case WEEK -> period.isWeeks();
                case MONTH, LANGUAGE, SURFACE -> period.isMonths();
            };
        }

        private String part(Tally.SeatTotal total) {
            return switch (this) {
                case STATE -> total.state();
                case SEAT -> total.seat();
                case WEEK ->
                    total.day()
                            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                            .toString();
                case MONTH -> total.day().toString().substring(0, "2026-11".length());
                default -> "";
            };
        }

        /** The parts that have a line whatever their count. */
        private List<String> always(Period period) {
            return switch (this) {
                case WEEK -> period.weeks().stream().map(LocalDate::toString).toList();
                case MONTH -> period.months().stream().map(Object::toString).toList();
                default -> List.of();
            };
        }
    }

    /**
     * Makes a report.
     *
     * @param known the pack's actions with their outcomes, see {@link #known}
     * @throws IllegalArgumentException if the period can't be {@linkplain By#fits split} so
     */
    public static OutcomeReport of(By by, Period period, Tally tally, Map<String, Set<String>> known) {
        if (!by.fits(period)) {
            throw new IllegalArgumentException("no " + by + " in " + period);
        }
        Counts counts = new Counts();
        Map<String, Long> questions = new TreeMap<>();
        for (Tally.SeatTotal total : tally.bySeat(period)) {
            Optional<String> topic = new Tally.Deed(total.action(), total.seat()).topic();
            if (topic.isPresent()) {
                questions.merge(topic.get(), total.count(), Long::sum);
            } else if (by != By.LANGUAGE && by != By.SURFACE) {
                counts.add(total.action(), total.outcome(), by.part(total), total.count());
            }
        }
        if (by == By.LANGUAGE || by == By.SURFACE) {
            for (Tally.WayTotal total : tally.byWay(period)) {
                String part = by == By.LANGUAGE ? total.language() : total.surface();
                counts.add(total.action(), total.outcome(), part, total.count());
            }
        }
        return new OutcomeReport(
                by,
                period,
                counts.lines(known, by.always(period)),
                questions.entrySet().stream()
                        .map(each -> new Question(each.getKey(), Figure.of(each.getValue())))
                        .sorted(Comparator.comparingLong(
                                        (Question each) -> each.figure().tens())
                                .reversed()
                                .thenComparing(Question::topic))
                        .toList());
    }

    /**
     * What people did for lawmakers of each state, by its postal code, all actions and outcomes together. What was reported on the web
     * isn't in it, as in every other figure.
     */
    public static Map<String, Figure> byState(Period period, Tally tally) {
        Map<String, Long> counts = new TreeMap<>();
        for (Tally.SeatTotal total : tally.bySeat(period)) {
            Tally.Deed deed = new Tally.Deed(total.action(), total.seat());
            if (deed.topic().isEmpty() && !deed.isOnWeb() && !total.state().isEmpty()) {
                counts.merge(total.state(), total.count(), Long::sum);
            }
        }
        return Figure.of(counts);
    }

    /**
     * Comma-separated rows: one for each figure; a total has an empty outcome or part.
     *
     * @param numbers the phone numbers that people report as wrong
     */
    public List<String> csv(List<WrongNumbers.Reported> numbers) {
        List<String> rows = new ArrayList<>(List.of("action,outcome,part,count"));
        lines.forEach(line -> rows.add(CsvLine.of(line.action(), line.outcome(), line.part(), line.figure())));
        questions.forEach(each -> rows.add(CsvLine.of("question", "unanswered", each.topic(), each.figure())));
        numbers.forEach(
                each -> rows.add(CsvLine.of("number", "reported-wrong", each.number(), Figure.of(each.count()))));
        return rows;
    }

    /**
     * The report as programs get it, to be written as JSON.
     *
     * @param numbers the phone numbers that people report as wrong; those with too few reports to be shown are left out
     * @param isOver whether the period has ended
     */
    public Map<String, Object> json(List<WrongNumbers.Reported> numbers, boolean isOver) {
        Map<String, Object> object = json(isOver);
        object.put(
                "wrong_numbers",
                numbers.stream()
                        .filter(WrongNumbers.Reported::isShown)
                        .map(each -> Map.of(
                                "number", each.number(),
                                "count", Figure.of(each.count()).toString(),
                                "latest", each.latest().toString()))
                        .toList());
        return object;
    }

    /** The same without wrong numbers, which are of no period. */
    public Map<String, Object> json(boolean isOver) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("from", period.first().toString());
        object.put("to", period.last().toString());
        object.put("over", isOver);
        object.put("by", by.word());
        object.put("counts", lines.stream().map(Line::json).toList());
        object.put(
                "unanswered",
                questions.stream()
                        .map(each -> Map.of(
                                "topic", each.topic(), "count", each.figure().toString()))
                        .toList());
        return object;
    }

    /** The actions that a pack counts, with their outcomes, in its order. */
    public static Map<String, Set<String>> known(Pack pack) {
        Map<String, Set<String>> known = new LinkedHashMap<>();
        pack.flows().values().stream()
                .flatMap(flow -> flow.steps().values().stream())
                .flatMap(step -> Stream.concat(
                        step.operations().stream(),
                        Optional.ofNullable(step.ask()).stream()
                                .flatMap(ask -> ask.answers().stream())
                                .flatMap(answer -> answer.operations().stream())))
                .filter(each -> each.verb().equals(Operation.COUNT))
                .forEach(each -> {
                    Optional<String> action = fixed(each, "action");
                    Optional<String> outcome = fixed(each, "outcome");
                    if (action.isPresent() && outcome.isPresent()) {
                        known.computeIfAbsent(action.get(), name -> new LinkedHashSet<>())
                                .add(outcome.get());
                    }
                });
        return Collections.unmodifiableMap(known);
    }

    /** An argument that the pack spells out. */
    private static Optional<String> fixed(Operation operation, String argument) {
        Template words = operation.arguments().get(argument);
        List<Template.SpanPattern> spans = words == null || words.blocks().isEmpty()
                ? List.of()
                : words.blocks().get(0).lines().get(0);
        return spans.size() == 1 && spans.get(0) instanceof Template.Fixed fixed
                ? Optional.of(fixed.span().visible())
                : Optional.empty();
    }

    /** True counts by action, outcome and part. */
    private static final class Counts {

        private final Map<String, Map<String, Map<String, Long>>> actions = new TreeMap<>();

        void add(String action, String outcome, String part, long count) {
            actions.computeIfAbsent(action, name -> new TreeMap<>())
                    .computeIfAbsent(outcome, name -> new TreeMap<>())
                    .merge(part, count, Long::sum);
        }

        List<Line> lines(Map<String, Set<String>> known, List<String> always) {
            List<Line> lines = new ArrayList<>();
            for (String action : both(known.keySet(), actions.keySet())) {
                Map<String, Map<String, Long>> outcomes = actions.getOrDefault(action, Map.of());
                Set<String> expected = known.getOrDefault(action, Set.of());
                Figure all = Figure.of(
                        outcomes.values().stream().mapToLong(Counts::sum).sum());
                if (all.isFew() && expected.isEmpty()) {
                    continue;
                }
                lines.add(new Line(action, "", "", all));
                for (String outcome : both(expected, outcomes.keySet())) {
                    Map<String, Long> parts = outcomes.getOrDefault(outcome, Map.of());
                    Figure some = Figure.of(sum(parts));
                    if (!some.isFew() || expected.contains(outcome)) {
                        lines.add(new Line(action, outcome, "", some));
                        both(always, parts.keySet()).stream()
                                .filter(part -> !part.isEmpty())
                                .map(part -> new Line(
                                        action,
                                        outcome,
                                        part,
                                        Figure.of(Objects.requireNonNullElse(parts.get(part), 0L))))
                                .filter(line -> always.contains(line.part())
                                        || !line.figure().isFew())
                                .forEach(lines::add);
                    }
                }
            }
            return lines;
        }

        private static long sum(Map<String, Long> parts) {
            return parts.values().stream().mapToLong(Long::longValue).sum();
        }

        /** Names in their own order, followed by those of others that aren't among them. */
        private static Set<String> both(Collection<String> names, Set<String> others) {
            Set<String> both = new LinkedHashSet<>(names);
            both.addAll(others);
            return both;
        }
    }
}
