package org.campaignbot.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.campaignbot.message.Message;
import org.campaignbot.people.Address;
import org.campaignbot.people.Person;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Urgent help is sent at once, however many replies wait. */
class UrgentLaneTest extends SenderCase {

    private static final Duration WINDOW = Duration.ofSeconds(1);
    private static final int MOST = 30;
    private static final RateLimits PACE = new RateLimits(
            new RateLimits.Limit(MOST, WINDOW),
            new RateLimits.Limit(25, WINDOW),
            new RateLimits.Limit(1, WINDOW),
            3,
            null);

    private final Platform platform = new Platform();
    private final Map<String, Duration> sentAt = new HashMap<>();

    @Override
    PaperChannel paper() {
        return new PaperChannel(PACE) {
            @Override
            public SendOutcome send(Address address, Person person, Message message, @Nullable String replaces) {
                platform.arrives("all", time.instant());
                sentAt.put(address.chat(), Duration.between(VirtualTime.NOON, time.instant()));
                return super.send(address, person, message, replaces);
            }
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {3_000, 10_000})
    void itLeavesWithinOneSendIntervalHoweverManyRepliesWait(int waiting) {
        for (int i = 0; i < waiting; i++) {
            commit(reply("chat" + i, "hello"));
        }
        Random random = new Random(7);
        List<Duration> waits = new ArrayList<>();
        for (int cry = 0; cry < 100; cry++) {
            time.advance(Duration.ofMillis(300 + random.nextInt(1_000)));
            Duration cried = Duration.between(VirtualTime.NOON, time.instant());
            commit(urgent("cry" + cry, "hello"));
            time.advance(WINDOW.dividedBy(MOST));
            waits.add(sentAt.getOrDefault("cry" + cry, Duration.ofDays(1)).minus(cried));
        }
        assertThat(waits).allMatch(wait -> wait.compareTo(WINDOW.dividedBy(MOST)) <= 0);
        assertThat(platform.mostIn(WINDOW, "all")).isLessThanOrEqualTo(MOST);
    }

    @Test
    void aCryThatAnotherProcessCommittedIsTakenThoughThereIsNoRoomForReplies() {
        for (int i = 0; i < 3_000; i++) {
            commit(reply("chat" + i, "hello"));
        }
        time.advance(SECOND.multipliedBy(2));
        outbox.add(List.of(urgent("cry", "hello")));
        time.advance(SECOND);
        assertThat(sentAt).containsKey("cry");
    }

    @Test
    void aThreadIsFreeForItWhenAllOthersWaitForThePlatform() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch slow = new CountDownLatch(4);
        CountDownLatch heard = new CountDownLatch(1);
        PaperChannel stuck = new PaperChannel(RateLimits.UNLIMITED) {
            @Override
            public SendOutcome send(Address address, Person person, Message message, @Nullable String replaces) {
                if (address.chat().equals("cry")) {
                    heard.countDown();
                    return new SendOutcome.Sent();
                }
                slow.countDown();
                awaitQuietly(release);
                return new SendOutcome.Sent();
            }
        };
        try (Sender threaded = Sender.serving(
                outbox,
                List.of(stuck),
                SharedRateLimits.ALONE,
                DeliveryListener.IGNORED,
                ChatChangeListener.IGNORED,
                SenderJournal.SILENT,
                AlertQueue.NONE,
                new SendingSettings(4, 100, Duration.ofHours(24), SECOND),
                time,
                new Random(7))) {
            for (int i = 0; i < 20; i++) {
                commitTo(threaded, reply("chat" + i, "hello"));
            }
            assertThat(slow.await(60, TimeUnit.SECONDS)).isTrue();
            commitTo(threaded, urgent("cry", "hello"));
            assertThat(heard.await(20, TimeUnit.SECONDS)).isTrue();
            release.countDown();
        }
    }

    private void commitTo(Sender threaded, Outgoing message) {
        outbox.commit(List.of(message));
        threaded.committed(List.of(message));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
