package org.campaignbot.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignbot.alert.Alerting.EXPIRES;
import static org.campaignbot.alert.Alerting.NOON;
import static org.campaignbot.alert.Alerting.SUNFLOWER;
import static org.campaignbot.alert.Alerting.TULIP;
import static org.campaignbot.alert.Alerting.VIOLET;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.campaignbot.alert.Alert.Stage;
import org.campaignbot.alert.AlertEntry.Act;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An alert keeps to its life cycle, whatever people do in any order. */
class AlertLifePropertyTest {

    private static final int STORIES = 4_000;
    private static final int EVENTS = 60;

    private static final List<Actor> ACTORS =
            List.of(Actor.of(SUNFLOWER), Actor.of(TULIP), Actor.of(VIOLET), Actor.OPERATOR, Actor.BOT);

    /** The allowed transitions of each stage; all others are forbidden. */
    private static final Map<Stage, Set<Stage>> WAYS = new EnumMap<>(Map.of(
            Stage.DRAFT, EnumSet.of(Stage.DRAFT, Stage.CHECKED, Stage.STOPPED),
            Stage.CHECKED, EnumSet.of(Stage.CHECKED, Stage.DRAFT, Stage.APPROVED, Stage.STOPPED),
            Stage.APPROVED,
                    EnumSet.of(
                            Stage.APPROVED, Stage.DRAFT, Stage.SCHEDULED, Stage.CANARY, Stage.SENDING, Stage.STOPPED),
            Stage.SCHEDULED,
                    EnumSet.of(Stage.SCHEDULED, Stage.DRAFT, Stage.CANARY, Stage.SENDING, Stage.STOPPED, Stage.EXPIRED),
            Stage.CANARY, EnumSet.of(Stage.SENDING, Stage.PAUSED, Stage.STOPPED, Stage.EXPIRED),
            Stage.SENDING, EnumSet.of(Stage.SENDING, Stage.PAUSED, Stage.STOPPED, Stage.EXPIRED, Stage.DONE),
            Stage.PAUSED, EnumSet.of(Stage.CANARY, Stage.SENDING, Stage.STOPPED, Stage.EXPIRED),
            Stage.DONE, EnumSet.of(Stage.SENDING),
            Stage.STOPPED, EnumSet.noneOf(Stage.class),
            Stage.EXPIRED, EnumSet.noneOf(Stage.class)));

    @Test
    void noOrderOfEventsReachesAForbiddenStageOrSendsAfterAStop() {
        Set<Stage> reached = EnumSet.noneOf(Stage.class);
        Set<Act> done = EnumSet.noneOf(Act.class);
        for (int seed = 0; seed < STORIES; seed++) {
            Story story = new Story(new Random(seed));
            for (int i = 0; i < EVENTS; i++) {
                story.next();
                reached.add(story.alert.stage());
            }
            story.trail.forEach(entry -> done.add(entry.act()));
        }
        assertThat(reached).as("the stories go everywhere").containsExactlyInAnyOrder(Stage.values());
        assertThat(done).as("and everything is done").containsExactlyInAnyOrder(Act.values());
    }

    /** One alert with random actions by different people, while time passes. */
    private static final class Story {

        private final Random random;
        private final List<AlertEntry> trail = new ArrayList<>();
        private Instant now = NOON;
        private Alert alert;
        /** Whether another organizer, or the only one by the count, approved the current draft. */
        private boolean approved;

        private boolean checked;
        private boolean ended;

        Story(Random random) {
            this.random = random;
            AlertTransition.Taken drafted = (AlertTransition.Taken) AlertStateMachine.draft(
                    "k3x9", Alert.Kind.NEW, null, Alerting.draft("First words", at()), Actor.of(SUNFLOWER), NOON);
            this.alert = drafted.alert();
            trail.add(drafted.entry());
        }

        void next() {
            if (random.nextInt(4) == 0) {
                now = now.plus(Duration.ofHours(1 + random.nextInt(12)));
            }
            Actor by = ACTORS.get(random.nextInt(ACTORS.size()));
            AlertTransition step = event(by);
            if (step instanceof AlertTransition.Taken taken) {
                holds(taken, by);
                alert = taken.alert();
                trail.add(taken.entry());
            }
            boolean leaves = alert.maySend(now);
            assertThat(leaves && (ended || !approved || !checked || !now.isBefore(EXPIRES)))
                    .as("it sends after %s", trail)
                    .isFalse();
        }

        private AlertTransition event(Actor by) {
            return switch (random.nextInt(21)) {
                case 0 -> AlertStateMachine.change(alert, Alerting.draft("Words " + random.nextInt(9), at()), by, now);
                case 1, 2 -> AlertStateMachine.check(alert, random.nextInt(4) > 0, "found", by, now);
                case 3 -> AlertStateMachine.askForApproval(alert, by, now);
                case 4, 5, 6 -> AlertStateMachine.approve(alert, by, now);
                case 7 ->
                    AlertStateMachine.approveAlone(
                            alert,
                            by,
                            random.nextBoolean(),
                            random.nextBoolean() ? List.of(SUNFLOWER, VIOLET) : List.of(SUNFLOWER, TULIP),
                            random.nextBoolean() ? "12" : "13",
                            "12",
                            now);
                case 8 -> AlertStateMachine.schedule(alert, at(), by, now);
                case 9, 10 -> AlertStateMachine.begin(alert, random.nextBoolean(), by, now);
                case 11 -> AlertStateMachine.widen(alert, now);
                case 12 -> AlertStateMachine.pause(alert, random.nextBoolean() ? "why" : null, by, now);
                case 13 -> AlertStateMachine.resume(alert, by, now);
                case 14 ->
                    random.nextInt(5) == 0
                            ? AlertStateMachine.stop(alert, by, now)
                            : AlertStateMachine.expire(alert, now);
                case 15 -> AlertStateMachine.finish(alert, now);
                case 16 -> AlertStateMachine.acknowledge(alert, random.nextBoolean() ? "found" : "", by, now);
                case 17 -> AlertStateMachine.giveBack(alert, random.nextBoolean() ? "why" : " ", by, now);
                case 18 -> AlertStateMachine.test(alert, trail, List.of(), random.nextInt(3), by, now);
                case 19 -> AlertStateMachine.withdraw(alert, by, now);
                default -> AlertStateMachine.sendAgain(alert, "few", by, now);
            };
        }

        private @Nullable Instant at() {
            return random.nextBoolean() ? null : NOON.plus(Duration.ofHours(random.nextInt(80)));
        }

        private void holds(AlertTransition.Taken taken, Actor by) {
            Alert next = taken.alert();
            Supplier<String> story = () -> trail + " then " + taken.entry();
            assertThat(Objects.requireNonNull(WAYS.get(alert.stage())))
                    .as(story)
                    .contains(next.stage());
            assertThat(taken.entry().at()).isEqualTo(now);
            assertThat(taken.entry().by()).as(story).isNotEqualTo(VIOLET.name());
            assertThat(next.id()).isEqualTo(alert.id());
            assertThat(next.author()).isEqualTo(alert.author());
            assertThat(next.version()).isEqualTo(alert.version());
            assertThat(next.stage() == Stage.PAUSED).isEqualTo(next.pausedIn() != null);
            assertThat(next.stage().isFinal()).isEqualTo(next.ended() != null);
            remember(taken.entry(), next, by);
            boolean needsApproval =
                    next.stage() != Stage.DRAFT && next.stage() != Stage.CHECKED && next.stage() != Stage.STOPPED;
            assertThat(next.approver() != null).as(story).isEqualTo(approved);
            assertThat(needsApproval && !approved).as(story).isFalse();
        }

        private void remember(AlertEntry entry, Alert next, Actor by) {
            switch (entry.act()) {
                case CHANGED, RETURNED, WITHDRAWN -> {
                    checked = false;
                    approved = false;
                }
                case CHECKED -> {
                    checked = next.stage() != Stage.DRAFT;
                    approved &= checked;
                }
                case APPROVED -> {
                    assertThat(by.id()).isNotIn(alert.author(), alert.writer());
                    assertThat(by.isOrganizer()).isTrue();
                    approved = true;
                }
                case APPROVED_ALONE -> {
                    assertThat(by).isEqualTo(Actor.of(SUNFLOWER));
                    approved = true;
                }
                case STOPPED, EXPIRED -> ended = true;
                case RESUMED -> assertThat(by).isNotEqualTo(Actor.BOT);
                default -> assertThat(ended).isFalse();
            }
        }
    }
}
