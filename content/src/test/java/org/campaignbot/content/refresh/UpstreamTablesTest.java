package org.campaignbot.content.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.campaignbot.content.refresh.Table.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpstreamTablesTest {

    private static final Table OFFICES = new Table(
            List.of("bioguide", "city", "state", "zip", "address", "latitude", "longitude", "zone"),
            List.of(
                    office("A000001", "Knoxville", "TN", "37902", "1 Elm St", "America/New_York"),
                    office("A000001", "Memphis", "TN", "38103", "2 Oak St", "America/Chicago"),
                    office("A000001", "Nashville", "TN", "37203", "3 Ash St", "America/Chicago")));
    private static final Table NONE = new Table(List.of(), List.of());

    @TempDir
    private Path folder = Path.of("");

    private static Row office(String bioguide, String city, String state, String zip, String address, String zone) {
        return new Row(Map.of(
                "bioguide", bioguide, "city", city, "state", state, "zip", zip, "address", address, "zone", zone));
    }

    @BeforeEach
    void publish() throws IOException {
        Files.writeString(folder.resolve(Upstream.LEGISLATORS), """
                - id: {bioguide: A000001, thomas: 00172}
                  name: {first: Bo, last: Birchwood}
                  terms:
                  - {type: rep, start: 2019-01-03, end: 2021-01-03, state: TN, district: 5, party: Independent}
                  - {type: sen, start: 2021-01-03, end: 2027-01-03, state: TN, class: 2, state_rank: junior, party: Independent}
                - id: {bioguide: A000002}
                  name: {first: Ann, last: Alderholt, official_full: "Ann  \\n Alderholt"}
                  terms:
                  - {type: rep, start: 2025-01-03, end: 2027-01-03, state: AK, district: 0, party: Independent, phone: 202-555-0100}
                """);
        Files.writeString(folder.resolve(Upstream.OFFICES), """
                - id: {bioguide: A000001}
                  offices:
                  - {city: Knoxville, state: TN, zip: 99999, address: 1 Elm St}
                  - {city: Bristol, state: TN, zip: 37620-1234, address: 4 Fir St}
                  - {city: Elsewhere, state: TN, zip: 00000, address: 5 Yew St}
                  - {city: Juneau, state: AK, address: 6 Spruce St}
                - id: {bioguide: A000009}
                  offices:
                  - {city: Nowhere, state: TN}
                """);
        Files.writeString(folder.resolve(Upstream.SOCIAL), "- id: {bioguide: A000002}\n  social: {twitter: ann}\n");
        Files.writeString(folder.resolve(Upstream.COMMITTEES), """
                - {type: house, name: House Committee on Trees, thomas_id: HSTR, subcommittees: [{name: Elms, thomas_id: 01}]}
                """);
        Files.writeString(
                folder.resolve(Upstream.MEMBERSHIP), "HSTR01:\n- {bioguide: A000002, rank: 1, title: Chair}\n");
    }

    private MemberTables tables() {
        Table zips = new Table(List.of(), List.of(new Row(Map.of("zip", "37620", "zone", "America/New_York"))));
        Table states =
                new Table(List.of(), List.of(new Row(Map.of("state", "AK", "zones", "America/Juneau America/Nome"))));
        MemberTables present = new MemberTables(NONE, OFFICES, NONE, NONE);
        Upstream upstream = Upstream.read(folder, new ArrayList<>()).orElseThrow();
        return new UpstreamTables(present, new OfficeZones(OFFICES, zips, states)).of(upstream);
    }

    @Test
    void theLastTermSaysWhereAMemberSits() {
        assertThat(tables().lawmakers().rows())
                .satisfiesExactly(
                        ann -> assertThat(MemberTables.seat(ann)).isEqualTo("AK-0"),
                        bo -> assertThat(MemberTables.seat(bo)).isEqualTo("TN-S2"));
    }

    @Test
    void aNameStandsOnOneLineAndIsMadeOfItsPartsWhereTheSourceHasNoOther() {
        assertThat(tables().lawmakers().rows())
                .extracting(row -> row.get("name"))
                .containsExactly("Ann    Alderholt", "Bo Birchwood");
    }

    @Test
    void textsThatLookLikeNumbersOrDatesStayAsTheyAre() {
        Row bo = tables().lawmakers().rows().get(1);
        assertThat(bo.get("term_start")).isEqualTo("2021-01-03");
        assertThat(tables().committees().rows())
                .extracting(row -> row.get("committee"))
                .containsExactly("HSTR", "HSTR01");
    }

    @Test
    void anOfficeHasTheZoneThatIsKnownOrThatOfItsZipCodeOrMostlyItsStates() {
        assertThat(tables().offices().rows())
                .extracting(row -> row.get("city") + " " + row.get("zone"))
                .containsExactly(
                        "Bristol America/New_York",
                        "Elsewhere America/Chicago",
                        "Juneau America/Juneau",
                        "Knoxville America/New_York");
    }
}
