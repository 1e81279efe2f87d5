package org.campaignbot.settings;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.Lookup;
import org.campaignbot.directory.Seat;
import org.campaignbot.directory.States;
import org.campaignbot.flow.Fold;

/**
 * The seats that an organizer may mean: by its id, as {@code TX-S1} or {@code tx 23}, or by who holds it, as {@code Ted Cruz} or
 * {@code senator Cruz Texas}.
 *
 * @param seats what it may be; empty for nothing
 * @param isSure whether it's exactly one, rightly spelled
 */
record TypedSeat(List<Seat> seats, boolean isSure) {

    private static final TypedSeat NOTHING = new TypedSeat(List.of(), false);

    private static final Pattern SENATE = Pattern.compile("([A-Za-z]{2})(?:[- ]?[Ss]([0-9])|-[Ss])");
    private static final Pattern HOUSE = Pattern.compile("([A-Za-z]{2})[- ]?([0-9]{1,2})");

    /** Words between a name and its state. */
    private static final Set<String> JOINS = Set.of("of", "from", "de", "in", "en", "por");

    /** The most words of a state's name. */
    private static final int LONGEST_STATE = 4;

    /** The most seats to choose from that a refusal lists. */
    private static final int MOST = 6;

    /** Reads what was typed. */
    static TypedSeat read(String typed, Directory tables, LocalDate today) {
        Optional<String> id = id(typed.strip());
        if (id.isPresent()) {
            return tables.seat(id.get(), today)
                    .map(seat -> new TypedSeat(List.of(seat), true))
                    .orElse(NOTHING);
        }
        if (typed.isBlank()) {
            return NOTHING;
        }
        List<Seat> named = withState(typed, tables, today);
        named = named.isEmpty() ? named(typed, tables, today) : named;
        if (named.isEmpty()) {
            // A place: whoever represents it is what there is to choose from.
            return new TypedSeat(tables.find(typed, today).seats(), false);
        }
        return new TypedSeat(named, named.size() == 1 && isSpelled(named.get(0), typed));
    }

    /** The seats as a refusal lists them: {@code TX-S1 (Ted Cruz), TX-23 (Tony Gonzales)}. */
    String listed() {
        return seats.stream()
                        .limit(MOST)
                        .map(each -> each.id()
                                + each.holder()
                                        .map(who -> " (" + who.name() + ")")
                                        .orElse(""))
                        .collect(Collectors.joining(", "))
                + (seats.size() > MOST ? ", …" : "");
    }

    private static Optional<String> id(String typed) {
        Matcher senate = SENATE.matcher(typed);
        if (senate.matches()) {
            String seat = senate.group(2) == null ? "" : senate.group(2);
            return Optional.of(senate.group(1).toUpperCase(Locale.ROOT) + "-S" + seat);
        }
        Matcher house = HOUSE.matcher(typed);
        return house.matches()
                ? Optional.of(house.group(1).toUpperCase(Locale.ROOT) + "-" + Integer.parseInt(house.group(2)))
                : Optional.empty();
    }

    /** A name beside its state: "senator Cruz Texas", "Cruz of TX". */
    private static List<Seat> withState(String typed, Directory tables, LocalDate today) {
        List<String> words = List.of(Fold.fold(typed).split(" ", -1));
        for (int size = Math.min(LONGEST_STATE, words.size() - 1); size > 0; size--) {
            int from = words.size() - size;
            Optional<String> state = States.called(String.join(" ", words.subList(from, words.size())));
            if (state.isPresent()) {
                boolean isJoined = from > 1 && JOINS.contains(words.get(from - 1));
                String name = String.join(" ", words.subList(0, isJoined ? from - 1 : from));
                List<Seat> there = named(name, tables, today).stream()
                        .filter(each -> each.state().equals(state.get()))
                        .toList();
                if (!there.isEmpty()) {
                    return there;
                }
            }
        }
        return List.of();
    }

    /** The seats of the members whom words may name. */
    private static List<Seat> named(String words, Directory tables, LocalDate today) {
        Lookup found = tables.find(words, today);
        if (found instanceof Lookup.Found one) {
            return one.seats();
        }
        List<Seat> named = found instanceof Lookup.Choice choice ? choice.named() : List.of();
        // "Cruz" is Ted Cruz; Monica De La Cruz has it as a part of her name.
        List<Seat> whole = named.stream()
                .filter(seat -> seat.holder().stream()
                        .anyMatch(who -> Fold.fold(who.lastName()).equals(Fold.fold(words))))
                .toList();
        return whole.size() == 1 ? whole : named;
    }

    /** A name that was guessed from another spelling is asked back. */
    private static boolean isSpelled(Seat seat, String typed) {
        Set<String> words = Set.copyOf(List.of(Fold.fold(typed).split(" ", -1)));
        return seat.holder().stream()
                .flatMap(who -> Stream.of(Fold.fold(who.lastName()).split(" ", -1)))
                .anyMatch(words::contains);
    }
}
