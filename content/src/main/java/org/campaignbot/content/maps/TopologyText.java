package org.campaignbot.content.maps;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.campaignbot.directory.Topology;

/** Writes boundaries as TopoJSON (TopoJSON 1.0), on the grid of {@link SharedLines}. */
final class TopologyText {

    private TopologyText() {}

    static String of(Topology topology) {
        StringBuilder text = new StringBuilder("{\"type\":\"Topology\",\"transform\":{\"scale\":[0.00005,0.00005],")
                .append(
                        "\"translate\":[0,0]},\"objects\":{\"districts\":{\"type\":\"GeometryCollection\",\"geometries\":[");
        text.append(topology.shapes().stream()
                .sorted((one, other) -> one.district().compareTo(other.district()))
                .map(shape -> "{\"type\":\"MultiPolygon\",\"id\":\"" + shape.district() + "\",\"arcs\":"
                        + polygons(shape.polygons()) + "}")
                .collect(Collectors.joining(",")));
        text.append("]}},\"arcs\":[");
        for (int i = 0; i < topology.arcs().size(); i++) {
            text.append(i == 0 ? "" : ",");
            line(topology.arcs().get(i), text);
        }
        return text.append("]}\n").toString();
    }

    private static String polygons(List<List<int[]>> polygons) {
        return polygons.stream()
                .map(rings -> rings.stream()
                        .map(ring -> Arrays.stream(ring)
                                .mapToObj(Integer::toString)
                                .collect(Collectors.joining(",", "[", "]")))
                        .collect(Collectors.joining(",", "[", "]")))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static void line(double[] points, StringBuilder text) {
        long x = 0;
        long y = 0;
        text.append('[');
        for (int i = 0; i + 1 < points.length; i += 2) {
            long nextX = Math.round(points[i] * SharedLines.IN_A_DEGREE);
            long nextY = Math.round(points[i + 1] * SharedLines.IN_A_DEGREE);
            text.append(i == 0 ? "[" : ",[")
                    .append(nextX - x)
                    .append(',')
                    .append(nextY - y)
                    .append(']');
            x = nextX;
            y = nextY;
        }
        text.append(']');
    }
}
