package org.campaignbot.web.console;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the server is, as its operators' page has it.
 *
 * @param isUp whether a message could be taken and answered now
 */
public record ServerPulse(boolean isUp, List<Part> jobs, List<Part> platforms) {

    public ServerPulse {
        jobs = List.copyOf(jobs);
        platforms = List.copyOf(platforms);
    }

    /**
     * A job or a platform.
     *
     * @param status {@code ok}, {@code late} or {@code failed}
     * @param last when it last succeeded, or null if it never has
     * @param mend what to do; empty if there's nothing to do
     */
    public record Part(
            String name,
            String status,
            Instant since,
            @Nullable Instant last,
            String mend) {}
}
