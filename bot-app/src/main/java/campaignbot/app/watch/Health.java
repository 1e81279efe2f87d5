package campaignbot.app.watch;

import campaignbot.app.installation.Json;
import campaignbot.app.watch.Standing.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether this process can take an update and answer it, and how everything stands that this takes. */
public final class Health {

    private final Store store;
    private final Jobs jobs;
    private final Job intake;
    private final Job sender;
    private final List<Platform> platforms;

    /** Health of these. */
    public Health(Store store, Jobs jobs, Job intake, Job sender, List<Platform> platforms) {
        this.store = store;
        this.jobs = jobs;
        this.intake = intake;
        this.sender = sender;
        this.platforms = List.copyOf(platforms);
    }

    /** Whether an update could be taken and answered now. */
    public boolean isUp() {
        return store.works()
                && intake.standing().status() != Status.LATE
                && sender.standing().status() != Status.LATE
                && !platforms.stream().allMatch(each -> each.isAway(Platform.AWAY));
    }

    /** How the jobs stand, the store first. */
    List<Standing> jobs() {
        return Stream.concat(Stream.of(store.standing()), jobs.standings().stream())
                .toList();
    }

    /** How the platforms stand. */
    List<Standing> platforms() {
        return platforms.stream().map(Platform::standing).toList();
    }

    /** All of it as a line of JSON. */
    public String details() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("status", isUp() ? "up" : "down");
        all.put("jobs", jobs().stream().map(Health::shown).toList());
        all.put("platforms", platforms().stream().map(Health::shown).toList());
        return Json.write(all) + "\n";
    }

    private static Map<String, @Nullable Object> shown(Standing standing) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("name", standing.name());
        shown.put("status", standing.status().word());
        shown.put("since", standing.since().toString());
        shown.put("last", standing.last() == null ? null : standing.last().toString());
        if (!standing.mend().isEmpty()) {
            shown.put("do", standing.mend());
        }
        return shown;
    }
}
