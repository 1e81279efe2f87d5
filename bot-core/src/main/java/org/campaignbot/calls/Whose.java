package org.campaignbot.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.campaignbot.directory.Seat;
import org.campaignbot.directory.Spoken;
import org.campaignbot.flow.Fold;

/**
 * Finds whose call a clause is about, by a name or by words such as "the other one".
 *
 * @param round whose calls it may be about
 * @param recent whose call was reported last
 */
record Whose(CallRound round, Optional<Seat> recent) {

    /** The lawmakers a clause names, and those it rules out: "left it for Masto, not Rosen". */
    record Named(List<Seat> meant, List<Seat> denied) {

        static Named in(Spoken spoken) {
            List<Seat> meant = new ArrayList<>();
            List<Seat> denied = new ArrayList<>();
            int from = 0;
            for (Seat seat : spoken.named()) {
                int at = spoken.text().indexOf(Spoken.NAME, from);
                String before = spoken.text().substring(0, at);
                (ReportWords.DENIED.matcher(before).find() ? denied : meant).add(seat);
                from = at + 1;
            }
            return new Named(meant, denied);
        }
    }

    /** Of several names in a clause that takes something back, the ones it's about: Booker in "undo booker i only called kim". */
    static List<Seat> changed(Spoken spoken, List<Seat> named) {
        List<Seat> changed = new ArrayList<>();
        int from = 0;
        for (Seat seat : spoken.named()) {
            int at = spoken.text().indexOf(Spoken.NAME, from);
            String before = spoken.text().substring(from, at);
            if (named.contains(seat) && ReportWords.CHANGE.matcher(before).find()) {
                changed.add(seat);
            }
            from = at + 1;
        }
        return changed;
    }

    /** The House member, if a folded clause names the House and this round calls senators alone. */
    Optional<String> house(String folded) {
        boolean isOfHouse = !round.target().hasHouse()
                && ReportWords.OF_THE_HOUSE.matcher(folded).find();
        return isOfHouse ? Optional.of(ReportedCalls.HOUSE) : Optional.empty();
    }

    /**
     * The lawmaker a clause means by "the first one", "the other" or "this one" instead of a name.
     *
     * @param about whom the clause before it was about
     */
    List<Seat> pointed(String clause, List<Seat> about) {
        String words = Fold.fold(clause);
        List<Seat> sitting = round.sitting();
        if (sitting.size() != 2) {
            return round.pointed(clause).stream().toList();
        }
        if (ReportWords.THIS.matcher(words + " ").find()) {
            Seat seat = round.open().or(() -> recent).orElse(sitting.get(1));
            return List.of(about.contains(seat) ? besides(seat) : seat);
        }
        if (recent.isPresent() && ReportWords.LAST_ONE.matcher(words).find()) {
            boolean isBefore = ReportWords.ONE_BEFORE.matcher(words).find();
            return List.of(isBefore ? besides(recent.get()) : recent.get());
        }
        if (about.size() == 1 && ReportWords.ANOTHER.matcher(words).find()) {
            return List.of(besides(about.get(0)));
        }
        // After "I left Booker a message" the other one is whoever isn't Booker, whosever card is open.
        boolean isOther = ReportWords.THE_OTHER.matcher(words).find()
                && !ReportWords.NOT_THE_OTHER.matcher(words).find();
        return round.pointed(clause).stream()
                .map(seat -> isOther && about.equals(List.of(seat)) ? besides(seat) : seat)
                .toList();
    }

    /** The other of two. */
    private Seat besides(Seat seat) {
        return round.sitting().get(1 - round.sitting().indexOf(seat));
    }
}
