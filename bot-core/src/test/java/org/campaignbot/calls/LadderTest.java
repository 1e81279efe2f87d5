package org.campaignbot.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.campaignbot.conversation.JavaStep;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.DistrictOffice;
import org.campaignbot.directory.Position;
import org.campaignbot.directory.Seat;
import org.campaignbot.directory.VermontSenator;
import org.campaignbot.flow.Value;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A senator of Vermont with offices in the order Barre, Rutland (no phone), Stowe (Barre's phone), Troy, Weston. */
class LadderTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final String WASHINGTON = "202-555-0100";
    private static final String BARRE = "802-555-0101";
    private static final String TROY = "802-555-0102";
    private static final String WESTON = "802-555-0103";

    private final Directory directory = VermontSenator.withPhone(WASHINGTON)
            .add(office("Barre", BARRE))
            .add(office("Rutland", null))
            .add(office("Stowe", BARRE))
            .add(office("Troy", TROY))
            .add(office("Weston", WESTON))
            .add(office("Capitol", WASHINGTON))
            .build();
    private final Seat seat = directory.seat("VT-S1", TODAY).orElseThrow();
    private final Map<String, Value> facts = new HashMap<>(Map.of("home", new Value.Text("VT")));

    @Test
    void theLadderGoesFromWashingtonOverTwoOfficesToAMachineAndToALetter() {
        assertThat(at()).isEqualTo("dc " + WASHINGTON);
        assertThat(after("busy")).isEqualTo("office " + BARRE);
        assertThat(after("no-answer")).isEqualTo("office " + TROY);
        assertThat(after("busy")).isEqualTo("voicemail " + WASHINGTON);
        assertThat(after("busy")).isEqualTo("write");
    }

    @Test
    void whatIsNearComesFirst() {
        facts.put("nearby", new Value.Text(WESTON + " " + BARRE, true));
        assertThat(after("busy")).isEqualTo("office " + WESTON);
        assertThat(after("busy")).isEqualTo("office " + BARRE);
    }

    @Test
    void noNumberIsOfferedTwiceWhenTheOrderChangesOnTheWay() {
        assertThat(after("busy")).isEqualTo("office " + BARRE);
        facts.put("nearby", new Value.Text(BARRE + " " + WESTON, true));
        assertThat(after("busy")).isEqualTo("office " + WESTON);
    }

    @Test
    void nobodyIsSentToAFullMailboxOrToAWrongNumber() {
        after("mailbox-full");
        after("wrong");
        assertThat(after("busy")).isEqualTo("voicemail " + TROY);
    }

    @Test
    void afterThreeWrongNumbersOnlyALetterIsLeft() {
        after("wrong");
        after("wrong");
        assertThat(after("wrong")).isEqualTo("write");
    }

    @Test
    void aForgottenOfficeBeginsInWashingtonAndTakesNoReport() {
        after("busy");
        facts.remove(Ladder.LADDER);
        assertThat(ladder().isForgotten()).isTrue();
        keep(ladder().reported("wrong"));
        assertThat(ladder().isForgotten()).isTrue();
        assertThat(at()).isEqualTo("dc " + WASHINGTON);
        assertThat(after("busy")).isEqualTo("office " + BARRE);
        assertThat(ladder().isForgotten()).isFalse();
    }

    @Test
    void anOfficeThatNewTablesNoLongerHaveIsForgotten() {
        facts.put(Ladder.LADDER, new Value.Text("VT-S1 dc 802-555-0199", true));
        facts.put(Ladder.RUNG, new Value.Text("office"));
        assertThat(ladder().isForgotten()).isTrue();
    }

    @Test
    void theRungsOfAnotherSeatAreNotTakenAlong() {
        facts.put(Ladder.LADDER, new Value.Text("VT-S3 dc:busy", true));
        facts.put(Ladder.RUNG, new Value.Text("dc"));
        assertThat(ladder().isForgotten()).isFalse();
        assertThat(at()).isEqualTo("dc " + WASHINGTON);
    }

    @Test
    void aReportIsTakenBackToItsRung() {
        after("busy");
        keep(ladder().reported("wrong"));
        keep(ladder().next(facts::get, directory, TODAY).orElseThrow());
        keep(ladder().backTo(BARRE));
        assertThat(at()).isEqualTo("office " + BARRE);
        assertThat(after("busy")).isEqualTo("office " + TROY);
    }

    @Test
    void onlyTheKindOfTheRungIsSaved() {
        after("busy");
        assertThat(facts.get(Ladder.RUNG)).isEqualTo(new Value.Text("VT-S1:office"));
        assertThat(facts.get(Ladder.LADDER)).isEqualTo(new Value.Text("VT-S1 dc:busy " + BARRE, true));
    }

    private Ladder ladder() {
        return Ladder.of(seat, input(), directory);
    }

    private String at() {
        return ladder().rung() + " " + ladder().phone().orElse("");
    }

    private String after(String outcome) {
        keep(ladder().reported(outcome));
        Optional<Ladder> next = ladder().next(facts::get, directory, TODAY);
        next.ifPresent(this::keep);
        return next.isEmpty() ? "write" : at();
    }

    private void keep(Ladder ladder) {
        facts.putAll(ladder.keptIn(JavaStep.Result.of("kept")).facts());
    }

    private static DistrictOffice office(String city, @Nullable String phone) {
        return new DistrictOffice(
                "T000001",
                city,
                "VT",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(phone),
                Optional.empty(),
                Optional.of(new Position(44, -72)),
                "America/New_York");
    }

    private JavaStep.Input input() {
        Instant now = TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC);
        return new JavaStep.Input(facts::get, Map.of(), now, 1, Language.ENGLISH);
    }

    @Test
    void membersOfAPartyBeginAtDifferentNumbersOfASenator() {
        long end = TODAY.atTime(12, 1).toEpochSecond(ZoneOffset.UTC);
        List<String> begins = new ArrayList<>();
        for (int before = 0; before < 8; before++) {
            // The order of the two seats rotates, as a party assigns them.
            String order = before % 2 == 0 ? "VT-S1 VT-S3" : "VT-S3 VT-S1";
            facts.put("party_round", new Value.Text(before + " " + end + " " + order));
            begins.add(before % 2 + " " + at());
        }
        assertThat(begins)
                .containsExactly(
                        "0 dc " + WASHINGTON,
                        "1 office " + TROY,
                        "0 office " + BARRE,
                        "1 office " + WESTON,
                        "0 office " + TROY,
                        "1 dc " + WASHINGTON,
                        "0 office " + WESTON,
                        "1 office " + BARRE);
    }

    @Test
    void washingtonIsAWayToGoOnForWhoBeganElsewhere() {
        long end = TODAY.atTime(12, 1).toEpochSecond(ZoneOffset.UTC);
        facts.put("party_round", new Value.Text("2 " + end + " VT-S1 VT-S3"));
        assertThat(at()).isEqualTo("office " + BARRE);
        assertThat(after("busy")).isEqualTo("office " + TROY);
        assertThat(after("busy")).isEqualTo("dc " + WASHINGTON);
        assertThat(after("busy")).isEqualTo("voicemail " + BARRE);
        assertThat(after("busy")).isEqualTo("write");
    }

    @Test
    void aPartyThatIsOverChangesNothing() {
        facts.put("party_round", new Value.Text("2 1 VT-S1 VT-S3"));
        assertThat(at()).isEqualTo("dc " + WASHINGTON);
    }
}
