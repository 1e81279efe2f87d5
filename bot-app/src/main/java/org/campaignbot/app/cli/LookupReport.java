package org.campaignbot.app.cli;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.campaignbot.app.config.JsonOutput;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.District;
import org.campaignbot.directory.Lawmaker;
import org.campaignbot.directory.Lookup;
import org.campaignbot.directory.Seat;

/** Reports the result of a look-up, as a JSON object or as lines for a person. */
final class LookupReport {

    private final Supplier<Directory> tables;
    private final LocalDate today;

    LookupReport(Supplier<Directory> tables, LocalDate today) {
        this.tables = tables;
        this.today = today;
    }

    /** The object for a query: {@code query}, {@code kind}, {@code districts}, {@code seats}, {@code approximate}, {@code as_of}. */
    String json(String query) {
        Directory directory = tables.get();
        Lookup lookup = directory.find(query, today);
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("query", query);
        object.put("kind", kind(lookup));
        object.put(
                "districts", lookup.districts().stream().map(District::toString).toList());
        object.put("seats", lookup.seats().stream().map(LookupReport::seat).toList());
        object.put("approximate", lookup.approximate());
        object.put("as_of", directory.asOf().toString());
        return JsonOutput.write(object);
    }

    private static String kind(Lookup lookup) {
        if (lookup instanceof Lookup.Exact) {
            return "exact";
        } else if (lookup instanceof Lookup.Choice) {
            return "choice";
        } else if (lookup instanceof Lookup.StateOnly) {
            return "state";
        } else if (lookup instanceof Lookup.Found) {
            return "lawmaker";
        } else if (lookup instanceof Lookup.Military) {
            return "military";
        }
        return lookup instanceof Lookup.Outside ? "outside" : "unknown";
    }

    private static Map<String, Object> seat(Seat seat) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("seat", seat.id());
        object.put("status", seat.status().name().toLowerCase(Locale.ROOT));
        seat.corrected().ifPresent(on -> object.put("corrected", on.toString()));
        if (seat.holder().isPresent()) {
            Lawmaker holder = seat.holder().get();
            object.put("bioguide", holder.bioguide());
            object.put("name", holder.name());
            object.put("chamber", holder.chamber().name().toLowerCase(Locale.ROOT));
            holder.phone().ifPresent(phone -> object.put("phone", phone));
        }
        return object;
    }

    /** The same in a few lines of text. */
    String lines(String query) {
        Directory directory = tables.get();
        Lookup lookup = directory.find(query, today);
        StringBuilder lines =
                new StringBuilder(query).append(": ").append(headline(lookup)).append('\n');
        for (Seat seat : lookup.seats()) {
            lines.append("  ").append(line(seat)).append('\n');
        }
        if (!lookup.seats().isEmpty()) {
            lines.append("  as of ").append(directory.asOf()).append('\n');
        }
        return lines.toString();
    }

    private static String headline(Lookup lookup) {
        String districts = String.join(
                ", ", lookup.districts().stream().map(District::toString).toList());
        if (lookup instanceof Lookup.Exact) {
            return districts + (lookup.approximate() ? " (the nearest district; ask before relying on it)" : "");
        } else if (lookup instanceof Lookup.Choice) {
            return "one of " + (districts.isEmpty() ? "these" : districts);
        } else if (lookup instanceof Lookup.StateOnly only) {
            return only.state() + ", and the district cannot be told from this ("
                    + only.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ")";
        } else if (lookup instanceof Lookup.Found) {
            return "a lawmaker";
        } else if (lookup instanceof Lookup.Military) {
            return "a military or diplomatic address; ask for the home state";
        } else if (lookup instanceof Lookup.Outside) {
            return "outside the United States, or a place without a member of Congress";
        }
        return "not found; try a ZIP code such as 10001, a town with its state, or LAT,LON";
    }

    private static String line(Seat seat) {
        return seat.id() + "  "
                + seat.holder()
                        .map(holder -> holder.name() + ", " + holder.party()
                                + holder.phone().map(phone -> ", " + phone).orElse("")
                                + (seat.status() == org.campaignbot.directory.SeatStatus.DELEGATE
                                        ? ", no vote on the floor"
                                        : ""))
                        .orElseGet(() -> seat.status().name().toLowerCase(Locale.ROOT)
                                + seat.expiredSince()
                                        .map(since -> " since " + since)
                                        .orElse(""))
                + seat.corrected().map(on -> ", corrected " + on).orElse("");
    }
}
