package campaignbot.reminder;

import campaignbot.conversation.Expectation;
import campaignbot.conversation.JavaStep;
import campaignbot.directory.Directory;
import campaignbot.directory.EasternTime;
import campaignbot.directory.Lookup;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Finds the time zone of what a person typed, a zone's name or a place; named {@code zone.find}. The place is not kept. */
public final class FindZone implements JavaStep {

    private final Supplier<Directory> directory;

    /** A step over the directory of the moment. */
    public FindZone(Supplier<Directory> directory) {
        this.directory = directory;
    }

    @Override
    public String name() {
        return "zone.find";
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
        String words = Objects.requireNonNullElse(input.facts().text(Zones.WORDS), "");
        Optional<ZoneId> named = Zones.named(words);
        if (named.isPresent()) {
            return Zones.found("known", named.get(), input.language());
        }
        Directory tables = directory.get();
        List<ZoneId> clocks = states(tables.find(words, EasternTime.dateAt(input.now())))
                .flatMap(state -> tables.clocks(state).stream())
                .distinct()
                .toList();
        return clocks.size() > 2 ? Result.of("unknown") : Zones.of(clocks, input.language());
    }

    private static Stream<String> states(Lookup lookup) {
        if (lookup instanceof Lookup.Exact exact) {
            return Stream.of(exact.district().state());
        } else if (lookup instanceof Lookup.StateOnly only) {
            return Stream.of(only.state());
        } else if (lookup instanceof Lookup.Choice choice && choice.named().isEmpty()) {
            return Stream.concat(
                            choice.districts().stream().map(district -> district.state()), choice.states().stream())
                    .distinct();
        }
        return Stream.of();
    }

    /** Recognises a zone's name or a place; named {@code zone}. */
    public static Expectation expectation(Supplier<Directory> directory) {
        return new Expectation() {
            @Override
            public String name() {
                return "zone";
            }

            @Override
            public boolean recognizes(String text, Instant now) {
                return Zones.named(text).isPresent()
                        || states(directory.get().find(text, EasternTime.dateAt(now)))
                                .findAny()
                                .isPresent();
            }

            @Override
            public boolean tellsPlace() {
                return true;
            }
        };
    }
}
