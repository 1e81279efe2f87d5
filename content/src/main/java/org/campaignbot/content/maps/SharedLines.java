package org.campaignbot.content.maps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.campaignbot.directory.District;
import org.campaignbot.directory.Topology;

/**
 * Makes boundaries with shared lines of outlines that each draw their own. Points are moved to a grid of 0.00005 degrees, some five
 * meters; a line is cut where a third one meets it.
 */
final class SharedLines {

    /** The grid's cells in a degree. */
    static final int IN_A_DEGREE = 20_000;

    private final Map<Long, long[]> neighbors = new HashMap<>();
    private final Map<List<Long>, Integer> numbers = new HashMap<>();
    private final List<long[]> lines = new ArrayList<>();

    private SharedLines() {}

    static Topology of(List<DistrictOutline> outlines) {
        SharedLines shared = new SharedLines();
        Map<District, List<List<long[]>>> rings = new LinkedHashMap<>();
        for (DistrictOutline outline : outlines) {
            List<List<long[]>> polygons = rings.computeIfAbsent(outline.district(), each -> new ArrayList<>());
            for (List<double[]> polygon : outline.polygons()) {
                List<long[]> kept = new ArrayList<>();
                for (double[] ring : polygon) {
                    long[] onGrid = onGrid(ring);
                    if (onGrid.length >= 3) {
                        kept.add(onGrid);
                    } else if (kept.isEmpty()) {
                        break; // an island smaller than the grid, with all that is in it
                    }
                }
                if (!kept.isEmpty()) {
                    polygons.add(kept);
                }
            }
        }
        rings.values().forEach(polygons -> polygons.forEach(polygon -> polygon.forEach(shared::note)));
        List<Topology.Shape> shapes = new ArrayList<>();
        rings.forEach((district, polygons) -> shapes.add(new Topology.Shape(
                district,
                polygons.stream()
                        .map(polygon -> polygon.stream().map(shared::cut).toList())
                        .toList())));
        return new Topology(shared.lines.stream().map(SharedLines::degrees).toList(), shapes);
    }

    /** The corners of a ring, each once, without those that fall together. */
    private static long[] onGrid(double[] ring) {
        long[] points = new long[ring.length / 2];
        int size = 0;
        for (int i = 0; i + 1 < ring.length; i += 2) {
            long point = point(Math.round(ring[i] * IN_A_DEGREE), Math.round(ring[i + 1] * IN_A_DEGREE));
            if (size == 0 || points[size - 1] != point) {
                points[size++] = point;
            }
        }
        while (size > 1 && points[0] == points[size - 1]) {
            size--;
        }
        return Arrays.copyOf(points, size);
    }

    private static long point(long x, long y) {
        return x << 32 | (y & 0xFFFFFFFFL);
    }

    private static double[] degrees(long[] points) {
        double[] line = new double[2 * points.length];
        for (int i = 0; i < points.length; i++) {
            line[2 * i] = (points[i] >> 32) / (double) IN_A_DEGREE;
            line[2 * i + 1] = (int) points[i] / (double) IN_A_DEGREE;
        }
        return line;
    }

    /** Notes to which other corners each corner has a line: with more than two it's a place to cut. */
    private void note(long[] ring) {
        for (int i = 0; i < ring.length; i++) {
            connect(ring[i], ring[(i + 1) % ring.length]);
            connect(ring[(i + 1) % ring.length], ring[i]);
        }
    }

    private void connect(long from, long to) {
        long[] known = neighbors.getOrDefault(from, new long[0]);
        for (long each : known) {
            if (each == to) {
                return;
            }
        }
        long[] more = Arrays.copyOf(known, known.length + 1);
        more[known.length] = to;
        neighbors.put(from, more);
    }

    /** The numbers of the lines of a ring. One without a place to cut is a line of its own, from its lowest corner. */
    private int[] cut(long[] ring) {
        int start = -1;
        for (int i = 0; i < ring.length && start < 0; i++) {
            start = isCut(ring[i]) ? i : -1;
        }
        if (start < 0) {
            start = 0;
            for (int i = 1; i < ring.length; i++) {
                start = ring[i] < ring[start] ? i : start;
            }
        }
        List<Integer> references = new ArrayList<>();
        List<Long> line = new ArrayList<>(List.of(ring[start]));
        for (int i = 1; i <= ring.length; i++) {
            long corner = ring[(start + i) % ring.length];
            line.add(corner);
            if (i == ring.length || isCut(corner)) {
                references.add(reference(line));
                line = new ArrayList<>(List.of(corner));
            }
        }
        return references.stream().mapToInt(each -> each).toArray();
    }

    private boolean isCut(long corner) {
        return neighbors.getOrDefault(corner, new long[0]).length > 2;
    }

    private int reference(List<Long> line) {
        List<Long> backwards = new ArrayList<>(line);
        Collections.reverse(backwards);
        Integer same = numbers.get(line);
        Integer reverse = numbers.get(backwards);
        if (same != null) {
            return same;
        } else if (reverse != null) {
            return ~reverse;
        }
        numbers.put(List.copyOf(line), lines.size());
        lines.add(line.stream().mapToLong(each -> each).toArray());
        return lines.size() - 1;
    }
}
