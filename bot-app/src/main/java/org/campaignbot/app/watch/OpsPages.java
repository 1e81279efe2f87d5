package org.campaignbot.app.watch;

import java.util.Optional;

/** What a server tells of itself: to anybody that it is up or down, and to operators alone how everything stands. */
public final class OpsPages {

    /** Where anybody may ask whether the server is up. */
    public static final String HEALTH = "/health";

    /** How each job and platform stands, as JSON. */
    public static final String STATUS = "/status";

    private static final String JSON = "application/json";
    private static final Page UP = new Page(200, JSON, "{\"status\":\"up\"}\n");
    private static final Page DOWN = new Page(503, JSON, "{\"status\":\"down\"}\n");

    /** What a monitor may ask for, in the format of Prometheus. */
    public static final String METRICS = "/metrics";

    private final Health health;
    private final Metrics metrics;

    /** The pages of a server. */
    public OpsPages(Health health, Metrics metrics) {
        this.health = health;
        this.metrics = metrics;
    }

    /**
     * A page as it is now.
     *
     * @param status the status of HTTP
     */
    public record Page(int status, String contentType, String body) {}

    /** Whether the server is up, for anybody. */
    public Page health() {
        return health.isUp() ? UP : DOWN;
    }

    /** The page of a path, for operators alone; empty where there is none. */
    public Optional<Page> at(String path) {
        return switch (path) {
            case STATUS -> Optional.of(new Page(200, JSON, health.details()));
            case METRICS -> Optional.of(new Page(200, "text/plain; version=0.0.4; charset=utf-8", metrics.text()));
            default -> Optional.empty();
        };
    }
}
