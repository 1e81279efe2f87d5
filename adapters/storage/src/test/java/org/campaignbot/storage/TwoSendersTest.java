package org.campaignbot.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.campaignbot.alert.sending.AlertRun;
import org.campaignbot.alert.sending.Recipients;
import org.campaignbot.alert.sending.Recipients.Advance;
import org.campaignbot.alert.sending.Recipients.Enlisted;
import org.campaignbot.alert.sending.Recipients.Next;
import org.campaignbot.alert.sending.Recipients.Open;
import org.campaignbot.alert.sending.Recipients.RecipientKey;
import org.campaignbot.alert.sending.Recipients.State;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.message.Message;
import org.campaignbot.message.RichText;
import org.campaignbot.message.Surface;
import org.campaignbot.people.Address;
import org.campaignbot.people.Language;
import org.campaignbot.people.Person;
import org.campaignbot.sending.AlertQueue;
import org.campaignbot.sending.Channel;
import org.campaignbot.sending.ChatChangeListener;
import org.campaignbot.sending.DeliveryListener.Ended;
import org.campaignbot.sending.DeliveryStatus;
import org.campaignbot.sending.Outbox.ChatUse;
import org.campaignbot.sending.Outbox.Claimed;
import org.campaignbot.sending.Outgoing;
import org.campaignbot.sending.Outgoing.Lane;
import org.campaignbot.sending.RateLimits;
import org.campaignbot.sending.SendOutcome;
import org.campaignbot.sending.Sender;
import org.campaignbot.sending.SenderJournal;
import org.campaignbot.sending.SendingSettings;
import org.campaignbot.subscriptions.Subscription;
import org.campaignbot.testkit.Fixtures;
import org.campaignbot.update.ConversationStore.Commit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Two processes that send from one database at once, with their own threads: one shared limit, nothing twice, everything in
 * order.
 */
class TwoSendersTest {

    private static final Duration WINDOW = Duration.ofMillis(500);
    private static final int MOST = 40;
    private static final int MOST_ALERTS = 30;
    private static final long DEADLINE_SECONDS = 120;
    private static final String ALERT = "k3x9";

    private final Paper paper = new Paper();
    private final Map<String, DeliveryStatus> statuses = new ConcurrentHashMap<>();
    private final List<Sender> senders = new ArrayList<>();
    private final List<Database> databases = new ArrayList<>();

    @AfterEach
    void close() {
        senders.forEach(Sender::close);
    }

    @Test
    void theyKeepOneCapAndTheOrderOfEveryChat() throws Exception {
        Database tables = TestDatabase.POSTGRESQL.empty();
        int alerts = 100;
        int replies = 120;
        int chats = 12;
        CountDownLatch ends = new CountDownLatch(alerts + replies);
        beginAlert(tables, alerts);
        for (int i = 0; i < 2; i++) {
            databases.add(tables.inAnotherProcess(InstantSource.system(), () -> {}));
            senders.add(sender(databases.get(i), ends));
        }
        senders.forEach(Sender::drain);
        for (int i = 0; i < replies; i++) {
            // Updates go to the processes in turn.
            Outgoing reply = outgoing("chat" + i % chats, i);
            ConversationKey whose = Fixtures.conversationOf("writer" + i);
            int which = i / chats % 2;
            databases
                    .get(which)
                    .conversations()
                    .commit(List.of(new Commit(
                            whose, 0, "u" + i, Fixtures.waitingAt("call", "outcome", 1), List.of(reply), List.of())));
            senders.get(which).committed(List.of(reply));
        }
        assertThat(ends.await(DEADLINE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(statuses).hasSize(alerts + replies).doesNotContainValue(DeliveryStatus.UNKNOWN);
        assertThat(paper.sent).hasSize(alerts + replies).doesNotHaveDuplicates();
        assertThat(paper.twiceAtATime).isEmpty();
        assertThat(most(paper.arrivals)).isLessThanOrEqualTo(MOST);
        assertThat(most(paper.alerts)).isLessThanOrEqualTo(MOST_ALERTS);
        for (int chat = 0; chat < chats; chat++) {
            String name = "chat" + chat + " ";
            List<String> expected = IntStream.iterate(chat, i -> i < replies, i -> i + chats)
                    .mapToObj(i -> name + i)
                    .toList();
            assertThat(paper.sent.stream().filter(line -> line.startsWith(name)))
                    .containsExactlyElementsOf(expected);
        }
    }

    private static void beginAlert(Database tables, int readers) {
        for (int i = 0; i < readers; i++) {
            tables.subscriptions()
                    .subscribe(new Subscription(
                            Fixtures.conversationOf("reader" + i),
                            "1",
                            Fixtures.NOON,
                            Language.ENGLISH,
                            ZoneId.of("America/New_York"),
                            "NY"));
        }
        List<Enlisted> all = tables.subscriptions().page("", readers).stream()
                .map(each -> new Enlisted(each, Fixtures.NOON))
                .toList();
        tables.recipients().enlist(ALERT, AlertRun.NOT_BEGUN, null, all, Fixtures.NOON);
    }

    /** The recipients of the alert, at whatever hour. */
    private static AlertQueue queue(Recipients recipients) {
        return new AlertQueue() {
            @Override
            public List<Claimed> advance(List<Ended> ended, List<ChatUse> uses, Room room, Instant now) {
                List<Recipients.Ended> results = ended.stream()
                        .map(each -> new Recipients.Ended(
                                RecipientKey.of(each.message().id()),
                                each.status() == DeliveryStatus.SENT ? State.SENT : State.WAITING,
                                ""))
                        .toList();
                return recipients.advance(
                        new Advance(results, uses, List.of(new Open(ALERT, false)), room, now),
                        due -> new Next.Send(outgoing(
                                due.key().id(),
                                due.subscription().conversation().address(),
                                Lane.ALERT,
                                0)));
            }

            @Override
            public @Nullable DeliveryStatus denied(Outgoing message, Instant now) {
                return null;
            }

            @Override
            public Instant renew(List<String> ids) {
                return recipients.renew(ids.stream().map(RecipientKey::of).toList());
            }
        };
    }

    private Sender sender(Database database, CountDownLatch ends) {
        return Sender.serving(
                database.outbox(),
                List.of(paper),
                database.pace(),
                ended -> {
                    for (Ended each : ended) {
                        if (statuses.put(each.message().id(), each.status()) == null) {
                            ends.countDown();
                        }
                    }
                },
                ChatChangeListener.IGNORED,
                SenderJournal.SILENT,
                queue(database.recipients()),
                new SendingSettings(8, 500, Duration.ofHours(1), Duration.ofSeconds(10)),
                InstantSource.system(),
                new Random(7));
    }

    /** The most arrivals in any window. */
    private static int most(List<Instant> arrivals) {
        List<Instant> sorted = arrivals.stream().sorted().toList();
        int most = 0;
        int first = 0;
        for (int last = 0; last < sorted.size(); last++) {
            while (!sorted.get(first).plus(WINDOW).isAfter(sorted.get(last))) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    private static Outgoing outgoing(String chat, int number) {
        return outgoing(Lane.REPLY + "-" + number, new Address("paper", "bot", chat, null), Lane.REPLY, number);
    }

    private static Outgoing outgoing(String id, Address to, Lane lane, int number) {
        return new Outgoing(id, to, new Person("paper", to.chat()), lane, Message.of(RichText.of("" + number)));
    }

    /** A platform that both processes send to. */
    private static final class Paper implements Channel {
        private final List<String> sent = Collections.synchronizedList(new ArrayList<>());
        private final List<Instant> arrivals = Collections.synchronizedList(new ArrayList<>());
        private final List<Instant> alerts = Collections.synchronizedList(new ArrayList<>());
        private final Set<String> busy = ConcurrentHashMap.newKeySet();
        private final Set<String> twiceAtATime = ConcurrentHashMap.newKeySet();

        @Override
        public String name() {
            return "paper";
        }

        @Override
        public Surface surface(Address address) {
            return Surface.TIGHTEST;
        }

        @Override
        public RateLimits pace() {
            return new RateLimits(
                    new RateLimits.Limit(MOST, WINDOW), new RateLimits.Limit(MOST_ALERTS, WINDOW), null, 1, null);
        }

        @Override
        public SendOutcome send(Address address, Person person, Message message, @Nullable String replaces) {
            if (!busy.add(address.chat())) {
                twiceAtATime.add(address.chat());
            }
            sent.add(address.chat() + " " + message.text().visible());
            arrivals.add(Instant.now());
            if (address.chat().contains("reader")) {
                alerts.add(Instant.now());
            }
            busy.remove(address.chat());
            return new SendOutcome.Sent();
        }
    }
}
