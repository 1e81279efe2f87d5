package org.campaignbot.alert.audience;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.Lawmaker;
import org.campaignbot.people.Language;

/**
 * The names that an audience can use.
 *
 * @param directory who represents each home
 * @param today the date in Washington
 * @param languages the languages of the pack
 * @param platforms the names of channels
 * @param alerts the ids of all alerts
 */
public record AudienceTerms(
        Directory directory, LocalDate today, List<Language> languages, Set<String> platforms, Set<String> alerts) {

    public AudienceTerms {
        languages = List.copyOf(languages);
        platforms = Set.copyOf(platforms);
        alerts = Set.copyOf(alerts);
    }

    /** All sitting lawmakers, by their key. */
    Map<String, Lawmaker> lawmakers() {
        Map<String, Lawmaker> sitting = new TreeMap<>();
        directory.seatIds().stream()
                .flatMap(id -> directory.seat(id, today).stream())
                .flatMap(seat -> seat.holder().stream())
                .forEach(holder -> sitting.put(holder.bioguide(), holder));
        return sitting;
    }

    Collection<String> parties() {
        Set<String> parties = new TreeSet<>();
        lawmakers().values().forEach(each -> parties.add(each.party()));
        return parties;
    }
}
