package org.campaignbot.directory;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.hprtree.HPRtree;

/** The area of each district, as JTS polygons behind an index of their bounding boxes. */
final class Shapes {

    static final int NOWHERE = -1;

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private final List<IndexedPointInAreaLocator> locators = new ArrayList<>();
    private final HPRtree bounds = new HPRtree();
    private final Topology topology;

    Shapes(Topology topology) {
        this.topology = topology;
        for (Topology.Shape shape : topology.shapes()) {
            MultiPolygon area = area(topology.arcs(), shape);
            Integer number = locators.size();
            // Built when the first point is checked against it: most processes only check a few districts.
            locators.add(new IndexedPointInAreaLocator(area));
            for (int i = 0; i < area.getNumGeometries(); i++) {
                bounds.insert(area.getGeometryN(i).getEnvelopeInternal(), number);
            }
        }
        bounds.build();
    }

    /** The number of the district that contains the point, including its border, or {@link #NOWHERE}. */
    int at(double latitude, double longitude) {
        Coordinate point = new Coordinate(longitude, latitude);
        int[] found = {NOWHERE};
        bounds.query(new Envelope(point), item -> {
            Integer number = (Integer) item;
            if (found[0] == NOWHERE && locators.get(number).locate(point) != Location.EXTERIOR) {
                found[0] = number;
            }
        });
        return found[0];
    }

    /** A point well inside a district, halfway up its largest part; a centroid can lie outside, or right at a border. */
    Position middle(int number) {
        Point middle = area(topology.arcs(), topology.shapes().get(number)).getInteriorPoint();
        return new Position(middle.getY(), middle.getX());
    }

    private static MultiPolygon area(List<double[]> arcs, Topology.Shape shape) {
        List<Polygon> parts = new ArrayList<>();
        for (List<int[]> rings : shape.polygons()) {
            LinearRing outer = ring(arcs, rings.get(0));
            LinearRing[] holes =
                    rings.stream().skip(1).map(hole -> ring(arcs, hole)).toArray(LinearRing[]::new);
            parts.add(GEOMETRY.createPolygon(outer, holes));
        }
        return GEOMETRY.createMultiPolygon(parts.toArray(Polygon[]::new));
    }

    private static LinearRing ring(List<double[]> arcs, int[] references) {
        List<Coordinate> points = new ArrayList<>();
        for (int reference : references) {
            double[] arc = arcs.get(reference < 0 ? ~reference : reference);
            int count = arc.length / 2;
            // An arc begins where the one before it ends.
            for (int i = points.isEmpty() ? 0 : 1; i < count; i++) {
                int at = 2 * (reference < 0 ? count - 1 - i : i);
                points.add(new Coordinate(arc[at], arc[at + 1]));
            }
        }
        return GEOMETRY.createLinearRing(points.toArray(Coordinate[]::new));
    }
}
