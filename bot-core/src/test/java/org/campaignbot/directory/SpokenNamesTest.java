package org.campaignbot.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenNamesTest {

    private static final List<Seat> AMONG = List.of(
            seat("MA-S2", "Markey"),
            seat("NY-S1", "Gillibrand"),
            seat("MD-S1", "Van Hollen"),
            seat("IN-S3", "Young"),
            seat("NV-S1", "Rosen"),
            seat("NV-S3", "Cortez Masto"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            left a voicemail for markey             | MA-S2
            Markey's office was nice                | MA-S2
            markeys was a menu                      | MA-S2
            I was at the market, it was busy        | ''
            la otra gilibran me puso una musiquita  | NY-S1
            talked to van hollen                    | MD-S1
            vanhollens mailbox is full              | MD-S1
            hollen's people                         | MD-S1
            a young lady answered                   | ''
            Young people answered                   | ''
            I talked to Young today                 | IN-S3
            sen young picked up                     | IN-S3
            left one for young and it was busy      | IN-S3
            a message for young                     | IN-S3
            i said it for young people              | ''
            call young                              | IN-S3
            llamar a young primero                  | IN-S3
            do young first                          | IN-S3
            call young voters                       | ''
            i meant ada young. can i do that first  | IN-S3
            markey and gillibrand, voicemail both   | MA-S2 NY-S1
            nobody picked up                        | ''
            rosen still not called                  | NV-S1
            no rosen hung up                        | NV-S1
            con rosen si platique                   | NV-S1
            the voicemail was rosen                 | NV-S1
            i got rosen's voicemail                 | NV-S1
            that was cortez masto i left it for     | NV-S3
            left vm for masto NOT rosen             | NV-S1 NV-S3
            she was young and nice                  | ''
            🙂                                      | ''
            """)
    void aNameInASentenceIsItsSeat(String said, String seats) {
        assertThat(Directory.spokenOf(said, AMONG).stream().map(Seat::id).toList())
                .isEqualTo(seats.isEmpty() ? List.of() : List.of(seats.split(" ", -1)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            le deje el recado al shif               | CA-S1
            talked to kornin                        | TX-S2
            talked to kornin's girl                 | TX-S2
            shumer and then padila                  | NY-S3 CA-S3
            I shift work so I left it to him        | ''
            the sheriff answered                    | ''
            kolins was busy                         | ME-S2
            """)
    void aNameIsWrittenByEar(String said, String seats) {
        List<Seat> among = List.of(
                seat("CA-S1", "Schiff"),
                seat("TX-S2", "Cornyn"),
                seat("NY-S3", "Schumer"),
                seat("CA-S3", "Padilla"),
                seat("ME-S2", "Collins"));

        assertThat(Directory.spokenOf(said, among).stream().map(Seat::id).toList())
                .isEqualTo(seats.isEmpty() ? List.of() : List.of(seats.split(" ", -1)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            left vm for masto NOT rosen             | left vm for @ not @             | NV-S3 NV-S1
            Cortez Masto's office hung up           | @ office hung up                | NV-S3
            talked to masto and rosen was busy      | talked to @ and @ was busy      | NV-S3 NV-S1
            nobody picked up                        | nobody picked up                | ''
            """)
    void namesAreCutOutOfASentence(String said, String rest, String seats) {
        Spoken spoken = Directory.spoken(said, AMONG);
        assertThat(spoken.text()).isEqualTo(rest);
        assertThat(spoken.named().stream().map(Seat::id).toList())
                .isEqualTo(seats.isEmpty() ? List.of() : List.of(seats.split(" ", -1)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            talked to a gal at John's office        | PA-S3
            daves girl said he's leaning no         | PA-S1
            got johns voicemail                     | PA-S3
            dave i got cut off, john i left one     | PA-S1 PA-S3
            left one for john                       | PA-S3
            la otra, dave, no contesta              | PA-S1
            talked to a guy named john              | ''
            john answered and he was nice           | ''
            spoke to john                           | ''
            john's mom called too                   | ''
            """)
    void aFirstNameIsASeatOnlyWhereItIsHardlyAStaffers(String said, String seats) {
        List<Seat> two = List.of(seat("PA-S1", "Dave", "McCormick"), seat("PA-S3", "John", "Fetterman"));

        assertThat(Directory.spokenOf(said, two).stream().map(Seat::id).toList())
                .isEqualTo(seats.isEmpty() ? List.of() : List.of(seats.split(" ", -1)));
        assertThat(Directory.spokenOf(
                        said, List.of(seat("PA-S1", "John", "McCormick"), seat("PA-S3", "John", "Fetterman"))))
                .as("two of one name")
                .isEmpty();
    }

    private static Seat seat(String id, String lastName) {
        return seat(id, "Ada", lastName);
    }

    private static Seat seat(String id, String firstName, String lastName) {
        Lawmaker holder = TinyTables.senator(
                "T000011", id.substring(0, 2), id.charAt(4) - '0', firstName, lastName, "2025-01-03", "2031-01-03");
        return new Seat(
                id,
                Chamber.SENATE,
                id.substring(0, 2),
                Optional.empty(),
                SeatStatus.FILLED,
                Optional.of(holder),
                Optional.<LocalDate>empty(),
                Optional.empty());
    }
}
