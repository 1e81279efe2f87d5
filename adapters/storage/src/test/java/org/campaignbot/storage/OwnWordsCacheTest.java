package org.campaignbot.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.message.Message;
import org.campaignbot.message.RichText;
import org.campaignbot.message.Visibility;
import org.campaignbot.sending.Outgoing;
import org.campaignbot.storage.outbox.LeasedClaims;
import org.campaignbot.storage.outbox.OwnWordsCache;
import org.campaignbot.testkit.Fixtures;
import org.campaignbot.testkit.Freed;
import org.campaignbot.testkit.SettableClock;
import org.campaignbot.update.ConversationStore.Commit;
import org.campaignbot.update.ConversationStore.Unsaid;
import org.campaignbot.update.ConversationStore.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A message made of a person's own words exists only in the memory of the process that committed it. */
class OwnWordsCacheTest {

    private static final ConversationKey ANA = Fixtures.conversationOf("ana");

    static Stream<TestDatabase> both() {
        return Stream.of(TestDatabase.SQLITE, TestDatabase.POSTGRESQL);
    }

    @ParameterizedTest
    @MethodSource("both")
    void itIsSentByTheProcessThatRemembersIt(TestDatabase kind) {
        Database database = kind.empty();
        commit(database, 0, "u1", "Hello Zzyzx.");
        assertThat(texts(database.outbox().claim(10))).containsExactly("Hello Zzyzx.");
        assertThat(database.conversations().unsaid(10)).isEmpty();
        database.outbox().settle(List.of("u1/0"));
        assertThat(database.outbox().claim(10)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("both")
    void afterARestartItIsKnownToBeLost(TestDatabase kind) {
        commit(kind.empty(), 0, "u1", "Hello Zzyzx.");
        Database later = kind.restarted();
        TestDatabase.CLOCK.advance(LeasedClaims.LEASE);
        assertThat(later.outbox().claim(10)).isEmpty();
        List<Unsaid> lost = later.conversations().unsaid(10);
        assertThat(lost).containsExactly(new Unsaid("u1/0", ANA));
        later.conversations().settleUnsaid(lost);
        assertThat(later.conversations().unsaid(10)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("both")
    void aRepeatedUpdateDoesNotChangeWhatWaits(TestDatabase kind) {
        Database database = kind.empty();
        commit(database, 0, "u1", "Hello Zzyzx.");
        assertThat(commit(database, version(database), "u1", "Something else.")).isEqualTo(Verdict.REPEATED);
        assertThat(texts(database.outbox().claim(10))).containsExactly("Hello Zzyzx.");
    }

    @ParameterizedTest
    @MethodSource("both")
    void whatWasNotCommittedIsNotRemembered(TestDatabase kind) {
        Database database = kind.empty();
        assertThat(commit(database, 41, "u1", "Hello Zzyzx.")).isEqualTo(Verdict.OVERTAKEN);
        assertThat(commit(database, 0, "u1", "Hello again.")).isEqualTo(Verdict.COMMITTED);
        assertThat(texts(database.outbox().claim(10))).containsExactly("Hello again.");
    }

    @Test
    void anotherProcessWaitsBeforeItCallsAMessageLostAndKeepsTheOrderMeanwhile() {
        Database first = TestDatabase.POSTGRESQL.empty();
        commit(first, 0, "u1", "Hello Zzyzx.");
        Database second = TestDatabase.POSTGRESQL.restarted();
        second.conversations()
                .commit(List.of(Fixtures.turn(ANA, version(first), "u2", Fixtures.waitingAt("call", "outcome", 2))));
        assertThat(second.conversations().unsaid(10)).isEmpty();
        assertThat(second.outbox().claim(10)).isEmpty();
        assertThat(texts(first.outbox().claim(10))).containsExactly("Hello Zzyzx.", "Message u2/0");
    }

    @Test
    void afterHalfAnHourItIsFreedThoughNobodyWritesAnotherOne() {
        SettableClock clock = new SettableClock(Fixtures.NOON);
        OwnWordsCache words = new OwnWordsCache(clock);
        Freed freed = new Freed(held(words));
        clock.advance(Duration.ofMinutes(31));
        words.dropExpired();
        assertThat(freed.isFree()).isTrue();
        assertThat(words.of("message")).isNull();
    }

    private static Message held(OwnWordsCache words) {
        Message message = Message.of(RichText.of("Hello Zzyzx."));
        assertThat(words.hold("message", message)).isTrue();
        return message;
    }

    @Test
    void afterHalfAnHourItIsForgottenAndTheQuestionIsAskedAgain() {
        Database database = TestDatabase.SQLITE.empty();
        commit(database, 0, "u1", "Hello Zzyzx.");
        TestDatabase.CLOCK.advance(Duration.ofMinutes(30));
        assertThat(database.outbox().claim(10)).isEmpty();
        assertThat(database.conversations().unsaid(10)).containsExactly(new Unsaid("u1/0", ANA));
    }

    @ParameterizedTest
    @MethodSource("both")
    void aMessageThatOnlyALaterVersionCanReadIsAskedAgainAndHoldsUpNothing(TestDatabase kind) {
        Database database = kind.empty();
        ConversationKey ben = Fixtures.conversationOf("ben");
        database.conversations().commit(List.of(Fixtures.firstTurn(ANA, "u1"), Fixtures.firstTurn(ben, "u2")));
        kind.rewriteMessage(database, "u1/0", json -> json.replace("\"version\":1", "\"version\":2"));
        assertThat(texts(database.outbox().claim(10))).containsExactly("Message u2/0");
        TestDatabase.CLOCK.advance(LeasedClaims.LEASE);
        assertThat(database.conversations().unsaid(10)).containsExactly(new Unsaid("u1/0", ANA));
    }

    private static Verdict commit(Database database, long version, String update, String text) {
        Message own = new Message(RichText.of(text), List.of(), Visibility.EVERYONE, null, null, false, true);
        return database.conversations()
                .commit(List.of(new Commit(
                        ANA,
                        version,
                        update,
                        Fixtures.waitingAt("call", "outcome", 1),
                        List.of(new Outgoing(update + "/0", ANA.address(), ANA.person(), Outgoing.Lane.REPLY, own)),
                        List.of())))
                .get(0);
    }

    private static long version(Database database) {
        return database.conversations()
                .load(List.of(ANA))
                .values()
                .iterator()
                .next()
                .version();
    }

    private static List<String> texts(List<Outgoing> messages) {
        return messages.stream().map(each -> each.message().text().visible()).toList();
    }
}
