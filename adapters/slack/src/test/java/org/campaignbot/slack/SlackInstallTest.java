package org.campaignbot.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.sending.SendOutcome;
import org.campaignbot.slack.api.SlackCount;
import org.campaignbot.slack.blocks.SlackWords.InstallWords;
import org.campaignbot.slack.install.InstallStoreException;
import org.campaignbot.slack.receive.SlackReply;
import org.campaignbot.slack.settings.SlackSettings;
import org.campaignbot.slack.settings.SlackSettings.Install;
import org.campaignbot.slack.settings.SlackSettings.Rates;
import org.campaignbot.slack.workspace.SlackAddresses;
import org.campaignbot.testkit.MemoryInstallStates;
import org.campaignbot.testkit.MemoryInstallations;
import org.campaignbot.testkit.slack.Call;
import org.campaignbot.testkit.slack.Person;
import org.campaignbot.testkit.slack.Workspace;
import org.campaignbot.workspace.InstallStates;
import org.campaignbot.workspace.Installations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlackInstallTest {

    private static final URI REDIRECT = URI.create("http://127.0.0.1:1/slack/oauth_redirect");

    private final Stage stage = Stage.http();
    private final Workspace other = stage.slack.workspaceWithoutApp("T0OTHER");
    private final Installations kept = new MemoryInstallations();
    private final SlackBot bot = bot(stage.slack.apiUrl(), new MemoryInstallStates());
    private final SlackHttp http = bot.http(stage::intake);

    @AfterEach
    void end() {
        bot.close();
        stage.close();
    }

    private SlackBot bot(String api, InstallStates states) {
        return new SlackBot(
                new SlackSettings(
                        null,
                        null,
                        org.campaignbot.testkit.slack.SlackSettings.SIGNING_SECRET,
                        URI.create(api),
                        SlackSettings.COMMAND,
                        new Install(
                                org.campaignbot.testkit.slack.SlackSettings.CLIENT_ID,
                                org.campaignbot.testkit.slack.SlackSettings.CLIENT_SECRET,
                                REDIRECT),
                        Rates.DEFAULT),
                stage.host(new SlackHost.Many(
                        kept,
                        states,
                        new InstallWords("It is installed.", "It is not installed.", "It is not here."))));
    }

    private SlackReply get(String path, String query, String cookies) {
        return get(http, path, query, cookies);
    }

    private static SlackReply get(SlackHttp http, String path, String query, String cookies) {
        return http.accept("GET", path, query, name -> name.equals("Cookie") ? cookies : null, new byte[0]);
    }

    private SlackReply begin() {
        return get("/slack/install", "", "");
    }

    private static String header(SlackReply reply, String name) {
        return Objects.requireNonNull(reply.headers().get(name));
    }

    private static String cookie(SlackReply begun) {
        String set = header(begun, "Set-Cookie");
        return set.substring(0, set.indexOf(';'));
    }

    /** The query with which Slack sends the browser back after a person has approved. */
    private String approved(SlackReply begun) {
        String link =
                header(begun, "Location").replace("https://slack.com/oauth/v2/authorize", stage.slack.authorizeUrl());
        return URI.create(stage.slack.approves(link, other, Person.of("U0CAT"))).getRawQuery();
    }

    @Test
    void aWorkspaceInstallsTheBotAndIsWrittenToWithItsOwnToken() {
        SlackReply begun = begin();
        assertThat(begun.status()).isEqualTo(302);
        assertThat(header(begun, "Set-Cookie")).contains("HttpOnly").contains("SameSite=Lax");
        SlackReply ended = get("/slack/oauth_redirect", approved(begun), cookie(begun));
        assertThat(ended.status()).isEqualTo(200);
        assertThat(ended.body()).isEqualTo("It is installed.");
        assertThat(kept.find("T0OTHER").orElseThrow().botToken()).isEqualTo(other.botToken());
        ConversationKey cat = SlackAddresses.own("T0OTHER", "U0CAT");
        assertThat(bot.channel().send(cat.address(), cat.person(), Stage.message("Welcome"), null))
                .isInstanceOf(SendOutcome.Sent.class);
    }

    @Test
    void aStateIsOfUseOnce() {
        SlackReply begun = begin();
        String query = approved(begun);
        assertThat(get("/slack/oauth_redirect", query, cookie(begun)).status()).isEqualTo(200);
        assertThat(get("/slack/oauth_redirect", query, cookie(begun)).status()).isEqualTo(400);
    }

    @Test
    void tenThousandWhoOnlyBeginKeepNothingAndPushNobodyOut() {
        InstallStates counted = mock(InstallStates.class, delegatesTo(new MemoryInstallStates()));
        try (SlackBot flooded = bot(stage.slack.apiUrl(), counted)) {
            SlackHttp pages = flooded.http(stage::intake);
            SlackReply before = get(pages, "/slack/install", "", "");
            for (int i = 0; i < 10_001; i++) {
                assertThat(get(pages, "/slack/install", "", "").status()).isEqualTo(302);
            }
            verify(counted, never()).useUp(any(), any());
            assertThat(get(pages, "/slack/oauth_redirect", approved(before), cookie(before))
                            .status())
                    .isEqualTo(200);
            verify(counted).useUp(any(), any());
        }
    }

    @Test
    void aStateWorksForTenMinutesAndNotUnderAnotherKey() {
        SlackReply late = begin();
        SlackReply intime = begin();
        stage.clock.advance(Duration.ofMinutes(10).minusMillis(1));
        assertThat(get("/slack/oauth_redirect", approved(intime), cookie(intime))
                        .status())
                .isEqualTo(200);
        stage.clock.advance(Duration.ofMillis(1));
        assertThat(get("/slack/oauth_redirect", approved(late), cookie(late)).status())
                .isEqualTo(400);
        try (SlackBot another = bot(stage.slack.apiUrl(), new MemoryInstallStates())) {
            SlackReply foreign = get(another.http(stage::intake), "/slack/install", "", "");
            assertThat(get("/slack/oauth_redirect", approved(foreign), cookie(foreign))
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void whoeverDidNotBeginCannotEnd() {
        SlackReply begun = begin();
        assertThat(get("/slack/oauth_redirect", approved(begun), "slack-install-state=another")
                        .status())
                .isEqualTo(400);
        assertThat(get("/slack/oauth_redirect", "code=1&state=invented", "slack-install-state=invented")
                        .status())
                .isEqualTo(400);
        assertThat(get("/slack/oauth_redirect", "error=access_denied", "").body())
                .isEqualTo("It is not installed.");
        assertThat(kept.find("T0OTHER")).isEmpty();
    }

    @Test
    void whatSlackRefusesIsToldInOurWordsAlone() {
        SlackReply begun = begin();
        stage.slack.faults().next(1).of("oauth.v2.access").error("invalid_code");
        SlackReply ended = get("/slack/oauth_redirect", approved(begun), cookie(begun));
        assertThat(ended.status()).isEqualTo(400);
        assertThat(ended.body()).isEqualTo("It is not installed.");
        assertThat(header(ended, "Set-Cookie")).startsWith("slack-install-state=; Max-Age=0;");
        assertThat(kept.find("T0OTHER")).isEmpty();
    }

    @Test
    void withoutItsStatesNothingIsInstalledAndNothingOfTheStoreIsTold() {
        InstallStates away = mock();
        when(away.sign(any())).thenReturn("signed");
        when(away.useUp(any(), any())).thenThrow(new IllegalStateException("of the store"));
        try (SlackBot lost = bot(stage.slack.apiUrl(), away)) {
            SlackHttp pages = lost.http(stage::intake);
            SlackReply begun = get(pages, "/slack/install", "", "");
            String state = cookie(begun).substring("slack-install-state=".length());
            SlackReply ended = get(pages, "/slack/oauth_redirect", "code=1&state=" + state, cookie(begun));
            assertThat(ended.status()).isEqualTo(503);
            assertThat(ended.body()).isEqualTo("It is not installed.");
        }
        assertThat(new InstallStoreException(new IllegalStateException("of the store")))
                .hasMessage("the store failed: IllegalStateException")
                .hasNoCause();
    }

    @Test
    void anInstallationLeavesNoThreadBehind() throws InterruptedException {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try (SlackBot unheard = bot("http://127.0.0.1:1/api/", new MemoryInstallStates())) {
            SlackHttp pages = unheard.http(stage::intake);
            SlackReply begun = get(pages, "/slack/install", "", "");
            String state = cookie(begun).substring("slack-install-state=".length());
            assertThat(get(pages, "/slack/oauth_redirect", "code=1&state=" + state, cookie(begun))
                            .status())
                    .isEqualTo(400);
        }
        Set<Thread> after = new HashSet<>(Thread.getAllStackTraces().keySet());
        after.removeAll(before);
        // Connection threads are shared by the whole process, and end by themselves when idle.
        after.removeIf(thread ->
                thread.getName().startsWith("OkHttp") || thread.getName().startsWith("Okio"));
        for (Thread ending : after) {
            ending.join(Stage.SOON.toMillis());
        }
        assertThat(after).filteredOn(Thread::isAlive).isEmpty();
    }

    @Test
    void aTokenThatIsTakenBackIsForgottenAndTold() {
        SlackReply begun = begin();
        get("/slack/oauth_redirect", approved(begun), cookie(begun));
        stage.slack.faults().next(1).of("conversations.open").error("token_revoked");
        ConversationKey cat = SlackAddresses.own("T0OTHER", "U0CAT");
        bot.channel().send(cat.address(), cat.person(), Stage.message("Hello"), null);
        assertThat(stage.left).containsExactly("T0OTHER");
        assertThat(bot.channel().send(cat.address(), cat.person(), Stage.message("Hello"), null))
                .isEqualTo(new SendOutcome.Gone("workspace without the bot"));
    }

    @Test
    void whoeverActsWhereItIsNotInstalledIsToldSoAndNothingOfItIsRead() {
        String who = "\"user\":{\"id\":\"U0CAT\"},\"team\":{\"id\":\"T0OTHER\"},\"trigger_id\":\"1.2.3\"";
        assertThat(post("command=%2Fcampaign&trigger_id=1.2&user_id=U0CAT&team_id=T0OTHER&text=10001")
                        .body())
                .isEqualTo("{\"response_type\":\"ephemeral\",\"replace_original\":false,\"text\":\"It is not here.\"}");
        assertThat(form("{\"type\":\"view_submission\"," + who + ",\"view\":{\"id\":\"V1\",\"callback_id\":\"form\","
                                + "\"private_metadata\":\"{\\\"l\\\":\\\"en\\\",\\\"f\\\":[{\\\"n\\\":\\\"place\\\",\\\"m\\\":9}]}\"}}")
                        .body())
                .isEqualTo("{\"response_action\":\"errors\",\"errors\":{\"field-place\":\"It is not here.\"}}");
        String press = "{\"type\":\"block_actions\"," + who
                + ",\"response_url\":\"%s\",\"actions\":[{\"action_id\":\"press-0\","
                + "\"value\":\"menu/ask/call\"}]}";
        assertThat(form(press.formatted(stage.slack.url() + "/response/1")).body())
                .isNull();
        assertThat(stage.slack.log().calls()).extracting(Call::method).containsExactly("response_url");
        // Nothing is sent to a foreign address.
        assertThat(form(press.formatted("https://example.org/1")).status()).isEqualTo(200);
        assertThat(stage.slack.log().calls()).hasSize(1);
        assertThat(stage.taken).isEmpty();
        assertThat(bot.counts()).containsEntry(SlackCount.UPDATE_WRONG_WORKSPACE.title(), 4L);
    }

    private SlackReply form(String json) {
        return post("payload=" + URLEncoder.encode(json, StandardCharsets.UTF_8));
    }

    private SlackReply post(String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        String time = Long.toString(stage.clock.instant().getEpochSecond());
        String signature = Signatures.of(org.campaignbot.testkit.slack.SlackSettings.SIGNING_SECRET, time, body);
        return http.accept(
                "POST",
                SlackHttp.EVENTS,
                null,
                name -> name.equals(SlackHttp.SIGNATURE_HEADER) ? signature : time,
                body);
    }

    @Test
    void withOneWorkspaceThereIsNothingToInstall() {
        SlackHttp single = stage.bot.http(stage::intake);
        assertThat(single.accept("GET", "/slack/install", null, name -> null, new byte[0])
                        .status())
                .isEqualTo(404);
    }
}
