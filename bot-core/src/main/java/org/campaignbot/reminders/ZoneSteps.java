package org.campaignbot.reminders;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.campaignbot.conversation.Expectation;
import org.campaignbot.conversation.JavaStep;
import org.campaignbot.conversation.JavaStep.Facts;
import org.campaignbot.conversation.JavaStep.Input;
import org.campaignbot.conversation.JavaStep.Result;
import org.campaignbot.conversation.StepValue;
import org.campaignbot.conversation.ZoneNames;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.District;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.directory.Lookup;
import org.campaignbot.directory.States;
import org.campaignbot.flow.Value;
import org.campaignbot.lookup.Home;
import org.campaignbot.lookup.PlaceZone;
import org.campaignbot.people.Language;
import org.campaignbot.times.TimeWords;
import org.jspecify.annotations.Nullable;

/** The steps that learn the person's time zone, from where they live or from what they type. */
public final class ZoneSteps {

    /** The zone's name for readers. */
    private static final String ZONE_NAME = "zone_name";

    /** A state's time zones to choose from, held in memory. */
    private static final String OPTIONS = "zone_options";

    /** What the person typed, for this turn only. */
    static final String WORDS = "zone_words";

    /** The state of which most people are in the zone, for readers. */
    private static final String ZONE_STATE = "zone_state";

    /** {@code yes} in a turn in which the person wants another zone than the one that would be taken. */
    private static final String CHANGE = "zone_change";

    private static final Set<String> OUTCOMES = Set.of("known", "mostly", "which", "unknown");
    private static final List<StepValue> GIVES = StepValue.of("zone zone_name zone_state", "zone_options[label value]");

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
                        "Gives the person's time zone, if it is saved or follows from where they live or from what they just typed.",
                        Set.of("home", "zone", "place_zone", "zone_change", Facts.TYPED),
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
                        "zone.told",
                        "Says whether the words of this turn surely name a time zone, or a place that has one.",
                        Set.of(Facts.TYPED),
                        Set.of("yes", "no"),
                        List.of(),
                        input -> Result.of(typed(null, input, directory.get()).isPresent() ? "yes" : "no")),
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
                        || Zones.answered(text).isPresent()
                        || isPlace(text, directory.get(), EasternTime.dateAt(now));
            }

            @Override
            public boolean tellsPlace() {
                return true;
            }
        };
    }

    /**
     * Gives the person's time zone: the saved one; else that of the place they typed of late, or in this turn; else their state's. A
     * state with two zones becomes a question, unless nearly everybody there is in one of them, which is to be said.
     */
    private Result known(Input input) {
        Optional<ZoneId> kept = Zones.of(input.facts());
        if (kept.isPresent()) {
            return known(kept.get(), input.language());
        }
        Directory tables = directory.get();
        String home = Home.of(input.facts(), tables);
        if ("yes".equals(input.facts().text(CHANGE))) {
            List<ZoneId> clocks = home == null ? List.of() : tables.clocks(Home.state(home));
            return clocks.size() > 1 ? which(clocks, input.language()) : Result.of("unknown");
        }
        Optional<Result> typed = typed(home, input, tables);
        if (typed.isPresent()) {
            return typed.get();
        } else if (home == null) {
            return Result.of("unknown");
        }
        String state = Home.state(home);
        return PlaceZone.held(input.facts(), state, tables)
                .map(zone -> known(zone, input.language()))
                .orElseGet(() -> inState(state, tables, input.language()));
    }

    /** The zone that the words of this turn surely name, as "remind me at three, I'm in El Paso" does; empty if they name none. */
    private static Optional<Result> typed(@Nullable String home, Input input, Directory tables) {
        String typed = input.facts().textOrEmpty(Facts.TYPED);
        // "At nine Eastern" from California says by which clock, and not where somebody lives.
        List<ZoneId> theirs = home == null ? List.of() : tables.clocks(Home.state(home));
        Optional<ZoneId> named = Zones.mentioned(typed)
                .filter(zone -> theirs.isEmpty()
                        || theirs.stream().anyMatch(each -> each.getRules().equals(zone.getRules())));
        if (named.isPresent()) {
            return named.map(zone -> known(zone, input.language()));
        }
        LocalDate today = EasternTime.dateAt(input.now());
        return tables.mention(typed, today)
                .map(place -> at(place, tables.find(place, today), tables, input))
                .filter(result -> !result.outcome().equals("unknown"));
    }

    /** Finds the time zone for what a person typed, a zone's name or a place. The place isn't kept. */
    private Result find(Input input) {
        String words = input.facts().textOrEmpty(WORDS);
        Directory tables = directory.get();
        LocalDate today = EasternTime.dateAt(input.now());
        // "Mountain View, CA" is a place; "pacific duh elko" is the zone.
        boolean isInPlace = tables.mention(words, today)
                .filter(place -> Zones.answered(place).isPresent())
                .isPresent();
        Optional<ZoneId> named = Zones.named(words).or(() -> isInPlace ? Optional.empty() : Zones.answered(words));
        if (named.isPresent()) {
            return known(named.get(), input.language());
        }
        String place = place(words);
        return at(place, tables.home(place, today), tables, input);
    }

    /** Whether a text is a place; of one that says a time, such as "a las 10", a part must surely be one. */
    private static boolean isPlace(String text, Directory tables, LocalDate today) {
        return (tables.mention(text, today).isPresent() || !TimeWords.says(text, today))
                && !states(tables.home(place(text), today)).isEmpty();
    }

    /** The place in an answer to which of two zones it is, as in "la de Las Vegas". */
    private static String place(String words) {
        return words.strip().replaceFirst("(?iu)^(la|el) (hora )?del? ", "");
    }

    /** The zone of a place: its own, else its state's; two become a question. */
    private static Result at(String place, Lookup lookup, Directory tables, Input input) {
        List<String> states = states(lookup);
        if (states.size() == 1) {
            String state = states.get(0);
            return PlaceZone.of(place, lookup, state, tables, EasternTime.dateAt(input.now()))
                    .map(zone -> known(zone, input.language()))
                    .orElseGet(() -> inState(state, tables, input.language()));
        }
        List<ZoneId> clocks = states.stream()
                .flatMap(state -> tables.clocks(state).stream())
                .distinct()
                .toList();
        return clocks.size() == 2 ? which(clocks, input.language()) : only(clocks, input.language());
    }

    private static Result inState(String state, Directory tables, Language language) {
        List<ZoneId> clocks = tables.clocks(state);
        if (clocks.size() < 2) {
            return only(clocks, language);
        }
        return tables.mostly(state)
                .map(zone -> new Result("mostly", known(zone, language).facts())
                        .with(ZONE_STATE, new Value.Text(States.nameOrCode(state))))
                .orElseGet(() -> which(clocks, language));
    }

    private static Result only(List<ZoneId> clocks, Language language) {
        return clocks.size() == 1 ? known(clocks.get(0), language) : Result.of("unknown");
    }

    private static List<String> states(Lookup lookup) {
        if (lookup instanceof Lookup.Exact exact) {
            return List.of(exact.district().state());
        } else if (lookup instanceof Lookup.StateOnly only) {
            return List.of(only.state());
        } else if (lookup instanceof Lookup.Choice choice && choice.named().isEmpty() && !choice.approximate()) {
            return Stream.concat(choice.districts().stream().map(District::state), choice.states().stream())
                    .distinct()
                    .toList();
        }
        return List.of();
    }

    private static Result known(ZoneId zone, Language language) {
        return Result.of("known")
                .with(Zones.ZONE, new Value.Text(zone.getId()))
                .with(ZONE_NAME, new Value.Text(ZoneNames.of(zone, language)));
    }

    private static Result which(List<ZoneId> clocks, Language language) {
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
