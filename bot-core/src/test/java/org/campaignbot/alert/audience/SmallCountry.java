package org.campaignbot.alert.audience;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.campaignbot.directory.Chamber;
import org.campaignbot.directory.Committee;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.DirectoryBuilder;
import org.campaignbot.directory.District;
import org.campaignbot.directory.Lawmaker;
import org.campaignbot.directory.ZipEntry;
import org.campaignbot.people.Language;

/**
 * A country of made-up lawmakers: New York with two of three districts filled and one senator whose term ended on 2026-11-03,
 * Vermont with one district, D.C. with a delegate.
 */
public final class SmallCountry {

    public static final Directory DIRECTORY = directory();
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    /** What audiences can name there: two languages, two chat apps and one earlier alert. */
    static final AudienceTerms TERMS = new AudienceTerms(
            DIRECTORY, TODAY, List.of(Language.ENGLISH, Language.SPANISH), Set.of("telegram", "slack"), Set.of("k3x9"));

    private SmallCountry() {}

    private static Directory directory() {
        DirectoryBuilder builder =
                Directory.builder().asOf(LocalDate.of(2026, 6, 15)).map(119);
        for (String district : List.of("NY-1", "NY-2", "NY-3", "VT-0", "DC-0")) {
            builder.addPlace("Elm " + district, District.parse(district).orElseThrow());
        }
        return builder.add(lawmaker("T000001", "NY-1", 0, "Ann Alderholt", "Democrat", "2027-01-03"))
                .add(lawmaker("T000002", "NY-2", 0, "Bo Birchwood", "Republican", "2027-01-03"))
                .add(lawmaker("T000003", "VT-0", 0, "Cy Cedarholm", "Independent", "2027-01-03"))
                .add(lawmaker("T000004", "DC-0", 0, "Di Dogwoodson", "Democrat", "2027-01-03"))
                .add(lawmaker("T000006", "NY", 1, "Fay Firbank", "Democrat", "2031-01-03"))
                .add(lawmaker("T000007", "NY", 3, "Gus Hawthornley", "Republican", "2026-11-03"))
                .add(lawmaker("T000008", "VT", 1, "Hal Junipero", "Republican", "2031-01-03"))
                .add(new Committee(
                        "SSAP", Optional.of(Chamber.SENATE), "Senate Committee on Appropriations", Optional.empty()))
                .add(new Committee("SSAP01", Optional.of(Chamber.SENATE), "Trees", Optional.of("SSAP")))
                .add(new Committee(
                        "HSAP", Optional.of(Chamber.HOUSE), "House Committee on Appropriations", Optional.empty()))
                .addMember("SSAP", "T000006")
                .addMember("SSAP", "T000008")
                .addMember("SSAP01", "T000008")
                .addMember("HSAP", "T000001")
                .add(new ZipEntry(
                        10001, ZipEntry.Kind.DISTRICTS, List.of(new District("NY", 1)), Optional.empty(), "Elmtown"))
                .build();
    }

    private static Lawmaker lawmaker(
            String key, String seat, int senateClass, String name, String party, String termEnd) {
        Optional<District> district = District.parse(seat);
        String[] names = name.split(" ", -1);
        return new Lawmaker(
                key,
                district.isPresent() ? Chamber.HOUSE : Chamber.SENATE,
                seat.substring(0, 2),
                district,
                name,
                names[0],
                names[1],
                party,
                district.isPresent() ? OptionalInt.empty() : OptionalInt.of(senateClass),
                Optional.empty(),
                LocalDate.of(2025, 1, 3),
                LocalDate.parse(termEnd),
                Optional.of("202-555-0100"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
