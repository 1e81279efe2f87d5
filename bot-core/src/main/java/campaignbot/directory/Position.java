package campaignbot.directory;

/** A point on the Earth in degrees, WGS 84, as a phone shares it. */
public record Position(double latitude, double longitude) {

    /** The mean radius of the Earth (IUGG). */
    private static final double EARTH_METRES = 6_371_009;

    /** The distance to another point in metres along a great circle, right to half a percent. */
    public double metresTo(Position other) {
        double north = Math.toRadians(other.latitude - latitude);
        double east = Math.toRadians(other.longitude - longitude);
        double chord = Math.pow(Math.sin(north / 2), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * Math.pow(Math.sin(east / 2), 2);
        return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(chord)));
    }

    /** Whether there is such a point: latitude within 90 degrees, longitude within 180, neither of them NaN. */
    public boolean isOnEarth() {
        return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
    }
}
