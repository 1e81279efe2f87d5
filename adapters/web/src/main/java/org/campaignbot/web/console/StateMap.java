package org.campaignbot.web.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.campaignbot.directory.States;
import org.campaignbot.outcomes.Figure;

/**
 * A map of the states with a figure for each, and the same as rows of a table. Only figures from ten on are told; shades go by steps of
 * tens, and larger states bear their figure, so that no color is the only sign.
 *
 * @param rows the states from ten on, and places that aren't on the map, the largest first
 * @param steps what the shades stand for, the lightest first
 */
public record StateMap(List<Area> areas, List<PeoplePage.Count> rows, List<Step> steps) {

    /** How many shades there are above the one for less than ten. */
    private static final int SHADES = 4;

    /** How much room a figure needs, in units of the map. */
    private static final long ROOM = 11;

    private static final long ROOM_ON_PHONES = 28;

    private static final long TENS = 10;

    /** The states that are on the map, and the District of Columbia. */
    static final NavigableSet<String> STATES = onTheMap();

    private static final List<Shape> SHAPES = shapes();

    private record Shape(String code, int x, int y, int room, String path) {}

    /**
     * A state on the map.
     *
     * @param shade 0 for less than ten, then the larger the more
     * @param label what stands on it; empty for nothing
     * @param isRoomy whether the label fits where the map is as small as a phone, too
     */
    public record Area(
            String name, String path, int shade, int x, int y, String label, boolean isRoomy, String figure) {}

    /** What a shade stands for. */
    public record Step(int shade, String words) {}

    /** The places that have votes in the House, so that they are states or the District. */
    private static NavigableSet<String> onTheMap() {
        NavigableSet<String> states = new TreeSet<>(States.codes());
        states.removeIf(each -> !States.hasSenators(each) && !each.equals("DC"));
        return states;
    }

    private static List<Shape> shapes() {
        List<Shape> shapes = new ArrayList<>();
        try (InputStream in = StateMap.class.getResourceAsStream("state-shapes.txt")) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks the shapes of the states");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] parts = line.split(" ", 5);
                shapes.add(new Shape(
                        parts[0],
                        Integer.parseInt(parts[1]),
                        Integer.parseInt(parts[2]),
                        Integer.parseInt(parts[3]),
                        parts[4]));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return List.copyOf(shapes);
    }

    /**
     * A map of figures.
     *
     * @param byCode by the postal codes of the states; others are left out
     */
    static StateMap of(Map<String, Figure> byCode, ConsoleVisit visit) {
        Map<String, Figure> figures = new TreeMap<>(byCode);
        figures.entrySet()
                .removeIf(each ->
                        States.name(each.getKey()).isEmpty() || each.getValue().isFew());
        long most = figures.values().stream().mapToLong(Figure::tens).max().orElse(0);
        long step = Math.max(TENS, (most + SHADES * TENS - 1) / (SHADES * TENS) * TENS);
        List<Area> areas = SHAPES.stream()
                .map(shape -> {
                    Figure figure = figures.getOrDefault(shape.code(), Figure.of(0));
                    String shown = ConsoleVisit.number(figure.tens());
                    return new Area(
                            States.nameOrCode(shape.code()),
                            shape.path(),
                            (int) ((figure.tens() + step - 1) / step),
                            shape.x(),
                            shape.y(),
                            figure.isFew() || shape.room() < ROOM ? "" : shown,
                            shape.room() >= ROOM_ON_PHONES,
                            figure.isFew() ? visit.say("map.few") : shown);
                })
                .toList();
        List<PeoplePage.Count> rows = figures.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Figure> each) ->
                                each.getValue().tens())
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .map(each -> new PeoplePage.Count(
                        States.nameOrCode(each.getKey()),
                        ConsoleVisit.number(each.getValue().tens())))
                .toList();
        return new StateMap(areas, rows, steps(step, most, visit));
    }

    private static List<Step> steps(long step, long most, ConsoleVisit visit) {
        List<Step> steps = new ArrayList<>(List.of(new Step(0, visit.say("map.few"))));
        for (int shade = 1; shade <= SHADES && (shade - 1) * step < most; shade++) {
            String from = ConsoleVisit.number((shade - 1) * step + TENS);
            String to = ConsoleVisit.number(shade * step);
            steps.add(new Step(shade, from.equals(to) ? from : visit.say("map.range", from, to)));
        }
        return steps;
    }
}
