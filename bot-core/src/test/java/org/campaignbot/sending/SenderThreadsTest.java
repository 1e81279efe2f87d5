package org.campaignbot.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.campaignbot.message.Message;
import org.campaignbot.message.RichText;
import org.campaignbot.people.Address;
import org.campaignbot.people.Person;
import org.campaignbot.sending.DeliveryListener.Ended;
import org.campaignbot.sending.Outgoing.Lane;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A sender with its own threads, and slow platforms. */
class SenderThreadsTest {

    private static final int THREADS = 8;
    private static final long DEADLINE_SECONDS = 60;

    private final CountingOutbox outbox = new CountingOutbox(InstantSource.system());
    private final CountingAlertQueue alerts = new CountingAlertQueue();
    private final SlowPaper paper = new SlowPaper();
    private final Map<String, DeliveryStatus> statuses = new ConcurrentHashMap<>();
    private volatile CountDownLatch ends = new CountDownLatch(0);
    private final Sender sender = Sender.serving(
            outbox,
            List.of(paper),
            SharedRateLimits.ALONE,
            ended -> {
                for (Ended each : ended) {
                    statuses.put(each.message().id(), each.status());
                    ends.countDown();
                }
            },
            ChatChangeListener.IGNORED,
            SenderJournal.SILENT,
            alerts,
            new SendingSettings(THREADS, 500, Duration.ofHours(1), Duration.ofSeconds(30)),
            InstantSource.system(),
            new Random(7));

    @AfterEach
    void letGo() {
        paper.slow.values().forEach(CountDownLatch::countDown);
        sender.close();
    }

    @Test
    void aThousandChatsDoNotWaitForTheSlowOnes() throws Exception {
        for (int chat = 0; chat < THREADS - 1; chat++) {
            paper.slow.put("slow" + chat, new CountDownLatch(1));
            commit(outgoing("slow" + chat, Lane.REPLY, 0), outgoing("slow" + chat, Lane.REPLY, 1));
        }
        expect(1_000);
        for (int chat = 0; chat < 1_000; chat++) {
            commit(outgoing("chat" + chat, Lane.REPLY, 0));
        }
        await();
        assertThat(statuses).hasSize(1_000).doesNotContainKey("slow0-REPLY-0");
    }

    @Test
    void manyChatsAreServedAtOnceAndNoneTwiceAtATimeOrOutOfOrder() throws Exception {
        int chats = 40;
        int each = 50;
        expect(chats * each);
        for (int i = 0; i < each; i++) {
            List<Outgoing> batch = new ArrayList<>();
            for (int chat = 0; chat < chats; chat++) {
                batch.add(outgoing("chat" + chat, Lane.REPLY, i));
            }
            commit(batch.toArray(Outgoing[]::new));
        }
        await();
        assertThat(paper.twiceAtATime).isEmpty();
        assertThat(paper.mostAtOnce.get()).isLessThanOrEqualTo(THREADS);
        for (int chat = 0; chat < chats; chat++) {
            String name = "chat" + chat;
            List<String> expected = new ArrayList<>();
            for (int i = 0; i < each; i++) {
                expected.add(name + ": " + i);
            }
            assertThat(paper.sent.stream().filter(line -> line.startsWith(name + ": ")))
                    .containsExactlyElementsOf(expected);
        }
    }

    @Test
    void aReplyFindsAThreadHoweverManyAlertsAreSlow() throws Exception {
        List<Outgoing> alerts = new ArrayList<>();
        for (int chat = 0; chat < 100; chat++) {
            paper.slow.put("slow" + chat, new CountDownLatch(1));
            alerts.add(outgoing("slow" + chat, Lane.ALERT, 0));
        }
        paper.began = new CountDownLatch(THREADS * 3 / 4);
        this.alerts.add(alerts);
        sender.drain();
        assertThat(paper.began.await(DEADLINE_SECONDS, TimeUnit.SECONDS)).isTrue();
        expect(2);
        commit(outgoing("ana", Lane.REPLY, 0), outgoing("ben", Lane.URGENT, 0));
        await();
        assertThat(statuses).containsOnlyKeys("ana-REPLY-0", "ben-URGENT-0");
    }

    @Test
    @Timeout(DEADLINE_SECONDS)
    void closingWaitsForWhatIsUnderWayAndOffersTheRest() throws Exception {
        paper.slow.put("slow", new CountDownLatch(1));
        paper.began = new CountDownLatch(1);
        commit(outgoing("slow", Lane.REPLY, 0), outgoing("slow", Lane.REPLY, 1));
        assertThat(paper.began.await(DEADLINE_SECONDS, TimeUnit.SECONDS)).isTrue();
        Thread closing = new Thread(sender::close);
        closing.start();
        while (closing.getState() != Thread.State.TIMED_WAITING) {
            // Until it waits for the send in flight.
            Thread.onSpinWait();
        }
        paper.release("slow");
        closing.join(TimeUnit.SECONDS.toMillis(DEADLINE_SECONDS));
        assertThat(statuses).containsExactly(Map.entry("slow-REPLY-0", DeliveryStatus.SENT));
        assertThat(outbox.claim(10)).extracting(Outgoing::id).containsExactly("slow-REPLY-1");
    }

    private void expect(int messages) {
        ends = new CountDownLatch(messages);
    }

    private void await() throws InterruptedException {
        assertThat(ends.await(DEADLINE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    private void commit(Outgoing... messages) {
        outbox.commit(List.of(messages));
        sender.committed(List.of(messages));
    }

    private static Outgoing outgoing(String chat, Lane lane, int number) {
        return new Outgoing(
                chat + "-" + lane + "-" + number,
                new Address("paper", "bot", chat, null),
                new Person("paper", chat),
                lane,
                Message.of(RichText.of("" + number)));
    }

    /** A channel in which some chats answer only when released. */
    private static final class SlowPaper extends PaperChannel {
        private final Map<String, CountDownLatch> slow = new ConcurrentHashMap<>();
        private final Set<String> busy = ConcurrentHashMap.newKeySet();
        private final Set<String> twiceAtATime = ConcurrentHashMap.newKeySet();
        private final AtomicInteger mostAtOnce = new AtomicInteger();
        private volatile CountDownLatch began = new CountDownLatch(0);

        SlowPaper() {
            super(RateLimits.UNLIMITED);
        }

        void release(String chat) {
            CountDownLatch latch = slow.get(chat);
            if (latch != null) {
                latch.countDown();
            }
        }

        @Override
        public SendOutcome send(Address address, Person person, Message message, @Nullable String replaces) {
            String chat = address.chat();
            if (!busy.add(chat)) {
                twiceAtATime.add(chat);
            }
            mostAtOnce.accumulateAndGet(busy.size(), Math::max);
            began.countDown();
            CountDownLatch latch = slow.get(chat);
            try {
                if (latch != null) {
                    latch.await();
                }
                return super.send(address, person, message, replaces);
            } catch (InterruptedException closed) {
                return new SendOutcome.Unknown("interrupted");
            } finally {
                busy.remove(chat);
            }
        }
    }
}
