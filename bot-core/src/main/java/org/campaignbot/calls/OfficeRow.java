package org.campaignbot.calls;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.campaignbot.conversation.JavaStep;
import org.campaignbot.directory.Correction;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.DistrictOffice;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.directory.Lawmaker;
import org.campaignbot.flow.Value;
import org.campaignbot.lookup.Home;
import org.campaignbot.lookup.NearbyOffices;
import org.campaignbot.lookup.SeatRows;

/** Writes a rung's office, whether it's open and when it opens next, as facts for a pack's words. */
final class OfficeRow {

    static final String OFFICE = "office";
    static final String HOURS = "hours";
    static final String GOOD_TIME = "good_time";

    private static final ZoneId EASTERN = EasternTime.ZONE;
    private static final String CAPITAL = "DC";

    private OfficeRow() {}

    /** Adds {@code office}, {@code hours} and {@code good_time} for a rung. */
    static JavaStep.Result in(
            JavaStep.Result result, Ladder ladder, Lawmaker lawmaker, JavaStep.Input input, Directory directory) {
        OfficeHours hours = hours(ladder.office());
        return result.with(OFFICE, office(ladder, lawmaker, input, directory))
                .with(HOURS, new Value.Text(hours.at(input.now()).word()))
                .with(
                        GOOD_TIME,
                        OfficeHours.moment(hours.goodTimeAfter(input.now(), theirs(lawmaker, input, directory))));
    }

    static OfficeHours hours(Optional<DistrictOffice> office) {
        return office.map(each ->
                        new OfficeHours(ZoneId.of(each.zone()), each.state().equals(CAPITAL)))
                .orElseGet(() -> new OfficeHours(EASTERN, true));
    }

    /** The zone of the lawmaker's nearest office in memory, the best the bot knows about the caller. */
    private static ZoneId theirs(Lawmaker lawmaker, JavaStep.Input input, Directory directory) {
        return NearbyOffices.held(lawmaker, input.facts(), directory).offices().stream()
                .findFirst()
                .map(office -> ZoneId.of(office.zone()))
                .orElse(EASTERN);
    }

    private static Value.Row office(Ladder ladder, Lawmaker lawmaker, JavaStep.Input input, Directory directory) {
        Map<String, Value> fields = new HashMap<>();
        ladder.phone().ifPresent(phone -> fields.put("phone", new Value.Phone(phone)));
        fields.put("listed", new Value.Text(listed(ladder)));
        ladder.office().ifPresent(office -> {
            var today = EasternTime.dateAt(input.now());
            String standing = NearbyOffices.standing(lawmaker, office, input.facts(), directory, today);
            // An office's nearness reveals where the person lives, so no message that names it is stored.
            boolean own = standing.startsWith("place");
            fields.put("city", new Value.Text(office.city(), own));
            fields.put("by", new Value.Text(standing));
            fields.put("district", new Value.Text(Home.name(input.facts(), directory, today)));
        });
        if (ladder.isFoot() && PartyRound.of(input) != null) {
            fields.put("by", new Value.Text("party"));
        }
        if (ladder.isForgotten()) {
            fields.put("by", new Value.Text("again"));
        }
        corrected(ladder, lawmaker, directory).ifPresent(on -> SeatRows.putCorrected(fields, on));
        fields.put("kind", new Value.Text(ladder.office().isPresent() ? Ladder.OFFICE : Ladder.WASHINGTON));
        List<Value.Row> listed = ladder.office().flatMap(DistrictOffice::hours).stream()
                .map(words -> new Value.Row(Map.of("words", new Value.Text(words, true))))
                .toList();
        fields.put("listed_hours", new Value.Rows(listed));
        return new Value.Row(fields);
    }

    /** Whether there's a number; {@code new} where the tables have none, and not organizers took it away. */
    private static String listed(Ladder ladder) {
        return ladder.phone().isPresent() ? "yes" : ladder.seat().corrected().isEmpty() ? "new" : "no";
    }

    /** The day on which organizers corrected the number, who holds the seat, or that there's no number. */
    private static Optional<LocalDate> corrected(Ladder ladder, Lawmaker lawmaker, Directory directory) {
        boolean ofSeat = ladder.phone().isEmpty() || Correction.Holder.named(lawmaker);
        return ladder.phone()
                .flatMap(directory::correctedOn)
                .or(() -> ofSeat ? ladder.seat().corrected() : Optional.empty());
    }

    /** A lawmaker's offices as a list: {@code city}, {@code phone} and, if the table has them, {@code hours}. */
    static Value.Rows list(Lawmaker lawmaker, Directory directory) {
        List<DistrictOffice> offices = NearbyOffices.callable(lawmaker, directory);
        return new Value.Rows(offices.stream()
                .map(office -> {
                    Map<String, Value> fields = new HashMap<>();
                    fields.put("city", new Value.Text(office.city()));
                    office.phone().ifPresent(phone -> fields.put("phone", new Value.Phone(phone)));
                    return new Value.Row(fields);
                })
                .toList());
    }
}
