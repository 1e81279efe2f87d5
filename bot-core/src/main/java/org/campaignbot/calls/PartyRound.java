package org.campaignbot.calls;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.campaignbot.conversation.JavaStep;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.DistrictOffice;
import org.campaignbot.directory.Seat;
import org.jspecify.annotations.Nullable;

/**
 * The turns of a member of a call party. Each begins at another senator and office, so that lines are spread.
 *
 * @param before how many members came before at these seats; in an aimed party, how often all of its seats were given before
 * @param seats their ids, in the member's order
 * @param isAimed whether the party chose the seats, wherever the member lives
 */
record PartyRound(int before, List<String> seats, boolean isAimed) {

    /** The fact that names them, as {@code 3 1795536000 NY-S3 NY-S1}; the second number is when the party ends at the latest. It begins with {@code aim-} in an aimed party. */
    private static final String ROUND = "party_round";

    private static final String AIMED = "aim-";

    private static final int WORDS_BEFORE_SEATS = 2;

    /** The turns of the person, or null where they call in no party that goes on. */
    static @Nullable PartyRound of(JavaStep.Input input) {
        String round = input.facts().text(ROUND);
        String[] words = round == null ? new String[0] : round.split(" ");
        if (words.length <= WORDS_BEFORE_SEATS) {
            return null;
        }
        try {
            boolean goesOn = input.now().getEpochSecond() < Long.parseLong(words[1]);
            List<String> seats = List.of(words).subList(WORDS_BEFORE_SEATS, words.length);
            boolean isAimed = words[0].startsWith(AIMED);
            int before = Integer.parseInt(isAimed ? words[0].substring(AIMED.length()) : words[0]);
            return goesOn ? new PartyRound(before, seats, isAimed) : null;
        } catch (NumberFormatException notOurs) {
            return null;
        }
    }

    /** The seats of an aimed party as they stand on that day. */
    List<Seat> aimed(Directory directory, LocalDate today) {
        return seats.stream().flatMap(id -> directory.seat(id, today).stream()).toList();
    }

    /** Seats in the order of the member's turns; those that it does not name come last. */
    List<Seat> ordered(List<Seat> all) {
        List<Seat> ordered = new ArrayList<>(all);
        ordered.sort(
                Comparator.comparingInt(seat -> seats.contains(seat.id()) ? seats.indexOf(seat.id()) : seats.size()));
        return ordered;
    }

    /**
     * Where to begin with a seat: the office in Washington, or the number of another one. First calls go to a seat's offices one after
     * the other, and second calls to those that come half a round later, so that no line is given twice while another is free.
     */
    String foot(Seat seat, List<DistrictOffice> offices) {
        int position = seats.indexOf(seat.id());
        if (position < 0) {
            return Ladder.WASHINGTON;
        }
        int lines = offices.size() + 1;
        if (isAimed) {
            return line(Math.floorMod(before, lines), offices);
        }
        int ahead = position * ((lines + seats.size() - 1) / seats.size());
        return line(Math.floorMod(before / seats.size() + ahead, lines), offices);
    }

    private static String line(int line, List<DistrictOffice> offices) {
        return line == 0 ? Ladder.WASHINGTON : offices.get(line - 1).phone().orElse(Ladder.WASHINGTON);
    }
}
