package org.campaignbot.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.campaignbot.people.Address;
import org.campaignbot.people.Language;
import org.junit.jupiter.api.Test;

class PartyTest {

    private static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");
    private static final Instant END = NOON.plus(Duration.ofMinutes(20));
    private static final List<String> NEW_YORK = List.of("NY-S1", "NY-S3");
    private static final List<String> TEXAS = List.of("TX-S1", "TX-S2");

    private final Party party = Party.of(
            "k3x9",
            "call",
            new Address("paper", "bot", "club", null),
            "opener",
            Language.ENGLISH,
            null,
            null,
            NOON,
            END);

    private final Party aimed = Party.of(
            "a1m",
            "call",
            party.place(),
            "opener",
            Language.ENGLISH,
            null,
            new Aim("A committee", List.of("AK-S3", "ME-S2", "NY-S1", "WV-S2", "WA-S1")),
            NOON,
            END);

    @Test
    void inAnAimedPartyEachGetsTheNextTwoOfTheAim() {
        Party full = aimed;
        for (int i = 0; i < 3; i++) {
            full = full.join("member" + i, List.of(), NOON);
        }
        assertThat(full.member("member0").orElseThrow().seats()).containsExactly("AK-S3", "ME-S2");
        assertThat(full.member("member1").orElseThrow().seats()).containsExactly("NY-S1", "WV-S2");
        assertThat(full.member("member2").orElseThrow().seats()).containsExactly("WA-S1", "AK-S3");
    }

    @Test
    void whoeverVotesForOneOfTheAimCallsThatOne() {
        Party joined = aimed.join("ana", NEW_YORK, NOON).join("ben", TEXAS, NOON);
        assertThat(joined.member("ana").orElseThrow().seats()).containsExactly("NY-S1");
        assertThat(joined.member("ben").orElseThrow().seats()).containsExactly("AK-S3", "ME-S2");
    }

    @Test
    void withoutAnAimNobodyJoinsWhoseSenatorsAreNotKnown() {
        assertThat(party.join("ana", List.of(), NOON)).isEqualTo(party);
    }

    @Test
    void membersOfOneStateGetDifferentTurns() {
        Party full = party;
        for (int i = 0; i < 12; i++) {
            full = full.join("member" + i, i % 2 == 0 ? NEW_YORK : TEXAS, NOON);
        }
        Set<String> turns = new HashSet<>();
        for (int i = 0; i < 12; i++) {
            Party.Member member = full.member("member" + i).orElseThrow();
            assertThat(member.seats()).containsExactlyInAnyOrderElementsOf(i % 2 == 0 ? NEW_YORK : TEXAS);
            turns.add(member.seats().get(0) + " " + member.ordinal());
        }
        assertThat(turns).hasSize(12);
        assertThat(full.member("member0").orElseThrow().seats().get(0)).isEqualTo("NY-S1");
        assertThat(full.member("member2").orElseThrow().seats().get(0)).isEqualTo("NY-S3");
    }

    @Test
    void whoJoinsAgainKeepsTheirTurns() {
        Party two = party.join("ana", NEW_YORK, NOON).join("ben", NEW_YORK, NOON);
        assertThat(two.join("ana", TEXAS, NOON)).isEqualTo(two);
    }

    @Test
    void nobodyJoinsAPartyThatIsOverOrFull() {
        assertThat(party.join("ana", NEW_YORK, END).members()).isEmpty();
        assertThat(party.end().join("ana", NEW_YORK, NOON).members()).isEmpty();
        Party full = party;
        for (int i = 0; i <= Party.MOST_MEMBERS; i++) {
            full = full.join("member" + i, NEW_YORK, NOON);
        }
        assertThat(full.members()).hasSize(Party.MOST_MEMBERS);
    }

    @Test
    void everyCallThatAMemberTellsOfCounts() {
        Party called = party.join("ana", NEW_YORK, NOON)
                .join("ben", NEW_YORK, NOON)
                .report("ana", "NY-S1", "busy", 1, NOON)
                .report("ana", "NY-S1", "spoke", 2, NOON)
                .report("ana", "NY-S3", "message", 3, NOON)
                .report("ana", "TX-S1", "message", 4, NOON)
                .report("ben", "NY-S1", "spoke", 1, NOON)
                .report("stranger", "NY-S1", "spoke", 1, NOON);
        assertThat(called.score()).isEqualTo(new Party.Score(2, Map.of("busy", 1, "spoke", 2, "message", 1)));
        assertThat(called.score().tried()).isEqualTo(4);
    }

    @Test
    void aReportThatIsCarriedOutTwiceCountsOnce() {
        Party once = party.join("ana", NEW_YORK, NOON).report("ana", "NY-S1", "spoke", 1, NOON);
        assertThat(once.report("ana", "NY-S1", "spoke", 1, NOON)).isEqualTo(once);
    }

    @Test
    void undoTakesBackOnlyWhatTheMemberMayHaveTold() {
        Party told =
                party.join("ana", NEW_YORK, NOON).join("ben", NEW_YORK, NOON).report("ana", "NY-S1", "spoke", 2, NOON);
        Party undone = told.takeBack("ana", "NY-S1", "spoke", 3, NOON);
        assertThat(undone.score()).isEqualTo(new Party.Score(2, Map.of()));
        assertThat(undone.takeBack("ana", "NY-S1", "spoke", 3, NOON)).isEqualTo(undone);
        assertThat(told.takeBack("ben", "NY-S1", "spoke", 3, NOON)).isEqualTo(told);
        assertThat(told.takeBack("ana", "NY-S1", "busy", 3, NOON)).isEqualTo(told);
    }

    @Test
    void aCardIsShownAtMostOnceInAPauseAndNeverWhileOneIsOnItsWay() {
        Duration pause = Duration.ofSeconds(5);
        assertThat(party.isToShow(NOON, pause)).isTrue();
        Party sending = party.sending("/card/1", NOON).join("ana", NEW_YORK, NOON);
        assertThat(sending.isToShow(NOON.plusSeconds(60), pause)).isFalse();
        assertThat(sending.isToShow(NOON.plusSeconds(120), pause)).isTrue();
        Party sent = sending.sent("/card/1", "message-7");
        assertThat(sent.shown().card()).isEqualTo("message-7");
        assertThat(sent.isToShow(NOON.plusSeconds(4), pause)).isFalse();
        assertThat(sent.isToShow(NOON.plusSeconds(5), pause)).isTrue();
        Party shown = sent.sending("/card/2", NOON.plusSeconds(5)).sent("/card/2", "message-7");
        assertThat(shown.isToShow(NOON.plusSeconds(60), pause)).isFalse();
        assertThat(shown.end().isToShow(NOON.plusSeconds(60), pause)).isTrue();
    }

    @Test
    void theEndForgetsWhoOpenedItAndTookPartAndKeepsTheSums() {
        Party over = party.join("ana", NEW_YORK, NOON)
                .report("ana", "NY-S1", "spoke", 1, NOON)
                .end();
        assertThat(over.opener()).isEmpty();
        assertThat(over.members()).isEmpty();
        assertThat(over.offered()).isEmpty();
        assertThat(over.score()).isEqualTo(new Party.Score(1, Map.of("spoke", 1)));
        assertThat(over.report("ana", "NY-S3", "spoke", 2, NOON)).isEqualTo(over);
        assertThat(over.end()).isEqualTo(over);
        assertThat(over.isDone()).isFalse();
    }
}
