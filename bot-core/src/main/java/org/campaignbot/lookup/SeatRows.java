package org.campaignbot.lookup;

import java.net.URI;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.campaignbot.directory.Chamber;
import org.campaignbot.directory.Lawmaker;
import org.campaignbot.directory.Seat;
import org.campaignbot.directory.SeatStatus;
import org.campaignbot.flow.Value;
import org.campaignbot.people.Language;

/** Writes seats as rows for a pack's words. */
public final class SeatRows {

    private static final String RESIDENT_COMMISSIONER_OF = "PR";

    private static final String ANY = "seat chamber=house|senate state state_name seat_name role title long_title"
            + " corrected?=yes corrected_on?@corrected=yes:day";

    private static final String REACHED =
            " website?:link contact?@contact_kind=form|site:link contact_kind?=form|site phone?:phone";

    /** The fields of a seat that nobody is known to hold, in the notation of a Java step's values. */
    public static final String OPEN = ANY + " status=expired|none|vacant since?@status=expired:day";

    /** The fields of a seat whose holder is known. */
    public static final String HELD = ANY + " status=delegate|filled name last_name party" + REACHED;

    private static final String HOLDER = " since?@status=expired:day name?@status=delegate|filled"
            + " last_name?@status=delegate|filled party?@status=delegate|filled" + REACHED;

    /** The fields of a seat that was found by its holder's name, whose term may be over. */
    public static final String NAMED = ANY + " status=delegate|expired|filled" + HOLDER;

    /** The fields of any seat. */
    public static final String SEAT = ANY + " status=delegate|expired|filled|none|vacant" + HOLDER;

    private SeatRows() {}

    /** The rows of several seats, in their order. */
    public static Value.Rows of(List<Seat> seats) {
        return new Value.Rows(seats.stream().map(SeatRows::of).toList());
    }

    /**
     * The row of a seat: {@code seat}, {@code status}, {@code chamber}, {@code state}, {@code state_name}, {@code seat_name}, {@code role}, {@code title}, {@code long_title}; {@code since} if
     * it is expired; for its holder {@code name}, {@code party}, {@code website} and, if known, {@code phone}, and
     * where to write: {@code contact}, with {@code contact_kind} {@code form} or {@code site}. What organizers corrected has {@code
     * corrected} and {@code corrected_on}. State names stay as in the tables;
     * the other words are in English and Spanish.
     */
    public static Value.Row of(Seat seat) {
        Map<String, Value> fields = new HashMap<>();
        fields.put("seat", new Value.Text(seat.id()));
        fields.put("status", new Value.Text(seat.status().name().toLowerCase(Locale.ROOT)));
        fields.put("chamber", new Value.Text(seat.chamber().name().toLowerCase(Locale.ROOT)));
        fields.put("state", new Value.Text(seat.state()));
        fields.put("state_name", new Value.Text(Home.stateName(seat.state())));
        fields.put("seat_name", name(seat));
        fields.put("role", role(seat));
        putTitles(fields, seat);
        seat.expiredSince().ifPresent(since -> fields.put("since", new Value.Day(since)));
        seat.corrected().ifPresent(on -> putCorrected(fields, on));
        seat.holder().ifPresent(holder -> put(fields, holder));
        return new Value.Row(fields);
    }

    /** Says in a row that organizers corrected it, and on what day. */
    public static void putCorrected(Map<String, Value> fields, LocalDate on) {
        fields.put("corrected", new Value.Text("yes"));
        fields.put("corrected_on", new Value.Day(on));
    }

    private static void put(Map<String, Value> fields, Lawmaker holder) {
        fields.put("name", new Value.Text(CommonNames.of(holder)));
        fields.put("last_name", new Value.Text(holder.lastName()));
        fields.put("party", party(holder.party()));
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

    /** The office; in Spanish by the office's name and without gender, which the tables don't give. */
    private static Value role(Seat seat) {
        if (seat.chamber() == Chamber.SENATE) {
            return words("Senator", "Senado");
        } else if (seat.state().equals(RESIDENT_COMMISSIONER_OF)) {
            return words("Resident Commissioner", "Puesto de Comisionado Residente");
        }
        return seat.status() == SeatStatus.DELEGATE
                ? words("Delegate", "Delegación en la Cámara")
                : words("Representative", "Cámara de Representantes");
    }

    /** The titles before a name, as English has them; Spanish words go without one, because it would need a gender. */
    private static void putTitles(Map<String, Value> fields, Seat seat) {
        boolean isSenate = seat.chamber() == Chamber.SENATE;
        boolean isDelegate = seat.status() == SeatStatus.DELEGATE;
        fields.put("title", new Value.Text(isSenate ? "Sen." : isDelegate ? "Del." : "Rep."));
        fields.put("long_title", new Value.Text(isSenate ? "Senator" : isDelegate ? "Delegate" : "Representative"));
    }

    private static Value party(String party) {
        return switch (party) {
            case "Democrat" -> words(party, "Partido Demócrata");
            case "Republican" -> words(party, "Partido Republicano");
            case "Independent" -> words(party, "independiente");
            default -> new Value.Text(party);
        };
    }

    private static Value name(Seat seat) {
        String state = Home.stateName(seat.state());
        return seat.district()
                .map(district -> district.isAtLarge()
                        ? new Value.Text(state)
                        : words(state + ", district " + district.number(), state + ", distrito " + district.number()))
                .orElseGet(() -> words("one Senate seat of " + state, "un escaño del Senado de " + state));
    }

    private static Value words(String english, String spanish) {
        return new Value.Translated(Map.of(Language.ENGLISH, english, Language.SPANISH, spanish), Language.ENGLISH);
    }
}
