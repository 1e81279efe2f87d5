package org.campaignbot.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeTry;
import org.campaignbot.message.Message;
import org.campaignbot.message.RichText;
import org.campaignbot.message.Surface;
import org.campaignbot.people.Address;
import org.campaignbot.people.Person;
import org.campaignbot.sending.Outgoing.Lane;

/**
 * Whatever is sent, and however long answers take, a platform never counts more than its limits, and nothing is sent out of
 * order.
 */
class RateLimitsTest {

    private static final List<Lane> LANES = List.of(Lane.URGENT, Lane.REPLY, Lane.ALERT);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final RateLimits PACE = new RateLimits(
            new RateLimits.Limit(30, SECOND),
            new RateLimits.Limit(25, SECOND),
            new RateLimits.Limit(1, SECOND),
            3,
            new RateLimits.Limit(20, Duration.ofMinutes(1)));

    private Platform platform = new Platform();
    private List<String> order = new ArrayList<>();
    private Instant now = VirtualTime.NOON;

    @BeforeTry
    void beginAnew() {
        platform = new Platform();
        order = new ArrayList<>();
        now = VirtualTime.NOON;
    }

    @Property(tries = 60)
    void noLimitIsEverExceededAndNoOrderChanged(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 400) int messages,
            @ForAll @IntRange(min = 1, max = 60) int chats,
            @ForAll @IntRange(min = 1, max = 3_000) int slowestAnswer) {
        Random random = new Random(seed);
        List<Outgoing> all = new ArrayList<>();
        for (int i = 0; i < messages; i++) {
            String chat = (random.nextInt(4) == 0 ? "group" : "chat") + random.nextInt(chats);
            Lane lane = LANES.get(random.nextInt(LANES.size()));
            all.add(outgoing(chat, lane, i));
        }
        Duration took = run(PACE, 32, all, random, Duration.ofMillis(slowestAnswer), Duration.ofHours(2));
        assertThat(order).as("all leave within %s", took).hasSize(messages);
        assertThat(platform.mostIn(SECOND, "all")).isLessThanOrEqualTo(30);
        assertThat(platform.mostIn(SECOND, "alerts")).isLessThanOrEqualTo(25);
        for (int chat = 0; chat < chats; chat++) {
            assertThat(platform.overdrawn("chat" + chat, 3, SECOND)).isLessThanOrEqualTo(1e-6);
            assertThat(platform.mostIn(Duration.ofMinutes(1), "group" + chat)).isLessThanOrEqualTo(20);
        }
        assertInOrder(all);
    }

    @Example
    void aThousandASecondAreReachedToNinetyEightOfAHundred() {
        // Two slots are reserved for urgent messages.
        RateLimits rateLimits =
                new RateLimits(new RateLimits.Limit(1_002, SECOND), new RateLimits.Limit(1_000, SECOND), null, 1, null);
        List<Outgoing> all = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            all.add(outgoing("chat" + i, Lane.ALERT, i));
        }
        Duration took = run(rateLimits, 32, all, new Random(7), Duration.ofMillis(6), Duration.ofMinutes(2));
        assertThat(order).hasSize(20_000);
        // The first window is filled at once.
        assertThat(19_000 / (took.toMillis() / 1e3)).isBetween(980.0, 1_000.0);
        assertThat(platform.mostIn(SECOND, "all")).isLessThanOrEqualTo(1_000);
    }

    @Example
    void aPlatformThatAnswersSlowlyCostsTheTimeOfItsAnswersAndNoMore() {
        List<Outgoing> all = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            all.add(outgoing("chat" + i, Lane.ALERT, i));
        }
        Duration took = run(PACE, 32, all, new Random(7), Duration.ofMillis(400), Duration.ofMinutes(2));
        assertThat(order).hasSize(1_000);
        // A fifth of a second on average, so each slot is free again after 1.2 seconds; the first window is filled at
        // once.
        assertThat(975 / (took.toMillis() / 1e3)).isBetween(0.97 * 25 / 1.2, 25 / 1.2);
    }

    @Example
    void alertsLeaveRoomForReplies() {
        List<Outgoing> alerts = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            alerts.add(outgoing("chat" + i, Lane.ALERT, i));
        }
        run(PACE, 32, alerts, new Random(7), Duration.ofMillis(80), Duration.ofSeconds(3));
        assertThat(platform.mostIn(SECOND, "all")).isEqualTo(25);
    }

    private void assertInOrder(List<Outgoing> all) {
        Map<String, List<String>> expected = new HashMap<>();
        Map<String, List<String>> found = new HashMap<>();
        Map<String, String> lines = new HashMap<>();
        for (Outgoing each : all) {
            lines.put(each.id(), each.to().chat() + each.lane());
            expected.computeIfAbsent(each.to().chat() + each.lane(), line -> new ArrayList<>())
                    .add(each.id());
        }
        order.forEach(id -> found.computeIfAbsent(String.valueOf(lines.get(id)), line -> new ArrayList<>())
                .add(id));
        assertThat(found).isEqualTo(expected);
    }

    private record Answer(Instant at, Schedule.SendJob job) {}

    /** Plays a schedule against a slow platform; returns how long it took. */
    private Duration run(
            RateLimits rateLimits, int threads, List<Outgoing> all, Random random, Duration slowest, Duration longest) {
        SendingSettings sendingSettings = new SendingSettings(threads, 100_000, Duration.ofDays(1), SECOND);
        Schedule schedule = new Schedule(new PaperChannel(rateLimits), AlertQueue.NONE, sendingSettings, random);
        Schedule.Over over = mock();
        Deque<Outgoing> alerts = new ArrayDeque<>();
        all.stream().filter(each -> each.lane() == Lane.ALERT).forEach(alerts::add);
        schedule.offer(
                all.stream()
                        .filter(each -> each.lane() != Lane.ALERT)
                        .map(this::claimed)
                        .toList(),
                now);
        // An account is known from its first message on.
        offerAlert(schedule, alerts);
        schedule.grant(
                new Account("paper", "bot"),
                SharedRateLimits.ALONE.refresh(
                        new Account("paper", "bot"),
                        new SharedRateLimits.Need(rateLimits.all(), 0, 0),
                        new SharedRateLimits.Need(rateLimits.alerts(), 0, 0)));
        PriorityQueue<Answer> answers = new PriorityQueue<>(Comparator.comparing(Answer::at));
        Instant end = now.plus(longest);
        Instant begin = now;
        while (now.isBefore(end)) {
            int room = schedule.alertRoom(now).getOrDefault(new Account("paper", "bot"), 0);
            for (int i = 0; i < room; i++) {
                offerAlert(schedule, alerts);
            }
            while (answers.size() < threads) {
                Schedule.SendJob job = schedule.next(now, over);
                if (job == null) {
                    break;
                }
                answers.add(send(job, random, slowest));
            }
            Instant next = answers.isEmpty() ? Instant.MAX : answers.peek().at;
            if (answers.size() < threads) {
                Instant wake = schedule.wakeAt(now, Lane.ALERT);
                next = wake.isBefore(next) ? wake : next;
            }
            if (next.equals(Instant.MAX)) {
                break;
            }
            // A timer fires up to a millisecond late.
            now = next.isAfter(now) ? next.plusNanos(random.nextInt(1_000_000)) : now;
            while (!answers.isEmpty() && !answers.peek().at.isAfter(now)) {
                answered(schedule, answers.remove());
            }
        }
        verifyNoInteractions(over);
        return Duration.between(begin, now);
    }

    private void offerAlert(Schedule schedule, Deque<Outgoing> alerts) {
        if (!alerts.isEmpty()) {
            schedule.offer(List.of(claimed(alerts.remove())), now);
        }
    }

    private Outbox.Claimed claimed(Outgoing message) {
        return new Outbox.Claimed(message, now, Instant.MAX, false, List.of());
    }

    private Answer send(Schedule.SendJob job, Random random, Duration slowest) {
        Outgoing outgoing = job.pending().outgoing();
        job.pending().part(Surface.TIGHTEST);
        order.add(outgoing.id());
        Duration took = Duration.ofNanos(1 + random.nextLong(slowest.toNanos()));
        Instant arrival = now.plusNanos(random.nextLong(took.toNanos()));
        platform.arrives("all", arrival);
        platform.arrives(outgoing.to().chat(), arrival);
        if (outgoing.lane() == Lane.ALERT) {
            platform.arrives("alerts", arrival);
        }
        return new Answer(now.plus(took), job);
    }

    private void answered(Schedule schedule, Answer answer) {
        schedule.answered(answer.job, new SendOutcome.Sent(), now);
        schedule.inFlight().settled(List.of(answer.job.pending().outgoing()));
    }

    private static Outgoing outgoing(String chat, Lane lane, int number) {
        return new Outgoing(
                lane + "-" + number,
                new Address("paper", "bot", chat, null),
                new Person("paper", chat),
                lane,
                Message.of(RichText.of("Message " + number)));
    }
}
