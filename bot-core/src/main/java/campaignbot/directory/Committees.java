package campaignbot.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The committees of the Senate and the senators on them. */
final class Committees {

    /** Words that every name has, or that people put around one. */
    private static final Set<String> COMMON = Set.of(
            "senate",
            "united",
            "states",
            "committee",
            "committees",
            "select",
            "special",
            "on",
            "of",
            "the",
            "and",
            "all",
            "call",
            "member",
            "members",
            "senators",
            "comite",
            "comision",
            "del",
            "de",
            "la",
            "senado",
            "el",
            "miembros",
            "todos");

    private final Map<String, Committee> byId = new HashMap<>();
    private final Map<String, Lawmaker> senators = new HashMap<>();

    Committees(Collection<Committee> committees, Collection<Lawmaker> lawmakers) {
        committees.forEach(each -> byId.put(each.id(), each));
        lawmakers.stream()
                .filter(each -> each.chamber() == Chamber.SENATE)
                .forEach(each -> senators.put(each.bioguide(), each));
    }

    /** The committee of this key, or the only one whose name has all that is particular about these words. */
    Optional<Committee> find(String words) {
        Committee named = byId.get(words.strip());
        if (named != null) {
            return Optional.of(named);
        }
        List<String> wanted = particular(words);
        List<Committee> fitting = byId.values().stream()
                .filter(each -> !wanted.isEmpty() && particular(each.name()).containsAll(wanted))
                .toList();
        List<Committee> exact = fitting.stream()
                .filter(each -> particular(each.name()).size() == wanted.size())
                .toList();
        List<Committee> best = exact.isEmpty() ? fitting : exact;
        return best.size() == 1 ? Optional.of(best.get(0)) : Optional.empty();
    }

    /** The ids of the seats of those members who sit on that day. */
    List<String> seats(Committee committee, LocalDate today) {
        List<String> seats = new ArrayList<>();
        for (String member : committee.members()) {
            Lawmaker senator = senators.get(member);
            if (senator != null && senator.sitsOn(today)) {
                seats.add(senator.seatId());
            }
        }
        return seats;
    }

    private static List<String> particular(String name) {
        return Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
                .filter(word -> word.length() > 1 && !COMMON.contains(word))
                .distinct()
                .toList();
    }
}
