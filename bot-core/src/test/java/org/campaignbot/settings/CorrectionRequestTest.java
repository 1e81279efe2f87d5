package org.campaignbot.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.campaignbot.directory.Correction;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.District;
import org.campaignbot.directory.Lawmaker;
import org.campaignbot.directory.VermontSenator;
import org.campaignbot.settings.CorrectionRequest.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorrectionRequestTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
    private static final Instant NOW = Instant.parse("2026-11-30T15:00:00Z");
    private static final String OLD = "202-555-0100";
    private static final String NEW = "202-555-0142";

    private final Directory tables = VermontSenator.withPhone(OLD)
            .addPlace("Stowe", new District("VT", 0))
            .build();

    private Version kept = Version.FIRST;

    /** A request with these options; {@code vacant} and {@code hide} take any value. */
    private static CorrectionRequest request(String of, String... options) {
        Map<String, String> set = new HashMap<>();
        for (int i = 0; i < options.length; i += 2) {
            set.put(options[i], options[i + 1]);
        }
        return new CorrectionRequest(
                of,
                set.get("name"),
                set.get("last-name"),
                set.get("party"),
                set.containsKey("vacant"),
                set.get("since"),
                set.get("phone"),
                set.get("site"),
                set.containsKey("hide"),
                set.get("source"),
                set.get("as-of"),
                set.get("until"));
    }

    private String refused(String of, String... options) {
        return request(of, options).answer(tables, kept, TODAY) instanceof Answer.Refused refused
                ? String.join("\n", refused.reasons())
                : "accepted";
    }

    /** Makes a correction as the command does: kept as settings and read from there. */
    private Directory made(String of, String... options) {
        Answer answer = request(of, options).answer(corrected(), kept, TODAY);
        assertThat(answer).isInstanceOf(Answer.Accepted.class);
        Change change = Corrections.making(((Answer.Accepted) answer).corrections(), "ana", NOW, kept);
        kept = kept.after(change);
        return corrected();
    }

    private Directory corrected() {
        return tables.corrected(List.copyOf(Corrections.in(kept).values()), TODAY);
    }

    private Lawmaker holder(Directory directory) {
        return directory.seat("VT-S1", TODAY).orElseThrow().holder().orElseThrow();
    }

    @Test
    void aPhoneIsKeptAsSettingsAndReadFromThem() {
        assertThat(holder(made("VT-S1", "phone", NEW, "source", "the Senate")).phone())
                .hasValue(NEW);
        assertThat(kept.values())
                .containsEntry("phone-VT-S1.to", NEW)
                .containsEntry("phone-VT-S1.over", "T000001 " + OLD)
                .containsEntry("phone-VT-S1.as_of", "2026-11-30")
                .containsEntry("phone-VT-S1.source", "the Senate");
        assertThat(new SettingRules(Catalog.of(OrganizersPack.pack())).unusable(kept))
                .isEmpty();
    }

    @Test
    void aSecondThoughtReplacesTheFirst() {
        made("VT-S1", "phone", NEW, "source", "the Senate", "until", "2026-12-24");
        assertThat(holder(made("VT-S1", "phone", "202-555-0143", "source", "a call"))
                        .phone())
                .hasValue("202-555-0143");
        assertThat(kept.values()).containsEntry("phone-VT-S1.source", "a call").doesNotContainKey("phone-VT-S1.until");
    }

    @Test
    void aNewMemberBringsTheirOwnNumberAndSite() {
        Directory directory = made(
                "VT-S1",
                "name",
                "Ida Van Pine Jr.",
                "party",
                "Democrat",
                "since",
                "2026-11-29",
                "phone",
                NEW,
                "site",
                "https://pine.example",
                "source",
                "the Senate",
                "last-name",
                "Van Pine");
        assertThat(holder(directory).name()).isEqualTo("Ida Van Pine Jr.");
        assertThat(holder(directory).lastName()).isEqualTo("Van Pine");
        assertThat(holder(directory).phone()).hasValue(NEW);
        assertThat(holder(directory).website()).hasValue("https://pine.example");
        kept = kept.after(Corrections.takingBack("VT-S1", "ana", NOW, kept));
        assertThat(kept.values()).isEmpty();
    }

    @Test
    void theLastNameIsTheLastWordBeforeASuffix() {
        Directory directory =
                made("VT-S1", "name", "Ida Pine, Jr.", "party", "Democrat", "since", "2026-11-29", "source", "x");
        assertThat(holder(directory).lastName()).isEqualTo("Pine");
    }

    @Test
    void aMemberWhoBeginsLaterMayHaveANumberAlready() {
        made("VT-S1", "name", "Ida Pine", "party", "Democrat", "since", "2026-12-05", "source", "x", "phone", NEW);
        assertThat(holder(corrected()).name()).isEqualTo("Hal Junipero");
        assertThat(holder(corrected()).phone()).hasValue(OLD);
        assertThat(corrected()
                        .seat("VT-S1", LocalDate.of(2026, 12, 5))
                        .orElseThrow()
                        .holder()
                        .orElseThrow()
                        .phone())
                .hasValue(NEW);
    }

    @Test
    void aCorrectedNumberThatIsWrongTooCanBeHidden() {
        made("VT-S1", "phone", NEW, "source", "the Senate");
        assertThat(holder(made(NEW, "hide", "")).phone()).isEmpty();
        assertThat(Corrections.in(kept).get("number-" + NEW)).isInstanceOf(Correction.NumberChange.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025550142", "(202) 555-0142", "202.555.0142", "+1 202 555 0142", "1-(202)-555-0142"})
    void aNumberIsTakenAsPeopleWriteIt(String typed) {
        assertThat(holder(made("VT-S1", "phone", typed, "source", "the Senate")).phone())
                .hasValue(NEW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"202555014", "1025550142", "20255501422", "202-555-0142 ext. 3", "+44 202 555 0142"})
    void whatIsNoNumberIsStillRefused(String typed) {
        assertThat(refused("VT-S1", "phone", typed, "source", "x")).contains("--phone can't be");
    }

    @Test
    void aHiddenNumberMayBeWrittenInAnyWayAndIsKeptAsCardsShowIt() {
        made("(202) 555-0100", "hide", "");
        assertThat(Corrections.in(kept)).containsOnlyKeys("number-" + OLD);
    }

    @ParameterizedTest
    @CsvSource({
        "today, 2026-11-30",
        "hoy, 2026-11-30",
        "yesterday, 2026-11-29",
        "ayer, 2026-11-29",
        "Nov. 27, 2026-11-27",
        "27 nov, 2026-11-27",
        "27 de noviembre, 2026-11-27",
        "11/27, 2026-11-27"
    })
    void aDayIsTakenInWords(String typed, String day) {
        made("VT-S1", "phone", NEW, "source", "the Senate", "as-of", typed, "until", "Dec. 24");
        assertThat(kept.values())
                .containsEntry("phone-VT-S1.as_of", day)
                .containsEntry("phone-VT-S1.until", "2026-12-24");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vt-s1",
                "VT S1",
                "Junipero",
                "Hal Junipero",
                "senator Junipero",
                "senador Junipero de Vermont",
                "Junipero (VT)"
            })
    void aSeatIsTakenByItsIdOrItsHolder(String typed) {
        made(typed, "phone", NEW, "source", "the Senate");
        assertThat(kept.values()).containsEntry("phone-VT-S1.to", NEW);
    }

    @Test
    void aNameThatIsGuessedOrAPlaceIsRefusedWithTheSeatsToChooseFrom() {
        assertThat(refused("Junipera", "phone", NEW, "source", "x")).contains("may mean", "VT-S1 (Hal Junipero)");
        assertThat(refused("Vermont", "phone", NEW, "source", "x")).contains("VT-S1 (Hal Junipero)", "VT-S3");
        assertThat(refused("Zzyzx Quux", "phone", NEW, "source", "x")).contains("There is no seat");
        assertThat(refused("", "phone", NEW, "source", "x")).contains("There is no seat");
    }

    @Test
    void everyRefusalSaysWhatToDo() {
        String source = "x";
        assertThat(refused("VT-S2", "phone", NEW, "source", source)).contains("There is no seat \"VT-S2\"", "NY-S1");
        assertThat(refused("DC-S", "phone", NEW, "source", source)).contains("DC has no senators", "DC-0");
        assertThat(refused("VT-S1", "phone", NEW)).contains("Add --source");
        assertThat(refused("VT-S1", "source", source)).contains("--name, --vacant, --phone or --site");
        assertThat(refused("VT-S1", "phone", "555", "source", source)).contains("--phone can't be", "202-224-3121");
        assertThat(refused("VT-S1", "site", "http://x", "source", source)).contains("--site can't be", "https://");
        assertThat(refused("VT-S1", "phone", OLD, "source", source)).contains("already give " + OLD);
        assertThat(refused("VT-S1", "site", "https://junipero.example", "source", source))
                .contains("already give https://junipero.example");
        assertThat(refused("VT-S1", "phone", NEW, "source", source, "as-of", "2026-12-01"))
                .contains("yet to come", "2026-11-30 at the latest");
        assertThat(refused("VT-S1", "phone", NEW, "source", source, "until", "2026-11-30"))
                .contains("before it begins");
        assertThat(refused("VT-S1", "phone", NEW, "source", source, "until", "soon"))
                .contains("--until can't be \"soon\"");
        assertThat(refused("VT-S1", "phone", NEW, "source", source, "since", "2026-11-01"))
                .contains("--since goes with --name");
        assertThat(refused("VT-S1", "phone", NEW, "source", source, "party", "Democrat"))
                .contains("--party and --last-name go with --name");
        assertThat(refused("VT-S1", "name", "Ida Pine", "source", source))
                .contains("Add --since", "Add --party with Democrat");
        assertThat(refused("VT-S1", "name", "Ida Pine", "vacant", "", "source", source))
                .contains("either --name or --vacant");
        assertThat(refused("VT-S1", "vacant", "", "phone", NEW, "since", "2026-11-01", "source", source))
                .contains("has no --phone or --site");
        assertThat(refused("VT-S1", "hide", "")).contains("correct 202-224-4451 --hide");
        assertThat(refused("VT-S3", "phone", NEW, "source", source))
                .contains("Nobody is known to hold VT-S3", "--name");
        assertThat(refused("202-555-0199", "hide", "")).contains("No lawmaker has the number 202-555-0199");
        assertThat(refused(OLD, "source", source)).contains("either --phone with the right number, or --hide");
        assertThat(refused(OLD, "phone", OLD, "source", source)).contains("the number itself");
        assertThat(refused(OLD, "hide", "", "name", "Ida Pine")).contains("takes only --phone or --hide");
    }
}
