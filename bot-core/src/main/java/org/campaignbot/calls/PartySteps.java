package org.campaignbot.calls;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.campaignbot.conversation.JavaStep;
import org.campaignbot.conversation.JavaStep.Facts;
import org.campaignbot.conversation.JavaStep.Input;
import org.campaignbot.conversation.JavaStep.Result;
import org.campaignbot.conversation.StepValue;
import org.campaignbot.directory.Chamber;
import org.campaignbot.directory.Committee;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.directory.Lookup;
import org.campaignbot.directory.Seat;
import org.campaignbot.flow.Value;

/** The steps of a call party that look up where it may take place and who it calls; its effects open, join and end it. */
public final class PartySteps {

    private static final String AIM_WORDS = "aim_words";
    private static final String AIM = "party_aim";
    private static final String AIM_NAME = "party_aim_name";
    private static final String AIMED = "party_aimed";
    private static final String SEATS = "party_seats";

    /** The longest list of names; a longer one is a committee. */
    private static final int MOST_NAMES = 10;

    private final Supplier<Directory> directory;

    private PartySteps(Supplier<Directory> directory) {
        this.directory = directory;
    }

    /** All of them, over the current directory. */
    public static List<JavaStep> all(Supplier<Directory> directory) {
        PartySteps steps = new PartySteps(directory);
        return List.of(
                new JavaStep(
                        "party.place",
                        "Says whether a call party can be opened where the person is writing.",
                        Set.of(Facts.IN_GROUP),
                        Set.of("group", "alone"),
                        List.of(),
                        PartySteps::place),
                new JavaStep(
                        "party.aim",
                        "Finds whom a group wants to call: a Senate committee, or senators by their names.",
                        Set.of("aim_words"),
                        Set.of("found", "unknown"),
                        StepValue.of("party_aim party_aim_name party_aimed=yes"),
                        steps::aim),
                new JavaStep(
                        "call.seats",
                        "Lists the seats that a person can call in a party.",
                        CallRound.FACTS,
                        Set.of("ready", "nobody", "missing"),
                        StepValue.of("party_seats"),
                        steps::seats));
    }

    /** Says whether a party can be opened where the person is writing. */
    private static Result place(Input input) {
        return Result.of(input.facts().text(Facts.IN_GROUP) == null ? "alone" : "group");
    }

    /** Lists the seats that a person can call, in {@code party_seats}, such as {@code NY-S1 NY-S3}. */
    private Result seats(Input input) {
        CallRound round = CallRound.of(input, directory.get());
        if (round == null) {
            return Result.of("missing");
        }
        String seats = round.sitting().stream().map(Seat::id).sorted().collect(Collectors.joining(" "));
        return seats.isEmpty() ? Result.of("nobody") : Result.of("ready").with(SEATS, new Value.Text(seats));
    }

    /**
     * Finds who a group wants to call together, from {@code aim_words}: a Senate committee, or senators' names separated by
     * commas or "and".
     *
     * <p>Nothing typed is passed on: the seats and names come from the tables. If one of several names is unknown, nothing is
     * found, because the group would be told that all of them are called.
     */
    private Result aim(Input input) {
        String words = input.facts().textOrEmpty(AIM_WORDS);
        LocalDate today = EasternTime.dateAt(input.now());
        Directory tables = directory.get();
        Optional<Committee> committee = tables.senateCommittee(words);
        if (committee.isPresent()) {
            return found(committee.get().name(), tables.senateSeats(committee.get(), today));
        }
        List<Seat> named = named(words, tables, today);
        String names =
                named.stream().map(seat -> seat.holder().orElseThrow().name()).collect(Collectors.joining(", "));
        return found(names, named.stream().map(Seat::id).toList());
    }

    private static Result found(String name, List<String> seats) {
        if (seats.isEmpty()) {
            return Result.of("unknown");
        }
        return Result.of("found")
                .with(AIM, new Value.Text(String.join(" ", seats)))
                .with(AIM_NAME, new Value.Text(name))
                .with(AIMED, new Value.Text("yes"));
    }

    /** The seats of the named senators; none if one of the names matches no senator or more than one. */
    private static List<Seat> named(String words, Directory tables, LocalDate today) {
        Set<Seat> seats = new LinkedHashSet<>();
        List<String> names = new ArrayList<>(List.of(words.split("\\s*[,;/&]\\s*|\\s+(?:and|y|e)\\s+", -1)));
        names.removeIf(String::isBlank);
        for (String name : names) {
            List<Seat> senators = senators(tables.find(name.strip(), today));
            if (senators.size() != 1 || names.size() > MOST_NAMES) {
                return List.of();
            }
            seats.addAll(senators);
        }
        return List.copyOf(seats);
    }

    private static List<Seat> senators(Lookup found) {
        List<Seat> named = found instanceof Lookup.Found one
                ? List.of(one.seat())
                : found instanceof Lookup.Choice choice ? choice.named() : List.of();
        return named.stream()
                .filter(seat ->
                        seat.chamber() == Chamber.SENATE && seat.holder().isPresent())
                .toList();
    }
}
