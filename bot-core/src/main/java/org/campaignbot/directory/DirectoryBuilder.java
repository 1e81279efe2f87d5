package org.campaignbot.directory;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Collects the rows of the tables and builds a {@link Directory}. Rows must be checked already: the code that reads the tables
 * reports errors with their place in the file.
 */
public final class DirectoryBuilder {

    private @Nullable LocalDate asOf;
    private @Nullable LocalDate namesAsOf;
    private int map;
    private final List<Lawmaker> lawmakers = new ArrayList<>();
    private final Map<String, List<DistrictOffice>> offices = new LinkedHashMap<>();
    private final Committees committees = new Committees();
    private final Gazetteer gazetteer = new Gazetteer();
    // Kept as they come, because a later map needs a gazetteer of its own.
    private final List<ZipEntry> entries = new ArrayList<>();
    private final List<Town> towns = new ArrayList<>();
    private final List<Consumer<Gazetteer>> names = new ArrayList<>();
    private final List<DistrictMap> later = new ArrayList<>();
    private final ForeignPlaces foreignPlaces = new ForeignPlaces();
    private final Map<String, StateClocks> clocks = new LinkedHashMap<>();
    private final Set<District> districts = new TreeSet<>();
    private BoundarySource boundaries =
            () -> new BoundarySource.Result.Failed("this directory was made without boundaries");
    private Supplier<List<ZipPoint>> points = List::of;

    DirectoryBuilder() {}

    /** Sets the date of the lawmaker data; required. */
    public DirectoryBuilder asOf(LocalDate day) {
        asOf = day;
        return this;
    }

    /** Sets the date of the names, if they are newer than the rest of the lawmaker data. */
    public DirectoryBuilder namesAsOf(LocalDate day) {
        namesAsOf = day;
        return this;
    }

    /** Sets the number of the Congress whose districts the ZIP codes and boundaries show; required. */
    public DirectoryBuilder map(int congress) {
        map = congress;
        return this;
    }

    /** Adds a lawmaker; a seat may have two terms. */
    public DirectoryBuilder add(Lawmaker lawmaker) {
        lawmakers.add(lawmaker);
        return this;
    }

    /** Adds an office. */
    public DirectoryBuilder add(DistrictOffice office) {
        offices.computeIfAbsent(office.bioguide(), key -> new ArrayList<>()).add(office);
        return this;
    }

    /** Adds a committee; a subcommittee's parent must be added too. */
    public DirectoryBuilder add(Committee committee) {
        committees.add(committee);
        return this;
    }

    /** Adds a lawmaker, by their key, to a committee, by its code. */
    public DirectoryBuilder addMember(String committee, String bioguide) {
        committees.addMember(committee, bioguide);
        return this;
    }

    /** Adds a ZIP code, and its area to the place with that name. It is fastest if entries with the same districts share one list. */
    public DirectoryBuilder add(ZipEntry entry) {
        entries.add(entry);
        gazetteer.add(entry);
        return this;
    }

    /** Adds a place whose ZIP codes aren't in the tables. */
    public DirectoryBuilder addPlace(String name, District district) {
        districts.add(district);
        return name(each -> each.places.add(name, Area.of(List.of(district))));
    }

    /** Adds a listed town. */
    public DirectoryBuilder add(Town town) {
        towns.add(town);
        gazetteer.towns.add(town);
        return this;
    }

    /** Adds what people call a listed town; the towns must be there already. */
    public DirectoryBuilder addAlias(String alias, String state, String name) {
        return name(each -> each.towns.addAlias(alias, state, name));
    }

    private DirectoryBuilder name(Consumer<Gazetteer> adding) {
        names.add(adding);
        adding.accept(gazetteer);
        return this;
    }

    /** Adds the map of a later Congress, which serves from its first day; one that isn't later is left out. */
    public DirectoryBuilder add(DistrictMap newer) {
        later.add(newer);
        return this;
    }

    /** Adds a name of a country or of a large city outside the United States; of two with one name, the first stays. */
    public DirectoryBuilder add(String name, ForeignPlace place) {
        foreignPlaces.add(name, place);
        return this;
    }

    /** Sets the time zones at a state's western and eastern edges; if they are the same, it has one clock. */
    public DirectoryBuilder clocks(String state, ZoneId west, ZoneId east) {
        return clocks(state, west, east, Optional.empty());
    }

    /**
     * The same for a state in which nearly everybody has one of the two.
     *
     * @param most that one; empty if neither is
     */
    public DirectoryBuilder clocks(String state, ZoneId west, ZoneId east, Optional<ZoneId> most) {
        clocks.put(state, new StateClocks(west.equals(east) ? List.of(west) : List.of(west, east), most));
        return this;
    }

    /** Sets the source of the boundaries, which is read when the first position is looked up. */
    public DirectoryBuilder boundaries(BoundarySource source) {
        boundaries = source;
        return this;
    }

    /** Sets the source of the ZIP code points, which is read on first use; without it, no place has a position. */
    public DirectoryBuilder points(Supplier<List<ZipPoint>> source) {
        points = source;
        return this;
    }

    /**
     * Builds the directory.
     *
     * @throws IllegalStateException if the date of the data or the number of the map isn't set
     */
    public Directory build() {
        if (asOf == null || map == 0) {
            throw new IllegalStateException("a directory needs the state of its source and the number of its map");
        }
        districts.addAll(gazetteer.zips.districts());
        List<DistrictMap> newer =
                later.stream().filter(each -> each.number() > map).toList();
        newer.forEach(each -> each.zips().forEach(entry -> districts.addAll(entry.districts())));
        List<Lawmaker> members = List.copyOf(lawmakers);
        LocalDate ofNames = namesAsOf == null ? asOf : namesAsOf;
        MemberIndex memberIndex = new MemberIndex(members, districts, ofNames, Map.of());
        Maps maps = new Maps(map, memberIndex.oneSeatStates(), newer, List.of());
        Map<String, List<DistrictOffice>> byLawmaker = new LinkedHashMap<>();
        offices.forEach((bioguide, theirs) -> byLawmaker.put(bioguide, List.copyOf(theirs)));
        return new Directory(
                asOf,
                ofNames,
                map,
                maps,
                new Directory.Tables(members, byLawmaker, Set.copyOf(districts)),
                memberIndex,
                view(map, gazetteer, members, memberIndex, maps, boundaries),
                newer.stream()
                        .map(each -> view(each.number(), redrawn(each), members, memberIndex, maps, each.boundaries()))
                        .toList(),
                committees.until(Congress.start(Congress.number(asOf) + 1)),
                new Points(points, gazetteer.zips),
                clocks);
    }

    private Directory.View view(
            int congress,
            Gazetteer by,
            List<Lawmaker> members,
            MemberIndex memberIndex,
            Maps maps,
            BoundarySource source) {
        return Directory.View.of(
                congress,
                new Finder(by.zips, new PlaceNames(by.towns, foreignPlaces, members, memberIndex, maps)),
                new Directory.LazyBoundaries(source));
    }

    /** The places by a later map. The list of towns shows the earlier one, so of a redrawn state's towns only the ZIP codes say more. */
    private Gazetteer redrawn(DistrictMap newer) {
        Gazetteer other = new Gazetteer();
        newer.over(entries).forEach(other::add);
        for (Town town : towns) {
            boolean stays = !newer.states().contains(town.state());
            other.towns.add(stays ? town : new Town(town.name(), town.state(), town.population(), List.of()));
        }
        names.forEach(each -> each.accept(other));
        return other;
    }

    /** What people call places, with the districts of one map. */
    private static final class Gazetteer {
        private final ZipCodes zips = new ZipCodes();
        private final Places places = new Places();
        private final Towns towns = new Towns(places);

        void add(ZipEntry entry) {
            Area area = zips.add(entry);
            if (!entry.place().isEmpty()) {
                places.add(entry.place(), area);
            }
        }
    }
}
