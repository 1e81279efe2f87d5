package campaignbot.reminder;

import campaignbot.conversation.JavaStep;
import campaignbot.directory.Directory;
import campaignbot.lookup.Home;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Tells the person's time zone, if it is kept or the kept place tells it; named {@code zone.known}.
 *
 * <p>A state with two clocks is a question, also where a district lies nearly all under one of them.
 */
public final class KnownZone implements JavaStep {

    private final Supplier<Directory> directory;

    /** A step over the directory of the moment. */
    public KnownZone(Supplier<Directory> directory) {
        this.directory = directory;
    }

    @Override
    public String name() {
        return "zone.known";
    }

    @Override
    public Set<String> outcomes() {
        return Set.of("known", "which", "unknown");
    }

    @Override
    public Set<String> gives() {
        return Set.of(Zones.ZONE, Zones.ZONE_NAME, Zones.OPTIONS);
    }

    @Override
    public Result run(Input input) {
        Optional<ZoneId> kept = Zones.of(input.facts());
        if (kept.isPresent()) {
            return Zones.found("known", kept.get(), input.language());
        }
        Directory tables = directory.get();
        String home = Home.of(input.facts(), tables);
        return home == null ? Result.of("unknown") : Zones.of(tables.clocks(Home.state(home)), input.language());
    }
}
