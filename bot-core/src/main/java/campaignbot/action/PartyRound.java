package campaignbot.action;

import campaignbot.conversation.JavaStep;
import campaignbot.directory.DistrictOffice;
import campaignbot.directory.Seat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The turns of a member of a call party. Each begins at another senator and office, so that lines are spread.
 *
 * @param before how many members came before at these seats
 * @param seats their ids, in the member's order
 */
record PartyRound(int before, List<String> seats) {

    /** The fact that names them, as {@code 3 1795536000 NY-S3 NY-S1}; the second number is when the party ends at the latest. */
    private static final String ROUND = "party_round";

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
            return goesOn ? new PartyRound(Integer.parseInt(words[0]), seats) : null;
        } catch (NumberFormatException notOurs) {
            return null;
        }
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
        int ahead = position * ((lines + seats.size() - 1) / seats.size());
        int line = Math.floorMod(before / seats.size() + ahead, lines);
        return line == 0 ? Ladder.WASHINGTON : offices.get(line - 1).phone().orElse(Ladder.WASHINGTON);
    }
}
