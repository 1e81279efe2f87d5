package org.campaignbot.benchmarks.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.LongStream;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.people.Address;
import org.campaignbot.people.Language;
import org.campaignbot.people.Person;
import org.campaignbot.storage.Database;
import org.campaignbot.subscriptions.Subscription;
import org.campaignbot.testkit.telegram.FakeBotApi;

/**
 * Subscribers with consecutive private chat numbers.
 *
 * @param count how many
 * @param asleep how many of them, at the end, live where it's night
 */
public record SignedUp(int count, int asleep) {

    private static final long FIRST_CHAT = 6_000_000_001L;
    private static final ZoneId AWAKE = ZoneId.of("America/New_York");
    private static final ZoneId ASLEEP = ZoneId.of("Pacific/Honolulu");

    /** A few states, so that a report has rows. */
    private static final List<String> HOMES = List.of("NY", "VT", "PA", "OH", "GA", "FL");

    /** The chats of everyone awake. */
    LongStream awake() {
        return LongStream.range(FIRST_CHAT, FIRST_CHAT + count - asleep);
    }

    /** The chats of everyone asleep. */
    LongStream sleeping() {
        return LongStream.range(FIRST_CHAT + count - asleep, FIRST_CHAT + count);
    }

    /** All chats. */
    LongStream all() {
        return LongStream.range(FIRST_CHAT, FIRST_CHAT + count);
    }

    /** Signs everyone up a day ago, and tells the fake that they have written to the bot. */
    public void signUp(Database database, FakeBotApi api, Instant now) {
        String account = api.token().substring(0, api.token().indexOf(':'));
        database.inOneCommit(() -> awake().forEach(chat -> signUp(database, api, account, chat, AWAKE, now)));
        database.inOneCommit(() -> sleeping().forEach(chat -> signUp(database, api, account, chat, ASLEEP, now)));
    }

    private static void signUp(Database database, FakeBotApi api, String account, long chat, ZoneId zone, Instant now) {
        api.talk(org.campaignbot.testkit.telegram.Person.of(chat)).hasWrittenBefore();
        database.subscriptions()
                .subscribe(new Subscription(
                        key(account, chat),
                        "3",
                        now.minus(Duration.ofDays(1)),
                        chat % 10 == 0 ? Language.SPANISH : Language.ENGLISH,
                        zone,
                        HOMES.get((int) (chat % HOMES.size()))));
    }

    /** The conversation in a private chat. */
    public static ConversationKey key(String account, long chat) {
        String id = Long.toString(chat);
        return new ConversationKey(new Address("telegram", account, id, null), new Person("telegram", id));
    }
}
