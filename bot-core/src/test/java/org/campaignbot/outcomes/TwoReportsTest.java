package org.campaignbot.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.campaignbot.outcomes.OutcomeReport.By;

/**
 * Asks for two reports as a curious organizer would, and looks for a count under ten that only one number fits.
 *
 * <p>A count is safe if another history gives the same two reports and has another number there: a person more or less, made up
 * for in up to two other places where a total would tell.
 */
class TwoReportsTest {

    private static final List<String> OUTCOMES = List.of("spoke", "busy");
    private static final List<String> SEATS = List.of("NY-S1", "NY-S3", "VT-S1");

    /** Mondays, two of them in a month. */
    private static final List<LocalDate> DAYS = List.of(
            LocalDate.of(2027, 1, 18), LocalDate.of(2027, 1, 25), LocalDate.of(2027, 2, 1), LocalDate.of(2027, 2, 8));

    private static final List<YearMonth> MONTHS = List.of(YearMonth.of(2027, 1), YearMonth.of(2027, 2));
    private static final int BY_SEAT = OUTCOMES.size() * SEATS.size() * DAYS.size();
    private static final int ALL = BY_SEAT + OUTCOMES.size() * MONTHS.size();

    /** Two seats that swap a person between two weeks are four changes, and leave every total as it is. */
    private static final int MOST_CHANGES = 4;

    /** The cells of everything that can be counted by outcome, seat and a run of weeks; added up for thousands of histories. */
    private static final int[][] COUNTED = counted();

    /** The cells of the same outcome and month as a cell by language. */
    private static final int[][] BY_MONTH = IntStream.range(BY_SEAT, ALL)
            .mapToObj(cell -> cells(outcome(cell), "", DAYS)
                    .filter(each -> YearMonth.from(day(each)).equals(month(cell)))
                    .toArray())
            .toArray(int[][]::new);

    private static final Map<String, Set<String>> KNOWN = Map.of("call", Set.copyOf(OUTCOMES));

    /** Something that somebody may ask for. */
    interface Request {
        Object answer(History history);
    }

    /** A report. */
    record ReportOf(By by, Period period) implements Request {
        @Override
        public OutcomeReport answer(History history) {
            return OutcomeReport.of(by, period, history, KNOWN);
        }
    }

    /** The map of the states in the console. */
    record MapOf(Period period) implements Request {
        @Override
        public Map<String, Figure> answer(History history) {
            // A state with few looks like one without any.
            Map<String, Figure> shown = new TreeMap<>(OutcomeReport.byState(period, history));
            shown.values().removeIf(Figure::isFew);
            return shown;
        }
    }

    /** What happened: the people by outcome, seat and day, and how many of an outcome and month told it in Spanish. */
    private static final class History implements Tally {

        private final int[] people;

        History(int... people) {
            this.people = people;
        }

        @Override
        public void count(String doer, Deed deed, String outcome, Way way, Instant at) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void takeBack(String doer, Deed deed, Instant at) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<SeatTotal> bySeat(Period period) {
            return cells("", "", DAYS)
                    .filter(cell -> people[cell] > 0 && period.contains(day(cell)))
                    .mapToObj(cell -> new SeatTotal("call", outcome(cell), seat(cell), day(cell), people[cell]))
                    .toList();
        }

        @Override
        public List<WayTotal> byWay(Period period) {
            return IntStream.range(BY_SEAT, ALL)
                    .filter(cell -> period.months().contains(month(cell)))
                    .boxed()
                    .flatMap(cell -> Stream.of(way(cell, "es", people[cell]), way(cell, "en", english(cell))))
                    .toList();
        }

        private static WayTotal way(int cell, String language, int people) {
            return new WayTotal("call", outcome(cell), language, "paper", month(cell), people);
        }

        int english(int cell) {
            return sum(BY_MONTH[cell - BY_SEAT]) - people[cell];
        }

        private int sum(int[] cells) {
            int sum = 0;
            for (int cell : cells) {
                sum += people[cell];
            }
            return sum;
        }

        boolean isPossible() {
            for (int cell = 0; cell < ALL; cell++) {
                if (people[cell] < 0 || (cell >= BY_SEAT && english(cell) < 0)) {
                    return false;
                }
            }
            return true;
        }

        /** The histories with this many changes by one person, none of them before a cell. */
        Stream<History> changed(int changes, int from) {
            return changes == 0
                    ? Stream.of(this)
                    : IntStream.range(from, ALL)
                            .boxed()
                            .flatMap(cell -> Stream.of(1, -1).flatMap(more -> {
                                int[] others = people.clone();
                                others[cell] += more;
                                return new History(others).changed(changes - 1, cell + 1);
                            }));
        }

        /** Everything that can be counted: by outcome, seat and a run of weeks, and by outcome, language and month. */
        int[] counts() {
            int[] counts = new int[COUNTED.length + 2 * (ALL - BY_SEAT)];
            int next = 0;
            for (int[] cells : COUNTED) {
                counts[next++] = sum(cells);
            }
            for (int cell = BY_SEAT; cell < ALL; cell++) {
                counts[next++] = people[cell];
                counts[next++] = english(cell);
            }
            return counts;
        }

        @Override
        public String toString() {
            return Arrays.toString(people);
        }
    }

    private static int[][] counted() {
        List<int[]> counted = new ArrayList<>();
        for (String outcome : List.of("", "spoke", "busy")) {
            for (String seat : List.of("", "NY", "NY-S1", "NY-S3", "VT-S1")) {
                for (int first = 0; first < DAYS.size(); first++) {
                    for (int last = first; last < DAYS.size(); last++) {
                        counted.add(cells(outcome, seat, DAYS.subList(first, last + 1))
                                .toArray());
                    }
                }
            }
        }
        return counted.toArray(int[][]::new);
    }

    private static IntStream cells(String outcome, String seat, List<LocalDate> days) {
        return IntStream.range(0, BY_SEAT)
                .filter(cell -> (outcome.isEmpty() || outcome(cell).equals(outcome))
                        && seat(cell).startsWith(seat)
                        && days.contains(day(cell)));
    }

    private static String outcome(int cell) {
        return OUTCOMES.get(cell < BY_SEAT ? cell / (SEATS.size() * DAYS.size()) : (cell - BY_SEAT) / MONTHS.size());
    }

    private static String seat(int cell) {
        return SEATS.get(cell / DAYS.size() % SEATS.size());
    }

    private static LocalDate day(int cell) {
        return DAYS.get(cell % DAYS.size());
    }

    private static YearMonth month(int cell) {
        return MONTHS.get((cell - BY_SEAT) % MONTHS.size());
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void noTwoReportsTellACountUnderTen(
            @ForAll("histories") History history, @ForAll("requests") Request one, @ForAll("requests") Request other) {
        assertThat(told(history, one, other))
                .as("the counts under ten that no other number fits")
                .isEqualTo(new BitSet());
    }

    /** Only a history in which two seats swap a person between two weeks gives the same reports. */
    @Example
    void aNineBesideATotalOfTensIsNotToldEither() {
        History history = new History(
                0, 0, 19, 26, 7, 2, 45, 5, 4, 11, 7, 6, 33, 0, 11, 10, 0, 8, 0, 9, 19, 8, 8, 1, 21, 0, 9, 10);
        Request both = new ReportOf(By.SEAT, Period.ofWeeks(DAYS.get(2), DAYS.get(3)));
        Request last = new ReportOf(By.SEAT, Period.ofWeeks(DAYS.get(3), DAYS.get(3)));
        assertThat(told(history, both, last)).isEqualTo(new BitSet());
    }

    /** The counts under ten that two answers tell, since no history with another number there would give the same answers. */
    private static BitSet told(History history, Request one, Request other) {
        List<Object> seen = List.<Object>of(one.answer(history), other.answer(history));
        int[] counts = history.counts();
        BitSet known = new BitSet();
        IntStream.range(0, counts.length).filter(each -> counts[each] < 10).forEach(known::set);
        for (int changes = 1; changes <= MOST_CHANGES && !known.isEmpty(); changes++) {
            history.changed(changes, 0)
                    .filter(another -> another.isPossible() && differs(known, counts, another.counts()))
                    .filter(another ->
                            List.of(one.answer(another), other.answer(another)).equals(seen))
                    .takeWhile(another -> !known.isEmpty())
                    .forEach(another -> {
                        int[] others = another.counts();
                        known.stream()
                                .filter(each -> others[each] != counts[each])
                                .forEach(known::clear);
                    });
        }
        return known;
    }

    private static boolean differs(BitSet known, int[] counts, int[] others) {
        return known.stream().anyMatch(each -> others[each] != counts[each]);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void allFiguresAreTensAtOrBelowTheTruth(@ForAll("histories") History history, @ForAll("reports") ReportOf request) {
        assertThat(request.answer(history).lines()).allSatisfy(line -> {
            long truth = history.bySeat(request.period).stream()
                    .filter(each -> line.outcome().isEmpty() || each.outcome().equals(line.outcome()))
                    .mapToLong(Tally.SeatTotal::count)
                    .sum();
            assertThat(line.figure().tens() % 10).isZero();
            assertThat(line.figure().tens()).isLessThanOrEqualTo(truth);
            if (line.part().isEmpty()) {
                assertThat(line.figure().tens()).isEqualTo(truth / 10 * 10);
            }
        });
    }

    @Example
    void whatSubtractingOneReportFromTheOtherGivesIsNoCount() {
        int[] people = new int[ALL];
        people[0] = 18;
        people[1] = 7;
        ReportOf both = new ReportOf(By.OUTCOME, Period.ofWeeks(DAYS.get(0), DAYS.get(1)));
        ReportOf first = new ReportOf(By.OUTCOME, Period.ofWeeks(DAYS.get(0), DAYS.get(0)));
        assertThat(Stream.of(both, first).map(each -> each.answer(new History(people))))
                .extracting(report -> report.lines().get(0).figure().tens())
                .containsExactly(20L, 10L);
    }

    @Provide
    Arbitrary<History> histories() {
        Arbitrary<Integer> few = Arbitraries.integers().between(0, 12);
        Arbitrary<Integer> many = Arbitraries.integers().between(0, 60);
        return Arbitraries.frequencyOf(Tuple.of(3, few), Tuple.of(1, many), Tuple.of(1, Arbitraries.of(0, 9, 10, 19)))
                .array(int[].class)
                .ofSize(ALL)
                .map(History::new)
                .filter(History::isPossible);
    }

    @Provide
    Arbitrary<Request> requests() {
        return Arbitraries.of(Stream.concat(
                        reportsThere().stream().<Request>map(each -> each),
                        periods().stream().<Request>map(MapOf::new))
                .toList());
    }

    @Provide
    Arbitrary<ReportOf> reports() {
        return Arbitraries.of(reportsThere());
    }

    private static List<ReportOf> reportsThere() {
        return Stream.of(By.values())
                .flatMap(by -> periods().stream().filter(by::fits).map(period -> new ReportOf(by, period)))
                .toList();
    }

    private static List<Period> periods() {
        List<Period> periods = new ArrayList<>();
        for (int first = 0; first < DAYS.size(); first++) {
            for (int last = first; last < DAYS.size(); last++) {
                periods.add(Period.ofWeeks(DAYS.get(first), DAYS.get(last)));
            }
        }
        periods.add(Period.ofMonths(MONTHS.get(0), MONTHS.get(0)));
        periods.add(Period.ofMonths(MONTHS.get(1), MONTHS.get(1)));
        periods.add(Period.ofMonths(MONTHS.get(0), MONTHS.get(1)));
        return periods;
    }
}
