package campaignbot.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A seat over time: the terms the tables know, from which the seat on a given day is told.
 *
 * @param terms the members the tables name for it; most seats have one, a vacant one none
 * @param exists whether there is such a seat at all
 * @param vacancyEnds the end of the Congress that the tables describe, with which a vacancy ends too
 */
record Chair(
        String id,
        Chamber chamber,
        String state,
        Optional<District> district,
        List<Lawmaker> terms,
        boolean exists,
        LocalDate vacancyEnds) {

    Seat on(LocalDate today) {
        if (!exists) {
            return empty(SeatStatus.NONE, Optional.empty());
        }
        LocalDate lastEnd = null;
        for (Lawmaker lawmaker : terms) {
            if (lawmaker.sitsOn(today)) {
                boolean votes = chamber == Chamber.SENATE || States.hasSenators(state);
                SeatStatus status = votes ? SeatStatus.FILLED : SeatStatus.DELEGATE;
                return new Seat(id, chamber, state, district, status, Optional.of(lawmaker), Optional.empty());
            }
            LocalDate end = lawmaker.termEnd();
            if (!today.isBefore(end) && (lastEnd == null || end.isAfter(lastEnd))) {
                lastEnd = end;
            }
        }
        if (lastEnd == null && today.isBefore(vacancyEnds)) {
            return empty(SeatStatus.VACANT, Optional.empty());
        }
        return empty(SeatStatus.EXPIRED, Optional.of(lastEnd == null ? vacancyEnds : lastEnd));
    }

    private Seat empty(SeatStatus status, Optional<LocalDate> since) {
        return new Seat(id, chamber, state, district, status, Optional.empty(), since);
    }
}
