package org.campaignbot.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A small country for tests. Its lawmakers are made up and named after trees: no real member has such a name.
 *
 * <p>New York has the districts 1 to 3, the third vacant; Vermont has one; DC and Guam send delegates. The senator of New York's
 * class 3 was appointed until 2026-11-03.
 */
final class TinyTables {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    static final LocalDate NEW_CONGRESS = LocalDate.of(2027, 1, 3);

    private TinyTables() {}

    static Directory directory() {
        return builder().build();
    }

    static DirectoryBuilder builder() {
        DirectoryBuilder builder =
                Directory.builder().asOf(LocalDate.of(2026, 6, 15)).map(119);
        representative("T000001", "NY-1", "Ann", "Alderholt", "2025-01-03").ifPresent(builder::add);
        representative("T000002", "NY-2", "Bo", "Birchwood", "2025-01-03").ifPresent(builder::add);
        representative("T000003", "VT-0", "Cy", "Cedarholm", "2025-01-03").ifPresent(builder::add);
        representative("T000004", "DC-0", "Di", "Dogwoodson", "2025-01-03").ifPresent(builder::add);
        representative("T000005", "GU-0", "Ed", "Elderling", "2025-01-03").ifPresent(builder::add);
        return builder.add(senator("T000006", "NY", 1, "Fay", "Birchwood", "2025-01-03", "2031-01-03"))
                .add(senator("T000007", "NY", 3, "Gus", "Hawthornley", "2025-02-01", "2026-11-03"))
                .add(senator("T000008", "VT", 1, "Hal", "Junipero", "2025-01-03", "2031-01-03"))
                .add(zip(10001, "Elmtown", "NY-1"))
                .add(zip(10002, "Elmtown", "NY-2"))
                .add(zip(10003, "Saint Oak", "NY-1", "NY-3"))
                .add(zip(10004, "Pineville", "NY-3"))
                .add(zip(5001, "Pineville", "VT-0"))
                .add(zip(5002, "Border Falls", "NY-2", "VT-0"))
                .add(zip(20001, "Washington", "DC-0"))
                .add(zip(12345, "Washington", "NY-2"))
                .add(zip(98101, "Rainport", "WA-1"))
                .add(zip(96910, "", "GU-0"))
                .add(new ZipEntry(10009, ZipEntry.Kind.STATE_ONLY, List.of(), Optional.of("NY"), "Boxville"))
                .add(new ZipEntry(9001, ZipEntry.Kind.MILITARY, List.of(), Optional.empty(), "APO AE"))
                .add(new ZipEntry(96898, ZipEntry.Kind.NO_MEMBER, List.of(), Optional.empty(), "Wake Island"))
                .addPlace("Hagåtña", new District("GU", 0));
    }

    static ZipEntry zip(int code, String place, String... districts) {
        List<District> parsed = List.of(districts).stream()
                .map(name -> District.parse(name).orElseThrow())
                .toList();
        return new ZipEntry(code, ZipEntry.Kind.DISTRICTS, parsed, Optional.empty(), place);
    }

    /** A representative until the end of the Congress in which the term starts. */
    static Optional<Lawmaker> representative(String key, String seat, String first, String last, String start) {
        LocalDate from = LocalDate.parse(start);
        LocalDate until = Congress.start(Congress.number(from) + 1);
        return District.parse(seat)
                .map(district -> new Lawmaker(
                        key,
                        Chamber.HOUSE,
                        district.state(),
                        Optional.of(district),
                        first + " " + last,
                        first,
                        last,
                        "Independent",
                        OptionalInt.empty(),
                        Optional.empty(),
                        from,
                        until,
                        Optional.of("202-555-0100"),
                        Optional.empty(),
                        Optional.of("https://example.org"),
                        Optional.empty()));
    }

    static Lawmaker senator(
            String key, String state, int senateClass, String first, String last, String start, String end) {
        return new Lawmaker(
                key,
                Chamber.SENATE,
                state,
                Optional.empty(),
                first + " " + last,
                first,
                last,
                "Independent",
                OptionalInt.of(senateClass),
                Optional.of("senior"),
                LocalDate.parse(start),
                LocalDate.parse(end),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
