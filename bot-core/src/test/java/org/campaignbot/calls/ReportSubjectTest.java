package org.campaignbot.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.campaignbot.directory.Chamber;
import org.campaignbot.directory.Lawmaker;
import org.campaignbot.directory.Seat;
import org.campaignbot.directory.SeatStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportSubjectTest {

    private static final Seat OAK = seat("NY-S1", "Oakhurst", 1);
    private static final Seat PINE = seat("NY-S3", "Pinehill", 3);

    /** The card of Oakhurst is open, and nobody was called. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            left a voicemail for pinehill                     | NY-S3
            oakhursts mailbox is full                         | NY-S1
            the other one was busy                            | NY-S3
            other one i got a kid on there                    | NY-S3
            ya con el otro si hable                           | NY-S3
            al otro le marqué y da ocupado                    | NY-S3
            the second one went to voicemail                  | NY-S3
            el segundo no contestó                            | NY-S3
            llamé al primero y no contestaron                 | NY-S1
            oakhurst answered, pinehill was busy              | several
            the first was busy and the second picked up       | several
            a lady on the other end took my name              | ''
            left it on the other line                         | ''
            i called the other day and got voicemail          | ''
            got through on the second try                     | ''
            contestaron al segundo intento                    | ''
            me tuvieron un segundo en espera                  | ''
            it was my first call ever, left a voicemail       | ''
            left a voicemail                                  | ''
            """)
    void aReportIsAboutWhomItsWordsSay(String said, String whom) {
        assertThat(told(said, Optional.of(OAK), List.of())).isEqualTo(whom);
    }

    @ParameterizedTest
    @CsvSource({"the other one was busy, NY-S3", "al otro no le pude hablar, NY-S3", "I left oakhurst a message, NY-S1"
    })
    void afterOneReportTheOtherOneIsTheOneOnTheScreen(String said, String whom) {
        assertThat(told(said, Optional.of(PINE), List.of("NY-S1"))).isEqualTo(whom);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            the other one was busy  | ''
            the first one was busy  | NY-S1
            """)
    void withoutACardTheOtherOneIsNobody(String said, String whom) {
        assertThat(told(said, Optional.empty(), List.of())).isEqualTo(whom);
    }

    private static String told(String said, Optional<Seat> open, List<String> called) {
        ReportSubject told = ReportSubject.of(said, List.of(OAK, PINE), open, called);
        return told.isSeveral() ? "several" : told.seat().map(Seat::id).orElse("");
    }

    private static Seat seat(String id, String lastName, int senateClass) {
        Lawmaker holder = new Lawmaker(
                "T00000" + senateClass,
                Chamber.SENATE,
                "NY",
                Optional.empty(),
                "Ada " + lastName,
                "Ada",
                lastName,
                "Independent",
                OptionalInt.of(senateClass),
                Optional.of("senior"),
                LocalDate.of(2025, 1, 3),
                LocalDate.of(2031, 1, 3),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new Seat(
                id,
                Chamber.SENATE,
                "NY",
                Optional.empty(),
                SeatStatus.FILLED,
                Optional.of(holder),
                Optional.empty(),
                Optional.empty());
    }
}
