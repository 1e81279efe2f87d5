package org.campaignbot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.campaignbot.party.Aim;
import org.campaignbot.party.Parties;
import org.campaignbot.party.Party;
import org.campaignbot.party.Party.Score;
import org.campaignbot.people.Address;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Contract tests for {@link Parties}. */
public abstract class PartiesContract {

    private static final Address CLUB = new Address("paper", "bot", "club", "thread-3");

    /** A store without parties. */
    protected abstract Parties empty();

    @Test
    void whatIsKeptComesBackAsItWas() {
        Parties parties = empty();
        Party party = party("k3x9", "https://example.org/?start=")
                .join("ana's hash", List.of("NY-S1", "NY-S3"), Fixtures.NOON)
                .report("ana's hash", "NY-S1", "busy", 7, Fixtures.NOON)
                .report("ana's hash", "NY-S3", "spoke", 8, Fixtures.NOON)
                .takeBack("ana's hash", "NY-S3", "spoke", 9, Fixtures.NOON);
        assertThat(parties.save(party)).isTrue();
        assertThat(parties.find("k3x9")).contains(party.version(1));
        assertThat(parties.running(CLUB.wholeChat())).contains(party.version(1));
        assertThat(parties.open()).containsExactly(party.version(1));
        assertThat(parties.find("other")).isEmpty();
    }

    @Test
    void aGroupHasOnePartyAtATime() {
        Parties parties = empty();
        assertThat(parties.save(party("one", null))).isTrue();
        assertThat(parties.save(party("two", null))).isFalse();
        assertThat(parties.find("two")).isEmpty();
        assertThat(parties.save(parties.find("one").orElseThrow().end())).isTrue();
        assertThat(parties.running(CLUB)).isEmpty();
        assertThat(parties.save(party("two", null))).isTrue();
    }

    @Test
    void aChangeOfWhatWasChangedMeanwhileIsNotKept() {
        Parties parties = empty();
        parties.save(party("one", null));
        Party seen = parties.find("one").orElseThrow();
        assertThat(parties.save(seen.join("ana", List.of("NY-S1"), Fixtures.NOON)))
                .isTrue();
        assertThat(parties.save(seen.join("ben", List.of("NY-S1"), Fixtures.NOON)))
                .isFalse();
        assertThat(parties.find("one").orElseThrow().members()).containsOnlyKeys("ana");
        assertThat(parties.save(party("one", null))).isFalse();
    }

    @Test
    void onePartyStaysOpenUntilItsEndWasShown() {
        Parties parties = empty();
        parties.save(party("one", null).join("ana", List.of("NY-S1"), Fixtures.NOON));
        parties.save(parties.find("one").orElseThrow().end());
        Party over = parties.find("one").orElseThrow();
        assertThat(over.score()).isEqualTo(new Score(1, Map.of()));
        assertThat(over.members()).isEmpty();
        assertThat(parties.open()).containsExactly(over);
        parties.save(shown(over, new Party.Shown("card", null, over.score(), true, Fixtures.NOON)));
        assertThat(parties.open()).isEmpty();
    }

    /** Starts a party at {@link Fixtures#NOON} for twenty minutes. */
    public static void begin(Parties parties, String id) {
        assertThat(parties.save(party(id, null))).isTrue();
    }

    private static Party shown(Party party, Party.Shown shown) {
        return new Party(
                party.id(),
                party.action(),
                party.place(),
                party.opener(),
                party.language(),
                party.link(),
                party.aim(),
                party.opened(),
                party.ends(),
                party.members(),
                party.offered(),
                party.score(),
                party.isOver(),
                shown,
                party.version());
    }

    private static Party party(String id, @Nullable String link) {
        return new Party(
                id,
                "call",
                CLUB,
                "opener's hash",
                Language.SPANISH,
                link,
                new Aim("Two senators", List.of("NY-S1", "AK-S3")),
                Fixtures.NOON,
                Fixtures.NOON.plus(Duration.ofMinutes(20)),
                Map.of(),
                Map.of(),
                Score.NONE,
                false,
                new Party.Shown(null, "card/1", Score.NONE, false, Instant.EPOCH),
                0);
    }
}
