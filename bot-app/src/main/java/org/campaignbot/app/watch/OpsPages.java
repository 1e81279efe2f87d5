package org.campaignbot.app.watch;

import java.util.Optional;

/** A server's own pages: to everyone, whether it is up or down; to operators only, the details. */
public final class OpsPages {

    /** The public path that says whether the server is up. */
    public static final String HEALTH = "/health";

    /** The path for the health of each job and platform, as JSON. */
    public static final String STATUS = "/status";

    private static final String JSON = "application/json";
    private static final Page UP = new Page(200, JSON, "{\"status\":\"up\"}\n");
    private static final Page DOWN = new Page(503, JSON, "{\"status\":\"down\"}\n");

    /** The path for metrics in the Prometheus format. */
    public static final String METRICS = "/metrics";

    private final Health health;
    private final Metrics metrics;

    public OpsPages(Health health, Metrics metrics) {
        this.health = health;
        this.metrics = metrics;
    }

    /**
     * A page as it is now.
     *
     * @param status the HTTP status
     */
    public record Page(int status, String contentType, String body) {}

    /** Whether the server is up, for everyone. */
    public Page health() {
        return health.isUp() ? UP : DOWN;
    }

    /** The page at a path, for operators only; empty if there is none. */
    public Optional<Page> at(String path) {
        return switch (path) {
            case STATUS -> Optional.of(new Page(200, JSON, health.details()));
            case METRICS -> Optional.of(new Page(200, "text/plain; version=0.0.4; charset=utf-8", metrics.text()));
            default -> Optional.empty();
        };
    }
}
