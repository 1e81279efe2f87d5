package org.campaignbot.testkit.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PollingTest extends FakeBotApiCase {

    @Test
    void anUpdateComesAgainUntilTheNextOffsetConfirmsIt() throws Exception {
        JsonNode update = poll("{}").result().get(0);
        assertThat(update.path("message").path("text").asString()).isEqualTo("hello");
        long id = update.path("update_id").asLong(0);
        assertThat(poll("{\"offset\":" + id + "}").result()).hasSize(1);
        assertThat(poll("{\"offset\":" + (id + 1) + "}").result()).isEmpty();
        assertThat(api.pendingUpdates()).isZero();
        assertThat(api.confirmedUpdates()).isEqualTo(1);
    }

    @Test
    void updatesAreNumberedOneByOneAndLimited() throws Exception {
        long second = ana.says("two");
        long third = ana.says("three");
        assertThat(third).isEqualTo(second + 1);
        assertThat(poll("{\"limit\":2}").result()).hasSize(2);
        assertThat(poll("{\"offset\":-1}").result()).hasSize(1);
        assertThat(api.pendingUpdates()).isEqualTo(1);
    }

    @Test
    void aLongPollAnswersAsSoonAsSomethingComes() throws Exception {
        poll("{\"offset\":" + (ana.says("last") + 1) + "}");
        CompletableFuture<BareBot.Reply> waiting = later("{\"timeout\":50}");
        api.awaitListening(SOON);
        ana.says("now");
        assertThat(waiting.get(20, TimeUnit.SECONDS)
                        .result()
                        .get(0)
                        .path("message")
                        .path("text")
                        .asString())
                .isEqualTo("now");
    }

    @Test
    void aSecondPollerEndsTheFirst() throws Exception {
        poll("{\"offset\":" + (ana.says("last") + 1) + "}");
        CompletableFuture<BareBot.Reply> first = later("{\"timeout\":50}");
        api.awaitListening(SOON);
        poll("{}");
        BareBot.Reply ended = first.get(20, TimeUnit.SECONDS);
        assertThat(ended.status()).isEqualTo(409);
        assertThat(ended.description())
                .isEqualTo(
                        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running");
    }

    @Test
    void aWebhookEndsPollingAndForbidsIt() throws Exception {
        poll("{\"offset\":" + (ana.says("last") + 1) + "}");
        CompletableFuture<BareBot.Reply> waiting = later("{\"timeout\":50}");
        api.awaitListening(SOON);
        bot.call("setWebhook", "{\"url\":\"http://127.0.0.1:9/hook\"}");
        assertThat(waiting.get(20, TimeUnit.SECONDS).description())
                .isEqualTo("Conflict: terminated by setWebhook request");
        assertThat(poll("{}").description())
                .isEqualTo(
                        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the"
                                + " webhook first");
        bot.call("deleteWebhook", "{}");
        assertThat(poll("{}").status()).isEqualTo(200);
    }

    @Test
    void theKindsAskedForStayUntilOthersAreAskedFor() throws Exception {
        poll("{\"offset\":" + (ana.says("last") + 1) + ",\"allowed_updates\":[\"message\"]}");
        ana.edits(ana.lastMessageId(), "changed");
        ana.blocks();
        assertThat(poll("{}").result()).isEmpty();
        poll("{\"allowed_updates\":[]}");
        ana.edits(ana.lastMessageId(), "changed again");
        api.deliver("message_reaction", "{\"chat\":{\"id\":101}}");
        assertThat(poll("{}").result()).hasSize(1);
    }

    @Test
    void anUpdateCanComeOnceMore() throws Exception {
        long id = ana.says("again");
        poll("{\"offset\":" + (id + 1) + "}");
        api.redeliver(id);
        assertThat(poll("{\"offset\":" + (id + 1) + "}").result()).hasSize(1);
        assertThat(poll("{\"offset\":" + (id + 1) + "}").result()).isEmpty();
    }

    @Test
    void aQueryServesAsWellAsABody() throws Exception {
        assertThat(bot.call("getUpdates?limit=1&timeout=0", "").result()).hasSize(1);
    }

    private BareBot.Reply poll(String json) throws IOException, InterruptedException {
        return bot.call("getUpdates", json);
    }

    private CompletableFuture<BareBot.Reply> later(String json) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return poll(json);
            } catch (IOException | InterruptedException failed) {
                throw new IllegalStateException(failed);
            }
        });
    }
}
