package org.campaignbot.app.watch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.campaignbot.app.config.JsonOutput;
import org.campaignbot.app.watch.ComponentHealth.Status;
import org.jspecify.annotations.Nullable;

/** Whether this process can take an update and answer it, and the health of everything that this requires. */
public final class Health {

    private final StoreHealth storeHealth;
    private final WatchedJobs watchedJobs;
    private final WatchedJob intake;
    private final WatchedJob sender;
    private final List<PlatformHealth> platforms;

    public Health(
            StoreHealth storeHealth,
            WatchedJobs watchedJobs,
            WatchedJob intake,
            WatchedJob sender,
            List<PlatformHealth> platforms) {
        this.storeHealth = storeHealth;
        this.watchedJobs = watchedJobs;
        this.intake = intake;
        this.sender = sender;
        this.platforms = List.copyOf(platforms);
    }

    /** Whether an update could be taken and answered now. */
    public boolean isUp() {
        return storeHealth.works()
                && intake.standing().status() != Status.LATE
                && sender.standing().status() != Status.LATE
                && !platforms.stream().allMatch(each -> each.isAway(PlatformHealth.AWAY));
    }

    /** The health of the jobs, the store first. */
    public List<ComponentHealth> jobs() {
        return Stream.concat(Stream.of(storeHealth.standing()), watchedJobs.standings().stream())
                .toList();
    }

    /** The health of the platforms. */
    public List<ComponentHealth> platforms() {
        return platforms.stream().map(PlatformHealth::standing).toList();
    }

    /** All of it as a line of JSON. */
    public String details() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("status", isUp() ? "up" : "down");
        all.put("jobs", jobs().stream().map(Health::shown).toList());
        all.put("platforms", platforms().stream().map(Health::shown).toList());
        return JsonOutput.write(all) + "\n";
    }

    private static Map<String, @Nullable Object> shown(ComponentHealth componentHealth) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("name", componentHealth.name());
        shown.put("status", componentHealth.status().word());
        shown.put("since", componentHealth.since().toString());
        shown.put(
                "last",
                componentHealth.last() == null ? null : componentHealth.last().toString());
        if (!componentHealth.fix().isEmpty()) {
            shown.put("do", componentHealth.fix());
        }
        return shown;
    }
}
