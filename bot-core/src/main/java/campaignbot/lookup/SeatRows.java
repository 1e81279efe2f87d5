package campaignbot.lookup;

import campaignbot.directory.Chamber;
import campaignbot.directory.Lawmaker;
import campaignbot.directory.Seat;
import campaignbot.directory.SeatStatus;
import campaignbot.flow.Value;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes seats as rows that a pack's words can name. */
public final class SeatRows {

    private static final String RESIDENT_COMMISSIONER_OF = "PR";

    private SeatRows() {}

    /** The rows of several seats, in their order. */
    public static Value.Rows of(List<Seat> seats) {
        return new Value.Rows(seats.stream().map(SeatRows::of).toList());
    }

    /**
     * The row of a seat: {@code seat}, {@code status}, {@code chamber}, {@code state_name}, {@code seat_name}; {@code since} where
     * it is expired; {@code role}, {@code name}, {@code party}, {@code website} and, where one is known, {@code phone} of whoever
     * sits there, and where to write to: {@code contact}, of which {@code contact_kind} tells {@code form} or {@code site}.
     */
    public static Value.Row of(Seat seat) {
        Map<String, Value> fields = new HashMap<>();
        fields.put("seat", new Value.Text(seat.id()));
        fields.put("status", new Value.Text(seat.status().name().toLowerCase(Locale.ROOT)));
        fields.put("chamber", new Value.Text(seat.chamber().name().toLowerCase(Locale.ROOT)));
        fields.put("state_name", new Value.Text(Home.stateName(seat.state())));
        fields.put("seat_name", new Value.Text(name(seat)));
        fields.put("role", new Value.Text(role(seat)));
        seat.expiredSince().ifPresent(since -> fields.put("since", new Value.Day(since)));
        seat.holder().ifPresent(holder -> put(fields, holder));
        return new Value.Row(fields);
    }

    private static void put(Map<String, Value> fields, Lawmaker holder) {
        fields.put("name", new Value.Text(holder.name()));
        fields.put("last_name", new Value.Text(holder.lastName()));
        fields.put("party", new Value.Text(holder.party()));
        holder.website().map(SeatRows::link).ifPresent(website -> {
            fields.put("website", website);
            fields.put("contact", website);
            fields.put("contact_kind", new Value.Text("site"));
        });
        holder.contactForm().map(SeatRows::link).ifPresent(form -> {
            fields.put("contact", form);
            fields.put("contact_kind", new Value.Text("form"));
        });
        holder.phone().ifPresent(phone -> fields.put("phone", new Value.Phone(phone)));
    }

    private static Value.Link link(String address) {
        URI page = URI.create(address);
        return new Value.Link(page.getHost(), page);
    }

    private static String role(Seat seat) {
        if (seat.chamber() == Chamber.SENATE) {
            return "Senator";
        } else if (seat.state().equals(RESIDENT_COMMISSIONER_OF)) {
            return "Resident Commissioner";
        }
        return seat.status() == SeatStatus.DELEGATE ? "Delegate" : "Representative";
    }

    private static String name(Seat seat) {
        String state = Home.stateName(seat.state());
        return seat.district()
                .map(district -> district.isAtLarge() ? state : state + ", district " + district.number())
                .orElse("one Senate seat of " + state);
    }
}
