package org.campaignbot.storage;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Effect;
import org.campaignbot.conversation.State;
import org.campaignbot.message.Message;
import org.campaignbot.message.RichText;
import org.campaignbot.message.Visibility;
import org.campaignbot.outcomes.Tally;
import org.campaignbot.people.Language;
import org.campaignbot.sending.Outgoing;
import org.campaignbot.settings.Change;
import org.campaignbot.settings.Settings;
import org.campaignbot.subscriptions.Subscription;
import org.campaignbot.testkit.Fixtures;
import org.campaignbot.timers.Timer;
import org.campaignbot.update.ConversationStore.Commit;

/** Ten invented people and everything that a database stores about them and their campaign. */
final class Campaigners {

    static final List<ConversationKey> PEOPLE = IntStream.range(0, 10)
            .mapToObj(i -> Fixtures.conversationOf("person" + i))
            .toList();

    static final String CAMPAIGN = "tiny";
    static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final Tally.Deed CALL = new Tally.Deed("call", "NY-S1");

    private Campaigners() {}

    /** The part of the one message that is a person's own words. */
    static final String OWN_WORDS = "Dear Senator, I am Zzyzx.";

    static Subscription subscription() {
        return new Subscription(PEOPLE.get(1), "1", Fixtures.NOON, Language.SPANISH, ZONE, "NY");
    }

    static Timer timer() {
        Timer.Id id = new Timer.Id(PEOPLE.get(2), 1, 0);
        return new Timer(id, "call", Fixtures.NOON.plus(Duration.ofDays(3)), ZONE);
    }

    /** Fills an empty database. */
    static void fill(Database database) {
        for (int i = 0; i < PEOPLE.size(); i++) {
            database.conversations().commit(List.of(turn(i)));
            database.tally()
                    .count(database.persons().of(PEOPLE.get(i).person()), CALL, "spoke", Fixtures.WAY, Fixtures.NOON);
        }
        database.subscriptions().subscribe(subscription());
        database.timers().set(timer());
        Settings settings = database.settings(CAMPAIGN);
        settings.change(settings.current(), Change.set("ana", Fixtures.NOON, Map.of("endorsed_by", "Us")));
        settings.change(settings.current(), Change.set("ben", Fixtures.NOON, Map.of("endorsed_by", "All")));
        database.wrongNumbers().report(database.persons().of(PEOPLE.get(3).person()), "202-224-4451", Fixtures.NOON);
    }

    /** Each person's first turn: two have a waiting message, another a message in his own words, and one an effect. */
    private static Commit turn(int person) {
        ConversationKey key = PEOPLE.get(person);
        State state = Fixtures.waitingAt("call", "outcome", 1).saving(Map.of("home", "NY-12@119", "language", "es"));
        String update = "u" + person;
        List<Outgoing> messages = person < 2
                ? List.of(Fixtures.message(key, update + "/0"))
                : person == 9 ? List.of(ownWords(key, update + "/0")) : List.of();
        List<Effect> effects = person == 0
                ? List.of(
                        new Effect(1, 0, "count", Fixtures.NOON, Map.of("outcome", "spoke")),
                        new Effect(1, 1, "unremind", Fixtures.NOON, Map.of()))
                : List.of();
        return new Commit(key, 0, update, state, messages, effects);
    }

    private static Outgoing ownWords(ConversationKey to, String id) {
        Message message = new Message(RichText.of(OWN_WORDS), List.of(), Visibility.EVERYONE, null, null, false, true);
        return new Outgoing(id, to.address(), to.person(), Outgoing.Lane.REPLY, message);
    }
}
