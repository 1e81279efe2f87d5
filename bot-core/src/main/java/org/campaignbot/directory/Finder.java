package org.campaignbot.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.campaignbot.directory.Lookup.StateOnly;
import org.campaignbot.directory.Lookup.Unknown;
import org.jspecify.annotations.Nullable;

/**
 * Interprets what a person typed: first as a ZIP code, then as a district, a state, a place with or without its state, and a
 * lawmaker's name. Input that fits in several ways becomes a question with all of them.
 */
final class Finder {

    private static final Set<String> MILITARY_MAIL = Set.of("apo", "fpo", "dpo");
    private static final Set<String> NEW_YORK_CITY = Set.of("nyc", "newyorkcity");
    private static final String WASHINGTON = "washington";

    private final ZipCodes zips;
    private final Places places;
    private final SpellingIndex placeSpelling;
    private final StateNames stateNames = new StateNames();
    private final LawmakerNames lawmakers;
    private final MemberIndex memberIndex;
    private final LookupAnswers lookupAnswers;

    Finder(ZipCodes zips, Places places, Collection<Lawmaker> lawmakers, MemberIndex memberIndex) {
        this.zips = zips;
        this.places = places;
        this.placeSpelling = new SpellingIndex(places.keys());
        this.lawmakers = new LawmakerNames(lawmakers);
        this.memberIndex = memberIndex;
        this.lookupAnswers = new LookupAnswers(memberIndex);
    }

    Lookup find(String text, LocalDate today) {
        int zip = ZipText.next(text, 0);
        return zip == ZipText.NONE ? words(Query.of(text), today) : zips(text, zip, today);
    }

    private Lookup zips(String text, int first, LocalDate today) {
        Area area = zips.at(ZipText.code(text, first));
        for (int next = ZipText.next(text, first + 5); next != ZipText.NONE; next = ZipText.next(text, next + 5)) {
            area = area.and(zips.at(ZipText.code(text, next)));
        }
        return area.isNowhere() ? new Unknown(Unknown.What.NO_SUCH_ZIP) : lookupAnswers.area(area, false, today);
    }

    private Lookup words(Query typed, LocalDate today) {
        if (typed.isEmpty()) {
            return new Unknown(Unknown.What.NOT_UNDERSTOOD);
        }
        TitleWords.@Nullable Titled titled = TitleWords.titled(typed);
        if (titled != null) {
            List<Lawmaker> named = lawmakers.named(titled.name(), titled.chamber());
            if (named.isEmpty()) {
                named = lawmakers.misspelt(titled.name(), titled.chamber()).lawmakers();
            }
            if (!named.isEmpty()) {
                return lookupAnswers.areaOrNamed(Area.NOWHERE, seats(named, today), false, today);
            }
        }
        Query query = TitleWords.stripped(typed);
        return district(query)
                .map(district -> lookupAnswers.area(Area.of(List.of(district)), false, today))
                .or(() -> stateNames.named(query).map(state -> state(state, query, today)))
                .orElseGet(() -> placeOrName(query, today));
    }

    /** Parses "NY-12" and "ny 12"; at large also "AK-AL". */
    private Optional<District> district(Query query) {
        if (query.size() != 2 || query.word(0).length() != 2 || query.word(1).length() > 2) {
            return Optional.empty();
        }
        String number = query.word(1).equals("al") ? "0" : query.word(1).replaceFirst("^0(?=.)", "");
        return District.parse(query.word(0).toUpperCase(Locale.ROOT) + "-" + number)
                .filter(memberIndex::knows);
    }

    private Lookup state(String state, Query query, LocalDate today) {
        // The one state that shares its name with the capital and with towns that people mean at least as often.
        if (query.key(0, query.size()).equals(WASHINGTON)) {
            Area all = Area.of(memberIndex.districts("WA"))
                    .and(Area.of(memberIndex.districts("DC")))
                    .and(places.named(query));
            return lookupAnswers.area(all, false, today);
        }
        return lookupAnswers.state(state, StateOnly.Reason.STATE_NAMED, today);
    }

    private Lookup placeOrName(Query query, LocalDate today) {
        if (MILITARY_MAIL.contains(query.word(0)) && query.size() <= 2) {
            return new Lookup.Military();
        }
        StateNames.@Nullable Ending ending = stateNames.atTheEnd(query).orElse(null);
        Area area = query.hasComma() ? Area.NOWHERE : everywhere(query);
        List<Lawmaker> named = new ArrayList<>(lawmakers.named(query, null));
        if (ending != null) {
            Query before = query.part(0, ending.start());
            area = area.and(placeIn(before, ending.state()));
            boolean oneSeat = memberIndex.isOneSeat(ending.state());
            if (!oneSeat || before.size() > 1) {
                lawmakers.named(before, null).stream()
                        .filter(lawmaker -> lawmaker.state().equals(ending.state()) && !named.contains(lawmaker))
                        .forEach(named::add);
            }
            if (area.isNowhere() && named.isEmpty() && ending.certain()) {
                return lookupAnswers.state(ending.state(), StateOnly.Reason.PLACE_UNKNOWN, today);
            }
        }
        if (!area.isNowhere() || !named.isEmpty()) {
            return lookupAnswers.areaOrNamed(area, seats(named, today), false, today);
        }
        return misspelt(query, today);
    }

    private Area everywhere(Query query) {
        return NEW_YORK_CITY.contains(query.key(0, query.size()))
                ? places.at("newyork").within("NY")
                : places.named(query);
    }

    /** The area of a place in a state; if it isn't known, the last part after a comma is tried alone. */
    private Area placeIn(Query before, String state) {
        Area there = everywhere(before).within(state);
        int comma = before.lastComma(before.size());
        if (there.isNowhere() && comma > 0) {
            // "12 Main Street, Springfield, IL"
            return everywhere(before.part(comma, before.size())).within(state);
        }
        return there;
    }

    /** A misspelled name. If it is equally close to a town's name, the result is a question. */
    private Lookup misspelt(Query query, LocalDate today) {
        LawmakerNames.Misspelt nearest = lawmakers.misspelt(query, null);
        if (nearest.lawmakers().isEmpty()) {
            return new Unknown(Unknown.What.NOT_UNDERSTOOD);
        }
        Area towns = Area.NOWHERE;
        for (String key : placeSpelling
                .nearest(query.key(0, query.size()), nearest.slips())
                .keys()) {
            towns = towns.and(places.at(key));
        }
        return lookupAnswers.areaOrNamed(towns, seats(nearest.lawmakers(), today), false, today);
    }

    private List<Seat> seats(List<Lawmaker> lawmakers, LocalDate today) {
        return lawmakers.stream()
                .map(Lawmaker::seatId)
                .distinct()
                .map(id -> memberIndex.chair(id).orElseThrow().on(today))
                .toList();
    }
}
