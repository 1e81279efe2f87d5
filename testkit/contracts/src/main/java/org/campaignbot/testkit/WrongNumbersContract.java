package org.campaignbot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.campaignbot.outcomes.WrongNumbers;
import org.campaignbot.outcomes.WrongNumbers.Reported;
import org.junit.jupiter.api.Test;

/** Contract tests for {@link WrongNumbers}. */
public abstract class WrongNumbersContract {

    private static final String NUMBER = "202-224-4451";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Duration DAY = Duration.ofDays(1);

    /** A store without counts. */
    protected abstract WrongNumbers empty();

    @Test
    void aPersonCountsOnceADay() {
        WrongNumbers numbers = empty();
        numbers.report("ana", NUMBER, Fixtures.NOON);
        numbers.report("ana", NUMBER, Fixtures.NOON.plusSeconds(60));
        assertThat(numbers.reported()).containsExactly(new Reported(NUMBER, 1, TODAY));
        numbers.report("ana", NUMBER, Fixtures.NOON.plus(DAY));
        assertThat(numbers.reported()).containsExactly(new Reported(NUMBER, 2, TODAY.plusDays(1)));
    }

    @Test
    void threeReportsPutANumberOnTheList() {
        WrongNumbers numbers = empty();
        numbers.report("ana", NUMBER, Fixtures.NOON);
        numbers.report("ben", NUMBER, Fixtures.NOON);
        assertThat(numbers.reported()).noneMatch(Reported::isShown);
        numbers.report("cy", NUMBER, Fixtures.NOON.plus(DAY));
        assertThat(numbers.reported()).containsExactly(new Reported(NUMBER, 3, TODAY.plusDays(1)));
        assertThat(numbers.reported()).allMatch(Reported::isShown);
    }

    @Test
    void whatIsWithdrawnDoesNotCountAndItsDayIsForgotten() {
        WrongNumbers numbers = empty();
        numbers.report("ana", NUMBER, Fixtures.NOON);
        numbers.report("ben", NUMBER, Fixtures.NOON.plus(DAY));
        numbers.withdraw("ben", NUMBER, Fixtures.NOON.plus(DAY));
        numbers.withdraw("ben", NUMBER, Fixtures.NOON.plus(DAY));
        numbers.withdraw("cy", NUMBER, Fixtures.NOON.plus(DAY));
        assertThat(numbers.reported()).containsExactly(new Reported(NUMBER, 1, TODAY));
    }

    @Test
    void afterTwoDaysNobodyKnowsWhoReportedButTheCountStays() {
        WrongNumbers numbers = empty();
        numbers.report("ana", NUMBER, Fixtures.NOON);
        numbers.withdraw("ana", NUMBER, Fixtures.NOON.plus(DAY.multipliedBy(2)).plusSeconds(1));
        assertThat(numbers.reported()).containsExactly(new Reported(NUMBER, 1, TODAY));
    }

    @Test
    void aDismissedNumberStartsAnew() {
        WrongNumbers numbers = empty();
        numbers.report("ana", NUMBER, Fixtures.NOON);
        numbers.report("ana", "202-224-6542", Fixtures.NOON);
        numbers.dismiss(NUMBER);
        numbers.dismiss("202-555-0100");
        assertThat(numbers.reported()).extracting(Reported::number).containsExactly("202-224-6542");
        numbers.report("ana", NUMBER, Fixtures.NOON);
        assertThat(numbers.reported()).contains(new Reported(NUMBER, 1, TODAY));
    }
}
