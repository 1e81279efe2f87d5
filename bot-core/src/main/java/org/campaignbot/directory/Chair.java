package org.campaignbot.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A seat over time: the terms in the tables, which determine the seat on a given day.
 *
 * @param terms the members in the tables; usually one, none for a vacant seat
 * @param exists whether the seat exists at all
 * @param vacancyEnds the end of the Congress that the tables describe; after it we don't know whether the seat is still vacant
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
