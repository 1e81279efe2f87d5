package campaignbot.directory;

/** A point on the Earth in degrees, WGS 84, as a phone shares it. */
public record Position(double latitude, double longitude) {

    /** Whether there is such a point: latitude within 90 degrees, longitude within 180, neither of them NaN. */
    public boolean isOnEarth() {
        return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
    }
}
