package org.campaignbot.directory;

/** A point on Earth in WGS 84 degrees, as shared by a phone. */
public record Position(double latitude, double longitude) {

    private static final double EARTH_METRES = 6_371_009;

    /** Whether the point exists: latitude within 90 degrees, longitude within 180, neither of them NaN. */
    public boolean isOnEarth() {
        return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
    }

    /** The distance to another point in meters, on a sphere with the Earth's mean radius: accurate to half a percent. */
    public double metresTo(Position other) {
        double north = Math.toRadians(other.latitude - latitude);
        double east = Math.toRadians(other.longitude - longitude);
        double across = Math.cos(Math.toRadians(latitude)) * Math.cos(Math.toRadians(other.latitude));
        double haversine = square(Math.sin(north / 2)) + across * square(Math.sin(east / 2));
        return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(haversine)));
    }

    private static double square(double number) {
        return number * number;
    }
}
