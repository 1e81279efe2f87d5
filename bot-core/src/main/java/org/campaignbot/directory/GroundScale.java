package org.campaignbot.directory;

/**
 * Meters per degree around a point, on the WGS 84 ellipsoid. Within 5 km the ground is flat to better than one part in a
 * thousand, at the latitudes where people live.
 *
 * @param east meters per degree of longitude
 * @param north meters per degree of latitude
 */
record GroundScale(double east, double north) {

    private static final double EQUATOR_METRES = 6_378_137.0;
    private static final double ECCENTRICITY_SQUARED = 0.00669437999014;

    static GroundScale at(double latitude) {
        double radians = Math.toRadians(latitude);
        double sine = Math.sin(radians);
        double bulge = 1 - ECCENTRICITY_SQUARED * sine * sine;
        double across = EQUATOR_METRES / Math.sqrt(bulge);
        double along = across * (1 - ECCENTRICITY_SQUARED) / bulge;
        return new GroundScale(Math.toRadians(across * Math.cos(radians)), Math.toRadians(along));
    }

    /** The squared distance in meters from a point to a line, both given in degrees from the same origin. */
    double squareTo(double x1, double y1, double x2, double y2) {
        double ax = x1 * east;
        double ay = y1 * north;
        double dx = (x2 - x1) * east;
        double dy = (y2 - y1) * north;
        double length = dx * dx + dy * dy;
        double along = length == 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length));
        double px = ax + along * dx;
        double py = ay + along * dy;
        return px * px + py * py;
    }
}
