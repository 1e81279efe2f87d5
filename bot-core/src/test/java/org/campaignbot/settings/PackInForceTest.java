package org.campaignbot.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Value;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PackInForceTest {

    private static Pack with(Map<String, String> values, LocalDate today) {
        return PackInForce.of(OrganizersPack.pack(), new Version(3, new TreeMap<>(values)), today);
    }

    private static Pack with(Map<String, String> values) {
        return with(values, OrganizersPack.TODAY);
    }

    private static @Nullable Value field(Pack pack, String record, String field) {
        return ((Value.Row) Objects.requireNonNull(pack.records().get(record)))
                .fields()
                .get(field);
    }

    @Test
    void whatIsNotSetIsAsInThePack() {
        Pack pack = with(Map.of("call.status", "closed", "call.as_of", "2026-11-20"));
        assertThat(field(pack, "call", "status")).isEqualTo(new Value.Text("closed"));
        assertThat(field(pack, "call", "as_of")).isEqualTo(new Value.Day(LocalDate.of(2026, 11, 20)));
        assertThat(field(pack, "call", "title")).isEqualTo(new Value.Text("Call"));
        assertThat(pack.records().get("bill"))
                .isEqualTo(OrganizersPack.pack().records().get("bill"));
        assertThat(pack.revision()).isEqualTo("1+3");
    }

    @Test
    void organizersAreTheSourceOfWhatTheySayOfAnAction() {
        Pack pack = with(Map.of("call.status", "closed", "call.as_of", "2026-11-20"));
        assertThat(field(pack, "call", "source")).isEqualTo(new Value.Text("the organizers of this bot"));
    }

    @Test
    void aNumberOfAnActionIsDialedByATapOnceSomebodyCalledIt() {
        Map<String, String> set = new TreeMap<>(Map.of(
                "office-call.phone", "303-555-0142",
                "office-call.office", "the governor's office",
                "office-call.office.es", "la oficina del gobernador",
                "office-call.source", "a letter"));
        assertThat(field(with(set), "office-call", "phone")).isEqualTo(new Value.Code("303-555-0142"));
        assertThat(((Value.Translated) Objects.requireNonNull(field(with(set), "office-call", "office")))
                        .in(new Language("es")))
                .isEqualTo("la oficina del gobernador");
        set.put("office-call.verified_on", "2026-11-20");
        assertThat(field(with(set), "office-call", "phone")).isEqualTo(new Value.Phone("303-555-0142"));
    }

    @Test
    void whoeverClosesAnActionDatesNoNumberOfThePack() {
        Map<String, String> numbered = Map.of("office-call.phone", "303-555-0142", "office-call.source", "a letter");
        Map<String, String> closed = Map.of("office-call.status", "closed", "office-call.as_of", "2026-11-23");
        Pack pack = PackInForce.of(with(numbered), new Version(4, new TreeMap<>(closed)), OrganizersPack.TODAY);
        assertThat(field(pack, "office-call", "as_of")).isEqualTo(new Value.Day(LocalDate.of(2026, 11, 23)));
        assertThat(field(pack, "office-call", "phone_as_of")).isEqualTo(new Value.Day(LocalDate.of(2026, 11, 1)));
        assertThat(field(pack, "office-call", "phone_source")).isEqualTo(new Value.Text("a letter"));
    }

    @Test
    void aTranslationOfTheWordsBeforeIsNotSaidAnyMore() {
        Language spanish = new Language("es");
        Value.Translated alone = (Value.Translated)
                Objects.requireNonNull(field(with(Map.of("bill.summary", "It failed.")), "bill", "summary"));
        assertThat(alone.in(spanish)).isEqualTo("It failed.");
        Value.Translated both = (Value.Translated) Objects.requireNonNull(
                field(with(Map.of("bill.summary", "It failed.", "bill.summary.es", "No pasó.")), "bill", "summary"));
        assertThat(both.in(spanish)).isEqualTo("No pasó.");
    }

    @Test
    void aSourceIsShownWhereSourcesAreListed() {
        Pack pack = with(Map.of("bill.source", "https://example.org/vote"));
        Value source = new Value.Link("example.org", URI.create("https://example.org/vote"));
        assertThat(field(pack, "bill", "sources"))
                .isEqualTo(new Value.Rows(List.of(new Value.Row(Map.of("source", source)))));
    }

    @Test
    void aLinkKeepsItsLabelAtAnotherAddress() {
        Pack pack = with(Map.of("page.url", "https://example.org/found"));
        assertThat(field(pack, "page", "link"))
                .isEqualTo(new Value.Link("The page", URI.create("https://example.org/found")));
    }

    @Test
    void aPageIsOpenedByWhoeverSaysSo() {
        assertThat(field(with(Map.of("page.url", "https://example.org/found")), "page", "url_status"))
                .isEqualTo(new Value.Text("fallback"));
        Pack opened = with(Map.of("page.opened_on", "2026-11-20", "page.opened_by", "ana"));
        assertThat(field(opened, "page", "url_status")).isEqualTo(new Value.Text("opened"));
        assertThat(field(opened, "page", "opened_on")).isEqualTo(new Value.Day(LocalDate.of(2026, 11, 20)));
    }

    @Test
    void aNumberMayBeTappedForNinetyDaysAfterSomebodyCalledIt() {
        Map<String, String> called = Map.of("line.verified_on", "2026-11-20", "line.verified_by", "ana");
        assertThat(field(with(called), "line", "number")).isEqualTo(new Value.Phone("202-555-0100"));
        LocalDate last = LocalDate.of(2026, 11, 20).plusDays(90);
        assertThat(field(with(called, last), "line", "number")).isEqualTo(new Value.Phone("202-555-0100"));
        assertThat(field(with(called, last.plusDays(1)), "line", "number")).isEqualTo(new Value.Code("202-555-0100"));
    }

    @Test
    void aNumberThatWasOnlyChangedIsNotTappable() {
        Pack pack = with(Map.of("line.number", "202-555-0199", "line.as_of", "2026-11-20"));
        assertThat(field(pack, "line", "number")).isEqualTo(new Value.Code("202-555-0199"));
        assertThat(field(pack, "line", "dial")).isEqualTo(new Value.Text("no"));
    }

    @Test
    void wordsCanNameWhatTheOrganizationSaysOfItself() {
        Pack pack = with(Map.of("human-contact", "https://example.org/us", "approved-on", "2026-11-20"));
        assertThat(pack.records().get("human-contact"))
                .isEqualTo(new Value.Link("example.org", URI.create("https://example.org/us")));
        assertThat(pack.records().get("approved-on")).isEqualTo(new Value.Day(LocalDate.of(2026, 11, 20)));
        assertThat(pack.records()).doesNotContainKeys("lobby-contact", "endorsed_by");
    }

    @Test
    void aSettingForARecordThatIsGoneChangesNothing() {
        assertThat(with(Map.of("gone.status", "closed")).records())
                .isEqualTo(OrganizersPack.pack().records());
    }
}
