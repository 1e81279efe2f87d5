package org.campaignbot.reminders;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.campaignbot.conversation.Expectation;
import org.campaignbot.conversation.JavaStep;
import org.campaignbot.conversation.JavaStep.Input;
import org.campaignbot.conversation.JavaStep.Result;
import org.campaignbot.conversation.StepValue;
import org.campaignbot.conversation.ZoneNames;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.District;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.directory.Lookup;
import org.campaignbot.flow.Value;
import org.campaignbot.lookup.Home;
import org.campaignbot.people.Language;

/** The steps that learn the person's time zone, from the saved home or from what they type. */
public final class ZoneSteps {

    /** The zone's name for readers. */
    private static final String ZONE_NAME = "zone_name";

    /** A state's time zones to choose from, held in memory. */
    private static final String OPTIONS = "zone_options";

    /** What the person typed, for this turn only. */
    private static final String WORDS = "zone_words";

    private static final Set<String> OUTCOMES = Set.of("known", "which", "unknown");
    private static final List<StepValue> GIVES = StepValue.of("zone zone_name", "zone_options[label value]");

    private final Supplier<Directory> directory;

    private ZoneSteps(Supplier<Directory> directory) {
        this.directory = directory;
    }

    /** All of them, over the current directory. */
    public static List<JavaStep> all(Supplier<Directory> directory) {
        ZoneSteps steps = new ZoneSteps(directory);
        return List.of(
                new JavaStep(
                        "zone.known",
                        "Gives the person's time zone, if it is saved or follows from their saved place.",
                        Set.of("home", "zone"),
                        OUTCOMES,
                        GIVES,
                        steps::known),
                new JavaStep(
                        "zone.find",
                        "Finds the time zone of what a person typed: a zone's name or a place.",
                        Set.of("zone_words"),
                        OUTCOMES,
                        GIVES,
                        steps::find),
                new JavaStep(
                        "zone.options",
                        "Says whether the time zones to choose from are still held.",
                        Set.of("zone_options"),
                        Set.of("ready", "lost"),
                        List.of(),
                        ZoneSteps::options));
    }

    /** Recognizes a zone's name or a place; packs call it {@code zone}. */
    public static Expectation zone(Supplier<Directory> directory) {
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

    /**
     * Gives the person's time zone, if it's saved or follows from the saved place. A state with two zones becomes a question,
     * even if a district is almost entirely in one of them.
     */
    private Result known(Input input) {
        Optional<ZoneId> kept = Zones.of(input.facts());
        if (kept.isPresent()) {
            return known(kept.get(), input.language());
        }
        Directory tables = directory.get();
        String home = Home.of(input.facts(), tables);
        return home == null ? Result.of("unknown") : known(tables.clocks(Home.state(home)), input.language());
    }

    /** Finds the time zone for what a person typed, a zone's name or a place. The place isn't kept. */
    private Result find(Input input) {
        String words = Objects.requireNonNullElse(input.facts().text(WORDS), "");
        Optional<ZoneId> named = Zones.named(words);
        if (named.isPresent()) {
            return known(named.get(), input.language());
        }
        Directory tables = directory.get();
        List<ZoneId> clocks = states(tables.find(words, EasternTime.dateAt(input.now())))
                .flatMap(state -> tables.clocks(state).stream())
                .distinct()
                .toList();
        return clocks.size() > 2 ? Result.of("unknown") : known(clocks, input.language());
    }

    private static Stream<String> states(Lookup lookup) {
        if (lookup instanceof Lookup.Exact exact) {
            return Stream.of(exact.district().state());
        } else if (lookup instanceof Lookup.StateOnly only) {
            return Stream.of(only.state());
        } else if (lookup instanceof Lookup.Choice choice && choice.named().isEmpty() && !choice.approximate()) {
            return Stream.concat(choice.districts().stream().map(District::state), choice.states().stream())
                    .distinct();
        }
        return Stream.of();
    }

    private static Result known(ZoneId zone, Language language) {
        return Result.of("known")
                .with(Zones.ZONE, new Value.Text(zone.getId()))
                .with(ZONE_NAME, new Value.Text(ZoneNames.of(zone, language)));
    }

    /** One zone is known; two become a question. */
    private static Result known(List<ZoneId> clocks, Language language) {
        if (clocks.size() == 1) {
            return known(clocks.get(0), language);
        } else if (clocks.isEmpty()) {
            return Result.of("unknown");
        }
        List<Value.Row> options = clocks.stream()
                .map(zone -> new Value.Row(
                        Map.of("label", new Value.Text(label(zone, language)), "value", new Value.Text(zone.getId()))))
                .toList();
        return Result.of("which").with(OPTIONS, new Value.Rows(options));
    }

    private static String label(ZoneId zone, Language language) {
        String name = ZoneNames.of(zone, language);
        return name.substring(0, 1).toUpperCase(language.locale()) + name.substring(1);
    }

    /** Says whether the zones to choose from are still held, so that the question can be asked. */
    private static Result options(Input input) {
        return Result.of(input.facts().value(OPTIONS) == null ? "lost" : "ready");
    }
}
