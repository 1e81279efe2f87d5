package org.campaignbot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.campaignbot.organizers.BlockedPerson;
import org.campaignbot.organizers.Blocks;
import org.campaignbot.people.Address;
import org.campaignbot.people.Person;
import org.junit.jupiter.api.Test;

/** Contract tests for {@link Blocks}. */
public abstract class BlocksContract {

    private static final Person ANA = new Person("paper", "ana");
    private static final Person BEN = new Person("paper", "ben");
    private static final Address CLUB = new Address("paper", "bot", "club", null);
    private static final Address CLUB_THREAD = new Address("paper", "bot", "club", "7");
    private static final Address HOME = new Address("paper", "bot", "home", null);

    /** A store without blocks. */
    protected abstract Blocks empty();

    @Test
    void whoIsBlockedIsHushedEverywhere() {
        Blocks blocks = empty();
        blocks.block(ANA, "operator", Fixtures.NOON);

        assertThat(blocks.present().hushes(ANA, CLUB)).isTrue();
        assertThat(blocks.present().hushes(ANA, HOME)).isTrue();
        assertThat(blocks.present().hushes(BEN, CLUB)).isFalse();
    }

    @Test
    void whoIsMutedIsHushedInThatChatAndAllItsThreadsAlone() {
        Blocks blocks = empty();
        blocks.mute(ANA, CLUB_THREAD, "Ben", Fixtures.NOON);

        assertThat(blocks.present().hushes(ANA, CLUB)).isTrue();
        assertThat(blocks.present().hushes(ANA, CLUB_THREAD)).isTrue();
        assertThat(blocks.present().hushes(ANA, HOME)).isFalse();
    }

    @Test
    void unmutingLiftsAMuteInThatChatAndNoBlock() {
        Blocks blocks = empty();
        blocks.mute(ANA, CLUB_THREAD, "Ben", Fixtures.NOON);
        blocks.mute(ANA, HOME, "Ben", Fixtures.NOON);
        blocks.block(BEN, "operator", Fixtures.NOON);

        assertThat(blocks.unmute(ANA, CLUB)).isTrue();
        assertThat(blocks.unmute(ANA, CLUB)).isFalse();
        assertThat(blocks.unmute(BEN, CLUB)).isFalse();
        assertThat(blocks.present().hushes(ANA, CLUB)).isFalse();
        assertThat(blocks.present().hushes(ANA, HOME)).isTrue();
        assertThat(blocks.present().hushes(BEN, CLUB)).isTrue();
    }

    @Test
    void liftingTakesTheBlockAndTheMutesOfAPerson() {
        Blocks blocks = empty();
        blocks.block(ANA, "operator", Fixtures.NOON);
        blocks.mute(ANA, CLUB, "Ben", Fixtures.NOON);
        blocks.block(BEN, "operator", Fixtures.NOON.plusSeconds(1));
        String ana = blocks.all().get(1).mark();

        assertThat(blocks.lift(ana)).isTrue();
        assertThat(blocks.lift(ana)).isFalse();
        assertThat(blocks.present().hushes(ANA, CLUB)).isFalse();
        assertThat(blocks.present().hushes(BEN, CLUB)).isTrue();
    }

    @Test
    void theyAreListedTheLatestFirstAndTwiceIsOnce() {
        Blocks blocks = empty();
        blocks.block(ANA, "operator", Fixtures.NOON);
        blocks.block(ANA, "Cy", Fixtures.NOON.plusSeconds(5));
        blocks.mute(BEN, CLUB, "Cy", Fixtures.NOON.plusSeconds(1));

        assertThat(blocks.all()).extracting(BlockedPerson::by).containsExactly("Cy", "operator");
        assertThat(blocks.all())
                .extracting(BlockedPerson::since)
                .containsExactly(Fixtures.NOON.plusSeconds(1), Fixtures.NOON);
        assertThat(blocks.all().toString()).doesNotContain("ana").doesNotContain("ben");
    }
}
