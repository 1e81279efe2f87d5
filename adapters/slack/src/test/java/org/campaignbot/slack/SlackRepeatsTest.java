package org.campaignbot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.campaignbot.conversation.Event;
import org.campaignbot.message.Form;
import org.campaignbot.message.RichText;
import org.campaignbot.slack.api.SlackCount;
import org.campaignbot.slack.api.SlackJson;
import org.campaignbot.slack.home.HomeContent;
import org.campaignbot.slack.receive.CommandForm;
import org.campaignbot.slack.receive.SlackDispatcher;
import org.campaignbot.slack.receive.SlackReply;
import org.campaignbot.slack.receive.SlackTrigger;
import org.campaignbot.slack.receive.SlackTrigger.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A delivery that Slack repeats, over either transport, causes no second request to Slack. */
class SlackRepeatsTest {

    private static final String CHANNEL = "\"channel\":\"C0GENERAL\"";

    /** An event of each kind that the bot reacts to; the enumeration below fails for a new one without an entry. */
    private static final Map<SlackTrigger, String> EVENTS = Map.of(
            SlackTrigger.EVENT_MESSAGE,
            "\"channel_type\":\"im\",\"channel\":\"D0ANA\",\"user\":\"U0ANA\",\"text\":\"Hello\"",
            SlackTrigger.EVENT_MENTION,
            CHANNEL + ",\"user\":\"U0ANA\",\"text\":\"Hello\"",
            SlackTrigger.EVENT_HOME_OPENED,
            "\"tab\":\"home\",\"user\":\"U0ANA\"",
            SlackTrigger.EVENT_CHANNEL_LEFT,
            CHANNEL,
            SlackTrigger.EVENT_GROUP_LEFT,
            CHANNEL,
            SlackTrigger.EVENT_UNINSTALLED,
            "\"a\":1",
            SlackTrigger.EVENT_TOKENS_REVOKED,
            "\"tokens\":{\"bot\":[\"U0BOT\"]}");

    private final Stage stage = Stage.http();
    private final AtomicInteger homes = new AtomicInteger();
    private long published;
    private final SlackDispatcher slackDispatcher = stage.bot.requests(stage::intake);

    @BeforeEach
    void begin() {
        stage.home = (own, locale) -> {
            homes.incrementAndGet();
            return Optional.of(new HomeContent(
                    List.of(new HomeContent.Section("Welcome", RichText.of("Hello"), List.of(), null))));
        };
        // Nothing is known about people, so each request would ask again.
        stage.slack.faults().next(1_000).of("users.info").error("fatal_error");
    }

    @AfterEach
    void end() {
        stage.close();
    }

    static Stream<SlackTrigger> events() {
        return SlackTrigger.all(Kind.EVENT);
    }

    private String body(SlackTrigger kind, String id) {
        return "{\"type\":\"event_callback\",\"team_id\":\"T0ACME\",\"event_id\":\"" + id + "\",\"event\":{\"type\":\""
                + kind.title() + "\"," + String.valueOf(EVENTS.get(kind)).replace("U0BOT", stage.acme.botUser()) + "}}";
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventOverHttpThatComesAgainAsksSlackNothing(SlackTrigger kind) {
        assertThat(EVENTS).containsKey(kind);
        repeats(tabs(kind), id -> slackDispatcher.http(body(kind, id)));
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventOverSocketModeThatComesAgainAsksSlackNothing(SlackTrigger kind) {
        AtomicInteger envelopes = new AtomicInteger();
        repeats(
                tabs(kind),
                id -> slackDispatcher.socket(envelope(
                        SlackTrigger.ENVELOPE_EVENT, "envelope-" + envelopes.incrementAndGet(), body(kind, id))));
    }

    @Test
    void anEnvelopeThatComesAgainIsAnsweredAsBeforeAndOpensNoSecondForm() {
        Form form = new Form("A form", List.of(new Form.Field("place", "Place", 9)));
        stage.commands = (own, words, language) -> Optional.of(new CommandForm.Opened(new Event.Opened(""), form));
        repeats(
                0,
                id -> slackDispatcher.socket(envelope(
                        SlackTrigger.ENVELOPE_COMMAND,
                        id,
                        "{\"command\":\"/campaign\",\"trigger_id\":\"1.2." + id
                                + "\",\"user_id\":\"U0ANA\",\"team_id\":\"T0ACME\",\"text\":\"alert\"}")));
        assertThat(stage.count(SlackCount.FORM_OPENED) + stage.count(SlackCount.FORM_NOT_OPENED))
                .isEqualTo(2);
        repeats(
                1,
                id -> slackDispatcher.socket(envelope(
                        SlackTrigger.ENVELOPE_INTERACTION,
                        "press-" + id,
                        "{\"type\":\"block_actions\",\"trigger_id\":\"2.2." + id
                                + "\",\"user\":{\"id\":\"U0ANA\"},\"team\":{\"id\":\"T0ACME\"},\"view\":{\"type\":\"home\"},"
                                + "\"actions\":[{\"action_id\":\"press-0\",\"value\":\"menu/ask/call\"}]}")));
    }

    @Test
    void whatWasPutOffIsTakenWhenItComesAgain() {
        stage.failures.set(1);
        assertThat(slackDispatcher.http(body(SlackTrigger.EVENT_MESSAGE, "Ev1")).status())
                .isEqualTo(503);
        assertThat(slackDispatcher.http(body(SlackTrigger.EVENT_MESSAGE, "Ev1")).status())
                .isEqualTo(200);
        assertThat(slackDispatcher.http(body(SlackTrigger.EVENT_MESSAGE, "Ev1")).status())
                .isEqualTo(200);
        assertThat(stage.taken).hasSize(1);
    }

    private static int tabs(SlackTrigger kind) {
        return kind == SlackTrigger.EVENT_HOME_OPENED ? 1 : 0;
    }

    private interface Delivered {
        SlackReply under(String id);
    }

    private void repeats(int tabs, Delivered delivered) {
        SlackReply first = delivered.under("1");
        settle(tabs);
        int calls = stage.slack.log().calls().size();
        int shown = homes.get();
        int taken = stage.taken.size() + stage.left.size();
        for (int i = 0; i < 4; i++) {
            assertThat(delivered.under("1")).isEqualTo(first);
        }
        settle(0);
        // One more for the tab that was waited for.
        assertThat(stage.slack.log().calls()).hasSize(calls + 1);
        assertThat(homes).hasValue(shown);
        assertThat(stage.taken.size() + stage.left.size()).isEqualTo(taken);
        SlackReply another = delivered.under("2");
        assertThat(another.status()).isEqualTo(200);
        settle(tabs);
    }

    /**
     * Waits for everything started beside the answers: tabs are published in order, and this one comes last.
     *
     * @param tabs how many others were started
     */
    private void settle(int tabs) {
        slackDispatcher.http(body(SlackTrigger.EVENT_HOME_OPENED, "settle-" + System.nanoTime()));
        published += tabs + 1;
        stage.slack.await(
                () -> stage.count(SlackCount.HOME_PUBLISHED) + stage.count(SlackCount.HOME_NOT_PUBLISHED) == published,
                Stage.SOON,
                "no tab is published");
        homes.decrementAndGet();
    }

    private static JsonObject envelope(SlackTrigger kind, String id, String payload) {
        JsonObject envelope = new JsonObject();
        envelope.addProperty("envelope_id", id);
        envelope.addProperty("type", kind.title());
        envelope.add("payload", SlackJson.object(payload));
        return envelope;
    }
}
