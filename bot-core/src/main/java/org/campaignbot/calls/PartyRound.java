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
 * The turns of a call party member. Each member starts at a different senator and office, to spread the load on the lines.
 *
 * @param before how many earlier members had these seats; in an aimed party, how often all of its seats were assigned before
 * @param seats their ids, in the member's order
 * @param isAimed whether the party chose the seats, regardless of where the member lives
 */
record PartyRound(int before, List<String> seats, boolean isAimed) {

    /**
     * The fact with these turns, such as {@code 3 1795536000 NY-S3 NY-S1}; the second number is the latest end of the party. It
     * begins with {@code aim-} in an aimed party.
     */
    static final String ROUND = "party_round";

    private static final String AIMED = "aim-";

    private static final int WORDS_BEFORE_SEATS = 2;

    /** The person's turns, or null if they aren't in a running party. */
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

    /** The seats of an aimed party, as of that day. */
    List<Seat> aimed(Directory directory, LocalDate today) {
        return seats.stream().flatMap(id -> directory.seat(id, today).stream()).toList();
    }

    /** Seats in the order of the member's turns; seats without a turn come last. */
    List<Seat> ordered(List<Seat> all) {
        List<Seat> ordered = new ArrayList<>(all);
        ordered.sort(
                Comparator.comparingInt(seat -> seats.contains(seat.id()) ? seats.indexOf(seat.id()) : seats.size()));
        return ordered;
    }

    /**
     * Where to start with a seat: the Washington office, or another office's number. First calls rotate through a seat's offices,
     * and second calls to those half a round later, so no line is assigned twice while another is free.
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
