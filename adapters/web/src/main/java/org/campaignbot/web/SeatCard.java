package org.campaignbot.web;

import java.net.URI;
import java.util.Map;
import org.campaignbot.directory.Seat;
import org.campaignbot.flow.Value;
import org.campaignbot.lookup.SeatRows;
import org.campaignbot.message.RichText;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/**
 * One seat in Congress as a page shows it, in one language.
 *
 * @param id such as {@code NY-12} or {@code NY-S1}
 * @param status {@code filled}, {@code delegate}, {@code vacant}, {@code expired} or {@code none}
 * @param name the holder's name; empty if nobody is known to hold it
 * @param phone the office in Washington; empty if none is listed
 * @param contact where to write: a form, else the site; null if neither is listed
 * @param since the day from which the tables no longer know, in words; empty if they do
 * @param corrected the day of a correction by organizers, in words; empty if there is none
 * @param script what to say in a call, or null
 */
public record SeatCard(
        String id,
        String status,
        boolean isSenate,
        String seatName,
        String stateName,
        String role,
        String name,
        String party,
        String phone,
        @Nullable URI website,
        @Nullable URI contact,
        String since,
        String corrected,
        @Nullable RichText script) {

    static SeatCard of(Seat seat, Language language, @Nullable RichText script) {
        Map<String, Value> row = SeatRows.of(seat).fields();
        return new SeatCard(
                seat.id(),
                text(row, "status", language),
                text(row, "chamber", language).equals("senate"),
                text(row, "seat_name", language),
                text(row, "state_name", language),
                text(row, "role", language),
                text(row, "name", language),
                text(row, "party", language),
                text(row, "phone", language),
                link(row, "website"),
                link(row, "contact"),
                text(row, "since", language),
                text(row, "corrected_on", language),
                script);
    }

    /** Whether somebody is known to hold it. */
    public boolean isHeld() {
        return !name.isEmpty();
    }

    /** The name of the website, as people say it; empty if none is listed. */
    public String site() {
        String name = website == null ? null : website.getHost();
        return name == null ? "" : name.startsWith("www.") ? name.substring("www.".length()) : name;
    }

    /** The number as a telephone dials it. */
    public String dial() {
        return "tel:+1-" + phone;
    }

    private static String text(Map<String, Value> row, String field, Language language) {
        Value value = row.get(field);
        if (value instanceof Value.Text text) {
            return text.text();
        } else if (value instanceof Value.Translated translated) {
            return translated.in(language);
        } else if (value instanceof Value.Phone number) {
            return number.number();
        } else if (value instanceof Value.Day day) {
            return Page.day(day.date(), language);
        }
        return "";
    }

    private static @Nullable URI link(Map<String, Value> row, String field) {
        return row.get(field) instanceof Value.Link link ? link.address() : null;
    }
}
