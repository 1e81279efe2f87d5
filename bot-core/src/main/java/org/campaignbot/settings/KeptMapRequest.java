package org.campaignbot.settings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.campaignbot.directory.Congress;
import org.campaignbot.directory.Correction;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.States;
import org.campaignbot.settings.SettingRefusal.Why;
import org.jspecify.annotations.Nullable;

/**
 * What an organizer says about a state that keeps its House map in the next Congress, as typed; anything may be missing.
 *
 * @param state its postal code
 * @param source an address or name to check it by
 * @param date the day from which it's known
 * @param until the day on which the declaration ends, even if the new map isn't here
 */
public record KeptMapRequest(
        String state,
        @Nullable String source,
        @Nullable String date,
        @Nullable String until) {

    /**
     * Checks the request against the maps that are here.
     *
     * @param today the Eastern day on which it's made
     */
    public CorrectionRequest.Answer answer(Directory tables, LocalDate today) {
        List<SettingRefusal> refusals = new ArrayList<>();
        int congress = congress(tables, today);
        LocalDate starts = Congress.start(congress);
        Optional<String> name = States.name(state);
        if (name.isEmpty()) {
            refusals.add(SettingRefusal.of("of", Why.NO_SUCH_STATE, state));
        } else if (tables.districts(state).stream().allMatch(each -> each.isAtLarge())) {
            refusals.add(SettingRefusal.of("of", Why.ONE_SEAT, name.get()));
        } else if (tables.isMapHere(state, congress)) {
            refusals.add(SettingRefusal.of("of", Why.MAP_HERE, name.get(), Integer.toString(congress)));
        }
        if (source == null) {
            refusals.add(SettingRefusal.of("source", Why.NO_SOURCE));
        }
        CorrectionRequest.takes("--source", source, Kind.WORDS, refusals);
        Optional<LocalDate> known = CorrectionRequest.day("--date", date, refusals);
        Optional<LocalDate> ends = CorrectionRequest.day("--until", until, refusals);
        if (date == null) {
            refusals.add(SettingRefusal.of("as-of", Why.NO_RULING_DAY));
        }
        CorrectionRequest.notYetToCome("--date", known, today, refusals);
        ends.filter(day -> !day.isAfter(starts) || !day.isAfter(today))
                .ifPresent(day -> refusals.add(SettingRefusal.of(
                        "until",
                        Why.MAP_ENDS_FIRST,
                        day.toString(),
                        (starts.isAfter(today) ? starts : today).toString())));
        if (!refusals.isEmpty()) {
            return new CorrectionRequest.Answer.Refused(refusals);
        }
        Correction.Note note = new Correction.Note(source == null ? "" : source, known.orElse(today), ends);
        return new CorrectionRequest.Answer.Accepted(
                List.of(new Correction.KeptMap(state, tables.mapNumber(), congress, note)));
    }

    /** The number of the Congress that a declaration is for: the one after the map's, or the one that sits if that is later. */
    public static int congress(Directory tables, LocalDate today) {
        return Math.max(tables.mapNumber() + 1, Congress.number(today));
    }
}
