package org.campaignbot.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.District;
import org.campaignbot.directory.Lawmaker;
import org.campaignbot.directory.Lookup;
import org.campaignbot.directory.Seat;
import org.campaignbot.lookup.CommonNames;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The look-up for programs, in JSON; docs/web.md describes it. */
final class LawmakersApi {

    private final JsonMapper json = JsonMapper.shared();

    /** The place in a request's body; empty if the body isn't one of ours. */
    Optional<String> place(byte[] body) {
        try {
            JsonNode place = json.readTree(body).path("place");
            return place.isString() && !place.asString("").isBlank()
                    ? Optional.of(place.asString(""))
                    : Optional.empty();
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    String problem(String what) {
        return json.writeValueAsString(json.createObjectNode().put("error", what));
    }

    String answer(Directory directory, String place, LocalDate today) {
        Lookup found = directory.find(place, today);
        ObjectNode answer = json.createObjectNode();
        answer.put("result", result(found));
        answer.put("asOf", directory.asOf().toString());
        answer.put("approximate", found.approximate());
        found.town().ifPresent(town -> answer.put("town", town));
        if (found instanceof Lookup.StateOnly only) {
            answer.put("state", only.state());
            answer.put("reason", lower(only.reason()));
        }
        ArrayNode districts = answer.putArray("districts");
        found.districts().stream().map(District::toString).forEach(districts::add);
        ArrayNode seats = answer.putArray("seats");
        found.seats().forEach(seat -> write(seat, seats.addObject()));
        if (found instanceof Lookup.Choice choice) {
            ArrayNode meanings = answer.putArray("meanings");
            choice.meanings().stream().filter(each -> each.foreign().isEmpty()).forEach(each -> {
                ObjectNode meaning = meanings.addObject().put("name", each.name());
                meaning.put("state", each.state());
                ArrayNode in = meaning.putArray("districts");
                each.districts().stream().map(District::toString).forEach(in::add);
            });
        }
        return json.writeValueAsString(answer);
    }

    private static void write(Seat seat, ObjectNode to) {
        to.put("seat", seat.id());
        to.put("chamber", lower(seat.chamber()));
        to.put("state", seat.state());
        to.put("status", lower(seat.status()));
        seat.expiredSince().ifPresent(since -> to.put("expiredSince", since.toString()));
        seat.corrected().ifPresent(on -> to.put("corrected", on.toString()));
        seat.holder().ifPresent(holder -> write(holder, to));
    }

    private static void write(Lawmaker holder, ObjectNode to) {
        to.put("name", CommonNames.of(holder));
        to.put("party", holder.party());
        holder.phone().ifPresent(phone -> to.put("phone", phone));
        holder.website().ifPresent(website -> to.put("website", website));
        holder.contactForm().ifPresent(form -> to.put("contactForm", form));
    }

    /** One word for each kind of answer. */
    private static String result(Lookup found) {
        if (found instanceof Lookup.Exact) {
            return "district";
        } else if (found instanceof Lookup.StateOnly) {
            return "state";
        } else if (found instanceof Lookup.Choice) {
            return "choice";
        } else if (found instanceof Lookup.Found) {
            return "lawmaker";
        } else if (found instanceof Lookup.Military) {
            return "military";
        } else if (found instanceof Lookup.Abroad) {
            return "abroad";
        }
        return found instanceof Lookup.Outside ? "outside" : "unknown";
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** The words for every result, for the documentation's test. */
    static List<String> results() {
        return List.of("district", "state", "choice", "lawmaker", "military", "abroad", "outside", "unknown");
    }
}
