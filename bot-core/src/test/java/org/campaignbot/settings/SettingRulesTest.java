package org.campaignbot.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.campaignbot.conversation.TinyPack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingRulesTest {

    private final SettingRules settingRules = new SettingRules(Catalog.of(OrganizersPack.pack()));

    private List<String> refusals(Map<String, String> set) {
        return refusals(Version.FIRST, set);
    }

    private List<String> refusals(Version before, Map<String, String> set) {
        return settingRules.refusals(before, Change.set("ana", TinyPack.NOON, set), OrganizersPack.TODAY);
    }

    private static Version version(Map<String, String> values) {
        return new Version(1, new TreeMap<>(values));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "call.status | shut | one of open, closed, retargeted",
                "call.opens | tomorrow | a day, as 2026-11-24",
                "page.url | http://example.org | begins with https://",
                "line.number | 555 | a phone number",
                "human-contact | Ana | an e-mail address",
                "human-contact | Ana 202-555-0100 ana@example.org | an e-mail address",
                "bill.summary | Call 202-555-0100 now | without a phone number",
                "keep_days | 91 | a whole number from 1 to 90",
                "alerts-a-week | 2 | a whole number from 0 to 1",
                "quiet-hours | 9pm-9am | two times of day",
                "approved-on | yes | a day",
                "approval | three | one of two, alone"
            })
    void whatASettingDoesNotTakeIsRefusedWithWhatItTakes(String key, String value, String fix) {
        assertThat(refusals(Map.of(key, value))).singleElement().asString().contains(key, value, fix);
    }

    @Test
    void anActionIsTurnedToANumberOnceItIsKnownWhoseAndFromWhere() {
        Map<String, String> toTheNumber = Map.of("office-call.who", "number", "office-call.as_of", "2026-11-20");
        assertThat(refusals(toTheNumber))
                .hasSize(2)
                .anySatisfy(each -> assertThat(each).contains("Set office-call.office first"))
                .anySatisfy(each -> assertThat(each).contains("Set office-call.phone first"));
        Map<String, String> phone = Map.of("office-call.phone", "303-555-0142", "office-call.as_of", "2026-11-20");
        assertThat(refusals(phone)).singleElement().asString().contains("--source");
        assertThat(refusals(Map.of("office-call.phone", "555-0142")))
                .singleElement()
                .asString()
                .contains("a phone number");
        Version before = version(Map.of(
                "office-call.office",
                "the governor's office",
                "office-call.phone",
                "303-555-0142",
                "office-call.source",
                "a letter",
                "office-call.as_of",
                "2026-11-20"));
        assertThat(refusals(before, toTheNumber)).isEmpty();
        Version turned = before.after(Change.set("ana", TinyPack.NOON, toTheNumber));
        assertThat(settingRules.refusals(
                        turned,
                        Change.unset("ana", TinyPack.NOON, List.of("office-call.office", "office-call.phone")),
                        OrganizersPack.TODAY))
                .hasSize(2);
    }

    @Test
    void onlyAnActionAboutCallsIsTurnedToANumber() {
        assertThat(refusals(Map.of("call.who", "number")))
                .singleElement()
                .asString()
                .contains("one of senate, house, both.");
        assertThat(refusals(Map.of("call.phone", "303-555-0142"))).hasSize(1);
    }

    @Test
    void aKeyThatIsNotThereIsRefused() {
        assertThat(refusals(Map.of("bill.stat", "enacted"))).containsExactly("There is no setting \"bill.stat\".");
        assertThat(refusals(Map.of("beans.text", "In June."))).hasSize(1);
    }

    @Test
    void whatPeopleAreToldNeedsItsDay() {
        assertThat(refusals(Map.of("call.status", "closed")))
                .singleElement()
                .asString()
                .contains("--as-of");
        assertThat(refusals(Map.of("call.status", "closed", "call.as_of", "2026-11-20")))
                .isEmpty();
    }

    @Test
    void whatHappenedToABillNeedsItsSourceToo() {
        assertThat(refusals(Map.of("bill.state", "failed", "bill.as_of", "2026-11-20")))
                .singleElement()
                .asString()
                .contains("--source");
        assertThat(refusals(Map.of(
                        "bill.state", "failed", "bill.as_of", "2026-11-20", "bill.source", "https://example.org/vote")))
                .isEmpty();
    }

    @Test
    void theDayOfAnEarlierChangeDoesNotDateANewOne() {
        Version before = version(Map.of("call.status", "closed", "call.as_of", "2026-11-20"));
        assertThat(refusals(before, Map.of("call.status", "open"))).hasSize(1);
        assertThat(refusals(before, Map.of("call.as_of", "2026-11-23"))).isEmpty();
    }

    @Test
    void theDayCannotBeTakenFromWhatItDates() {
        Version before = version(Map.of("call.status", "closed", "call.as_of", "2026-11-20"));
        assertThat(settingRules.refusals(
                        before, Change.unset("ana", TinyPack.NOON, List.of("call.as_of")), OrganizersPack.TODAY))
                .hasSize(1);
        assertThat(settingRules.refusals(
                        before, Change.unset("ana", TinyPack.NOON, before.keysOf("call")), OrganizersPack.TODAY))
                .isEmpty();
    }

    @Test
    void aDayThatIsYetToComeDatesNothing() {
        assertThat(refusals(Map.of("call.status", "closed", "call.as_of", "2026-11-25")))
                .singleElement()
                .asString()
                .contains("yet to come", "2026-11-24");
    }

    @Test
    void aVerifiedNumberNamesWhoCalledIt() {
        assertThat(refusals(Map.of("line.verified_on", "2026-11-20")))
                .singleElement()
                .asString()
                .contains("--by");
        assertThat(refusals(Map.of("line.verified_by", "ana")))
                .singleElement()
                .asString()
                .contains("verified_on");
        assertThat(refusals(Map.of("line.verified_on", "2026-11-20", "line.verified_by", "ana")))
                .isEmpty();
    }

    @Test
    void anOpenedPageNamesWhoOpenedIt() {
        assertThat(refusals(Map.of("page.opened_on", "2026-11-20")))
                .singleElement()
                .asString()
                .contains("--by");
        assertThat(refusals(Map.of("page.opened_by", "ana")))
                .singleElement()
                .asString()
                .contains("opened_on");
        assertThat(refusals(Map.of("page.url_status", "opened", "page.as_of", "2026-11-20")))
                .singleElement()
                .asString()
                .contains("page.opened_on");
        assertThat(refusals(Map.of("page.opened_on", "2026-11-20", "page.opened_by", "ana")))
                .isEmpty();
        assertThat(refusals(Map.of("page.opened_on", "2026-11-25", "page.opened_by", "ana")))
                .singleElement()
                .asString()
                .contains("yet to come");
    }

    @Test
    void aWindowOpensBeforeItCloses() {
        assertThat(refusals(
                        Map.of("call.opens", "2026-12-02", "call.closes", "2026-12-01", "call.as_of", "2026-11-24")))
                .singleElement()
                .asString()
                .contains("before it opens");
    }

    @Test
    void valuesWrittenByHandAreHeldToTheSameKinds() {
        assertThat(settingRules.unusable(version(Map.of("call.status", "shut", "gone.status", "whatever"))))
                .singleElement()
                .asString()
                .contains("call.status", "shut");
    }
}
