package org.campaignbot.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.campaignbot.conversation.Engine;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.District;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.directory.Lookup;
import org.campaignbot.directory.Meaning;
import org.campaignbot.directory.Seat;
import org.campaignbot.directory.States;
import org.campaignbot.lookup.CommonNames;
import org.campaignbot.message.RichText;
import org.campaignbot.people.Language;

/** Finds who represents a place, for a page in one language: the bot's own look-up, at one instant. What is typed is never kept. */
record PlaceFinder(Directory directory, CallScripts scripts, Language language, LocalDate today) {

    /** Districts that are offered as a choice at most; no ZIP code touches more. */
    private static final int MOST_CHOICES = 60;

    static PlaceFinder at(Engine engine, Directory directory, Language language, Instant now) {
        return new PlaceFinder(
                directory, new CallScripts(engine, directory, language, now), language, EasternTime.dateAt(now));
    }

    /** What somebody typed: a ZIP code, a town, a state, a lawmaker's name. */
    PlaceAnswer typed(String text) {
        Lookup found = directory.find(text, today);
        if (found instanceof Lookup.Exact exact) {
            return exact(exact);
        } else if (found instanceof Lookup.StateOnly only) {
            return state(only.state(), List.of(note(only.reason())), only.town());
        } else if (found instanceof Lookup.Choice choice) {
            return choice(choice);
        } else if (found instanceof Lookup.Found named) {
            return answer(say("found.named"), List.of(say("note.named")), List.of(named.seat()), "");
        }
        return nothing(found);
    }

    /** A district such as {@code IL-13}, or a state such as {@code IL}; empty if the tables have neither. */
    Optional<PlaceAnswer> of(String id) {
        Optional<District> district = District.parse(id);
        if (district.isPresent()) {
            List<Seat> seats = directory.seats(district.get(), today);
            return seats.isEmpty()
                    ? Optional.empty()
                    : directory.mapServes(district.get().state(), today)
                            ? Optional.of(answer(name(district.get()), List.of(), seats, id))
                            : Optional.of(state(
                                    district.get().state(),
                                    List.of(note(Lookup.StateOnly.Reason.NEW_MAP_MISSING)),
                                    Optional.empty()));
        }
        return directory.districts(id).isEmpty()
                ? Optional.empty()
                : Optional.of(state(id, List.of(note(Lookup.StateOnly.Reason.STATE_NAMED)), Optional.empty()));
    }

    private PlaceAnswer exact(Lookup.Exact exact) {
        List<String> notes = new ArrayList<>();
        exact.town().ifPresent(town -> notes.add(say("note.town", town)));
        if (exact.approximate()) {
            notes.add(say("note.approximate"));
        }
        return answer(
                name(exact.district()), notes, exact.seats(), exact.district().toString());
    }

    private PlaceAnswer state(String state, List<String> notes, Optional<String> town) {
        List<String> all = new ArrayList<>();
        town.ifPresent(each -> all.add(say("note.town", each)));
        boolean atLarge = directory.districts(state).size() == 1;
        if (atLarge && directory.mapServes(state, today)) {
            District only = directory.districts(state).get(0);
            return answer(name(only), all, directory.seats(only, today), only.toString());
        }
        all.addAll(notes);
        return answer(States.nameOrCode(state), all, directory.senateSeats(state, today), state);
    }

    private PlaceAnswer choice(Lookup.Choice choice) {
        if (!choice.named().isEmpty() && choice.meanings().isEmpty()) {
            return answer(say("found.named"), List.of(say("note.named")), choice.named(), "");
        }
        List<String> notes = new ArrayList<>();
        choice.town().ifPresent(town -> notes.add(say("note.town", town)));
        if (choice.meanings().stream().anyMatch(meaning -> meaning.foreign().isPresent())) {
            notes.add(say("note.abroad"));
        }
        List<Meaning> meanings = meanings(choice);
        List<String> states = meanings.stream().map(Meaning::state).distinct().toList();
        List<District> districts = meanings.stream()
                .flatMap(meaning -> meaning.districts().stream())
                .distinct()
                .toList();
        if (states.size() == 1) {
            // In any of these districts they have the same two senators, and the ask is for senators.
            return answer(
                    States.nameOrCode(states.get(0)),
                    notes,
                    directory.senateSeats(states.get(0), today),
                    choices(districts.stream().map(each -> new PlaceAnswer.Choice(holder(each), each.toString()))),
                    states.get(0));
        }
        List<String> towns = meanings.stream().map(Meaning::name).distinct().toList();
        boolean isOneName = towns.size() == 1 && !towns.get(0).isEmpty();
        // Where the heading names the town, the states alone are easier to scan.
        return answer(
                isOneName ? say("found.which", towns.get(0)) : say("found.several"),
                notes,
                List.of(),
                choices(meanings.stream()
                        .map(meaning -> new PlaceAnswer.Choice(
                                isOneName ? States.nameOrCode(meaning.state()) : label(meaning), place(meaning)))
                        .sorted(Comparator.comparing(PlaceAnswer.Choice::label))),
                "");
    }

    /** What a place may mean in the United States: towns, or each state with its districts. */
    private static List<Meaning> meanings(Lookup.Choice choice) {
        List<Meaning> here = choice.meanings().stream()
                .filter(meaning -> meaning.foreign().isEmpty())
                .toList();
        if (!here.isEmpty()) {
            return here;
        }
        Map<String, List<District>> states = new LinkedHashMap<>();
        choice.districts()
                .forEach(each -> states.computeIfAbsent(each.state(), state -> new ArrayList<>())
                        .add(each));
        choice.states().forEach(each -> states.putIfAbsent(each, List.of()));
        return states.entrySet().stream()
                .map(each -> new Meaning("", each.getKey(), each.getValue(), Optional.empty()))
                .toList();
    }

    private static List<PlaceAnswer.Choice> choices(Stream<PlaceAnswer.Choice> choices) {
        return choices.distinct().limit(MOST_CHOICES).toList();
    }

    /** The page that a meaning leads to: its district if that's clear, else its state. */
    private static String place(Meaning meaning) {
        return meaning.districts().size() == 1 ? meaning.districts().get(0).toString() : meaning.state();
    }

    private PlaceAnswer nothing(Lookup lookup) {
        String what = "unknown";
        if (lookup instanceof Lookup.Military) {
            what = "military";
        } else if (lookup instanceof Lookup.Outside) {
            what = "outside";
        } else if (lookup instanceof Lookup.Abroad abroad) {
            what = abroad.origin() ? "origin" : "abroad";
        } else if (lookup instanceof Lookup.Unknown unknown && unknown.what() == Lookup.Unknown.What.NO_SUCH_ZIP) {
            what = "zip";
        }
        return new PlaceAnswer(say("none." + what), List.of(say("none." + what + ".do")), List.of(), List.of(), "");
    }

    private PlaceAnswer answer(String heading, List<String> notes, List<Seat> seats, String place) {
        return answer(heading, notes, seats, List.of(), place);
    }

    /** The senators come first: they're the ones to call. */
    private PlaceAnswer answer(
            String heading, List<String> notes, List<Seat> seats, List<PlaceAnswer.Choice> choices, String place) {
        Map<String, RichText> said = place.isEmpty() ? Map.of() : scripts.of(place);
        return new PlaceAnswer(
                heading,
                notes,
                seats.stream()
                        .map(seat -> SeatCard.of(seat, language, said.get(seat.id())))
                        .sorted(Comparator.comparing(seat -> !seat.isSenate()))
                        .toList(),
                choices,
                place);
    }

    private String label(Meaning meaning) {
        return meaning.name().isEmpty()
                ? States.nameOrCode(meaning.state())
                : meaning.name() + ", " + States.nameOrCode(meaning.state());
    }

    /** A district by the name of whoever represents it, which people know better than its number. */
    private String holder(District district) {
        return directory.seats(district, today).stream()
                .filter(seat -> seat.district().isPresent())
                .findFirst()
                .flatMap(Seat::holder)
                .map(holder -> CommonNames.of(holder) + " (" + district + ")")
                .orElse(name(district));
    }

    private String name(District district) {
        String state = States.nameOrCode(district.state());
        return district.isAtLarge() ? state : say("found.district", state, Integer.toString(district.number()));
    }

    private String note(Lookup.StateOnly.Reason reason) {
        return say(
                switch (reason) {
                    case STATE_NAMED -> "note.state";
                    case ZIP_WITHOUT_DISTRICT -> "note.no-district";
                    case PLACE_UNKNOWN -> "note.place-unknown";
                    case NEW_MAP_MISSING -> "note.new-map";
                });
    }

    private String say(String key, String... values) {
        return PageWords.in(language).say(key, values);
    }
}
