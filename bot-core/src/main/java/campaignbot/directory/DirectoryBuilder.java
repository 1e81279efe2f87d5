package campaignbot.directory;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the rows of the tables and makes a {@link Directory} of them.
 * Rows come checked: whoever reads the tables reports what is wrong in them with its place in the file.
 */
public final class DirectoryBuilder {

    private @Nullable LocalDate asOf;
    private int map;
    private final List<Lawmaker> lawmakers = new ArrayList<>();
    private final Map<String, List<DistrictOffice>> offices = new LinkedHashMap<>();
    private final Committees committees = new Committees();
    private final ZipCodes zips = new ZipCodes();
    private final Places places = new Places();
    private final Map<String, List<ZoneId>> clocks = new LinkedHashMap<>();
    private final Set<District> districts = new TreeSet<>();
    private BoundarySource boundaries =
            () -> new BoundarySource.Result.Failed("this directory was made without boundaries");
    private Supplier<List<ZipPoint>> points = List::of;

    DirectoryBuilder() {}

    /** Sets the state of the source of the lawmakers' table; it must be set. */
    public DirectoryBuilder asOf(LocalDate day) {
        asOf = day;
        return this;
    }

    /** Sets the number of the Congress whose districts the ZIP codes and boundaries show; it must be set. */
    public DirectoryBuilder map(int congress) {
        map = congress;
        return this;
    }

    /** Adds a lawmaker; two terms of one seat may both be here. */
    public DirectoryBuilder add(Lawmaker lawmaker) {
        lawmakers.add(lawmaker);
        return this;
    }

    /** Adds an office. */
    public DirectoryBuilder add(DistrictOffice office) {
        offices.computeIfAbsent(office.bioguide(), key -> new ArrayList<>()).add(office);
        return this;
    }

    /** Adds a committee; a subcommittee's parent is added as well. */
    public DirectoryBuilder add(Committee committee) {
        committees.add(committee);
        return this;
    }

    /** Adds a lawmaker, by their key, to a committee, by its code. */
    public DirectoryBuilder addMember(String committee, String bioguide) {
        committees.addMember(committee, bioguide);
        return this;
    }

    /**
     * Adds a ZIP code, and its ground to the place of that name.
     * It is quickest where entries with the same districts share one list.
     */
    public DirectoryBuilder add(ZipEntry entry) {
        Area area = zips.add(entry);
        if (!entry.place().isEmpty()) {
            places.add(entry.place(), area);
        }
        return this;
    }

    /** Adds a place whose ZIP codes are not named in the tables. */
    public DirectoryBuilder addPlace(String name, District district) {
        districts.add(district);
        places.add(name, Area.of(List.of(district)));
        return this;
    }

    /** Sets the time zones of a state by its western and its eastern edge; where they are one it has one clock. */
    public DirectoryBuilder clocks(String state, ZoneId west, ZoneId east) {
        clocks.put(state, west.equals(east) ? List.of(west) : List.of(west, east));
        return this;
    }

    /** Sets where the boundaries are read from when the first position is asked about. */
    public DirectoryBuilder boundaries(BoundarySource source) {
        boundaries = source;
        return this;
    }

    /** Sets where the points of ZIP codes are read from when the first is asked about; without them no place has a position. */
    public DirectoryBuilder points(Supplier<List<ZipPoint>> source) {
        points = source;
        return this;
    }

    /**
     * Makes the directory.
     *
     * @throws IllegalStateException if the state of the source or the number of the map is not set
     */
    public Directory build() {
        if (asOf == null || map == 0) {
            throw new IllegalStateException("a directory needs the state of its source and the number of its map");
        }
        districts.addAll(zips.districts());
        Roll roll = new Roll(lawmakers, districts, asOf, map);
        Map<String, List<DistrictOffice>> byLawmaker = new LinkedHashMap<>();
        offices.forEach((bioguide, theirs) -> byLawmaker.put(bioguide, List.copyOf(theirs)));
        Finder finder = new Finder(zips, places, List.copyOf(lawmakers), roll);
        List<Lawmaker> senators = lawmakers.stream()
                .filter(each -> each.chamber() == Chamber.SENATE)
                .toList();
        return new Directory(
                asOf,
                map,
                roll,
                finder,
                byLawmaker,
                committees.until(Congress.start(Congress.number(asOf) + 1)),
                senators,
                new Points(points, zips),
                clocks,
                boundaries);
    }
}
