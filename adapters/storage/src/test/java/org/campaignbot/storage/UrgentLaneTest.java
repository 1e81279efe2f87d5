package org.campaignbot.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.message.Message;
import org.campaignbot.message.RichText;
import org.campaignbot.message.Surface;
import org.campaignbot.people.Address;
import org.campaignbot.people.Person;
import org.campaignbot.sending.AlertQueue;
import org.campaignbot.sending.Channel;
import org.campaignbot.sending.ChatChangeListener;
import org.campaignbot.sending.DeliveryListener;
import org.campaignbot.sending.Outgoing;
import org.campaignbot.sending.Outgoing.Lane;
import org.campaignbot.sending.RateLimits;
import org.campaignbot.sending.SendOutcome;
import org.campaignbot.sending.Sender;
import org.campaignbot.sending.SenderJournal;
import org.campaignbot.sending.SendingSettings;
import org.campaignbot.testkit.Fixtures;
import org.campaignbot.update.ConversationStore.Commit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Urgent help is sent ahead of thousands of waiting replies, from either database, with the sender's own threads. */
class UrgentLaneTest {

    private static final Duration WINDOW = Duration.ofMillis(200);
    private static final int MOST = 30;
    private static final int CRIES = 6;
    private static final int TURNS_AT_ONCE = 100;
    private static final long DEADLINE_SECONDS = 120;

    private final Paper paper = new Paper();

    @ParameterizedTest
    @CsvSource({"SQLITE, 3000", "SQLITE, 10000", "POSTGRESQL, 3000", "POSTGRESQL, 10000"})
    void aCryLeavesBeforeMoreRepliesThanOneWindowHolds(String kind, int waiting) throws Exception {
        Database database = ("SQLITE".equals(kind) ? TestDatabase.SQLITE : TestDatabase.POSTGRESQL)
                .empty()
                .inAnotherProcess(InstantSource.system(), () -> {});
        try (Sender sender = sender(database)) {
            for (int i = 0; i < waiting; i += TURNS_AT_ONCE) {
                List<Outgoing> replies = new ArrayList<>();
                for (int j = i; j < i + TURNS_AT_ONCE; j++) {
                    replies.add(outgoing("chat" + j, Lane.REPLY));
                }
                commit(database, sender, replies);
            }
            List<Integer> overtook = new ArrayList<>();
            for (int cry = 0; cry < CRIES; cry++) {
                paper.awaitMore(MOST * 2);
                commit(database, sender, List.of(outgoing("cry" + cry, Lane.URGENT)));
                int before = paper.count();
                overtook.add(paper.awaitPlaceOf("cry" + cry) - before);
            }
            // A page claimed before it has 256.
            assertThat(overtook).allMatch(replies -> replies <= MOST * 2);
        }
    }

    private Sender sender(Database database) {
        return Sender.serving(
                database.outbox(),
                List.of(paper),
                database.pace(),
                DeliveryListener.IGNORED,
                ChatChangeListener.IGNORED,
                SenderJournal.SILENT,
                AlertQueue.NONE,
                new SendingSettings(8, 500, Duration.ofHours(1), Duration.ofSeconds(10)),
                InstantSource.system(),
                new Random(7));
    }

    private static void commit(Database database, Sender sender, List<Outgoing> messages) {
        List<Commit> turns = messages.stream()
                .map(each -> new Commit(
                        new ConversationKey(each.to(), each.person()),
                        0,
                        "update of " + each.id(),
                        Fixtures.waitingAt("call", "outcome", 1),
                        List.of(each),
                        List.of()))
                .toList();
        database.conversations().commit(turns);
        sender.committed(messages);
    }

    private static Outgoing outgoing(String chat, Lane lane) {
        return new Outgoing(
                lane + "-" + chat,
                new Address("paper", "bot", chat, null),
                new Person("paper", chat),
                lane,
                Message.of(RichText.of("hello")));
    }

    /** A platform that records who it sent to. */
    private static final class Paper implements Channel {
        private final List<String> chats = new ArrayList<>();

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
            return new RateLimits(new RateLimits.Limit(MOST, WINDOW), null, null, 1, null);
        }

        @Override
        public synchronized SendOutcome send(
                Address address, Person person, Message message, @Nullable String replaces) {
            chats.add(address.chat());
            notifyAll();
            return new SendOutcome.Sent();
        }

        synchronized int count() {
            return chats.size();
        }

        synchronized void awaitMore(int messages) throws InterruptedException {
            int enough = chats.size() + messages;
            long end = System.nanoTime() + Duration.ofSeconds(DEADLINE_SECONDS).toNanos();
            while (chats.size() < enough && System.nanoTime() < end) {
                wait(1_000);
            }
            assertThat(chats.size()).isGreaterThanOrEqualTo(enough);
        }

        /** The number of messages sent before the first one to a chat. */
        synchronized int awaitPlaceOf(String chat) throws InterruptedException {
            long end = System.nanoTime() + Duration.ofSeconds(DEADLINE_SECONDS).toNanos();
            while (!chats.contains(chat) && System.nanoTime() < end) {
                wait(1_000);
            }
            assertThat(chats).contains(chat);
            return chats.indexOf(chat);
        }
    }
}
