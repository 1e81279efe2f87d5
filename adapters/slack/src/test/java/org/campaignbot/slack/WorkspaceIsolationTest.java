package org.campaignbot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.message.RichText;
import org.campaignbot.slack.api.SlackCount;
import org.campaignbot.slack.api.SlackJson;
import org.campaignbot.slack.blocks.SlackWords.InstallWords;
import org.campaignbot.slack.home.HomeContent;
import org.campaignbot.slack.receive.SlackArrival.Aside;
import org.campaignbot.slack.receive.SlackReply;
import org.campaignbot.slack.receive.SlackTrigger;
import org.campaignbot.slack.settings.SlackSettings;
import org.campaignbot.slack.settings.SlackSettings.Install;
import org.campaignbot.slack.settings.SlackSettings.Rates;
import org.campaignbot.slack.workspace.SlackAddresses;
import org.campaignbot.testkit.MemoryInstallStates;
import org.campaignbot.testkit.MemoryInstallations;
import org.campaignbot.testkit.slack.Call;
import org.campaignbot.testkit.slack.Workspace;
import org.campaignbot.update.Update;
import org.campaignbot.workspace.Installation;
import org.campaignbot.workspace.Installations;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Eve, in one workspace, sends everything that names another workspace's property: its channels, messages, views, forms and
 * people. Everything the bot reacts to has a case here, so a new reaction needs one too.
 */
class WorkspaceIsolationTest {

    private static final String THEIRS = "T0ACME";
    private static final String EVES = "T0OTHER";

    /** Ids of the other workspace, in every place where Eve can put them. */
    private static final String THEIR_PLACES = "\"channel\":{\"id\":\"C0GENERAL\"},\"container\":{\"type\":\"message\","
            + "\"message_ts\":\"1.1\",\"channel_id\":\"C0GENERAL\",\"thread_ts\":\"1.0\",\"view_id\":\"V0ACME\"},"
            + "\"message\":{\"ts\":\"1.1\",\"team\":\"T0ACME\",\"user\":\"U0BOTT0ACME\"}";

    private static final String WHO =
            "\"user\":{\"id\":\"U0EVE\",\"team_id\":\"T0ACME\"},\"team\":{\"id\":\"T0OTHER\"},"
                    + "\"api_app_id\":\"A1\",\"enterprise\":{\"id\":\"T0ACME\"},\"trigger_id\":\"1.2.3\"";

    private static final String THEIR_FORM =
            "{\\\"l\\\":\\\"en\\\",\\\"h\\\":true,\\\"t\\\":\\\"T0ACME/U0ANA\\\",\\\"f\\\":"
                    + "[{\\\"n\\\":\\\"place\\\",\\\"l\\\":\\\"T0ACME\\\",\\\"m\\\":30}]}";

    private final Stage stage = Stage.http();
    private final Workspace eves = stage.slack.workspace(EVES);
    private final Installations kept = new MemoryInstallations();
    private final List<ConversationKey> homes = new CopyOnWriteArrayList<>();
    private final SlackBot bot = bot();
    private final SlackHttp http = bot.http(stage::intake);
    private final Map<SlackTrigger, Runnable> cases = new EnumMap<>(SlackTrigger.class);

    private SlackBot bot() {
        return new SlackBot(
                new SlackSettings(
                        null,
                        null,
                        org.campaignbot.testkit.slack.SlackSettings.SIGNING_SECRET,
                        URI.create(stage.slack.apiUrl()),
                        SlackSettings.COMMAND,
                        new Install(
                                org.campaignbot.testkit.slack.SlackSettings.CLIENT_ID,
                                org.campaignbot.testkit.slack.SlackSettings.CLIENT_SECRET,
                                URI.create("http://127.0.0.1:1/slack/oauth_redirect")),
                        Rates.DEFAULT),
                stage.host(new SlackHost.Many(
                        kept, new MemoryInstallStates(), new InstallWords("Installed.", "Not.", "Not here."))));
    }

    @BeforeEach
    void begin() {
        kept.save(new Installation(THEIRS, stage.acme.botToken(), stage.acme.botUser()));
        kept.save(new Installation(EVES, eves.botToken(), eves.botUser()));
        stage.home = (own, locale) -> {
            homes.add(own);
            return Optional.of(
                    new HomeContent(List.of(new HomeContent.Section("", RichText.of("Hello"), List.of(), null))));
        };
        routes();
        overASocket();
        bodies();
        events();
        interactions();
    }

    @AfterEach
    void end() {
        bot.close();
        stage.close();
    }

    private void routes() {
        cases.put(
                SlackTrigger.ROUTE_EVENTS,
                () -> event("\"type\":\"app_mention\",\"channel\":\"C0GENERAL\",\"user\":\"U0EVE\","
                        + "\"team\":\"T0ACME\",\"text\":\"<@U0BOTT0ACME> menu\",\"thread_ts\":\"1.0\""));
        cases.put(SlackTrigger.ROUTE_INSTALL, () -> {
            SlackReply begun = get("/slack/install", "team=T0ACME", "");
            assertThat(begun.headers().toString()).doesNotContain(THEIRS).doesNotContain(stage.acme.botToken());
        });
        cases.put(SlackTrigger.ROUTE_REDIRECT, () -> {
            SlackReply begun = get("/slack/install", "", "");
            String state =
                    Objects.requireNonNull(begun.headers().get("Set-Cookie")).replaceAll(";.*", "");
            // Another browser's state, and a team in which nobody approved it.
            SlackReply ended = get(
                    "/slack/oauth_redirect",
                    "team=T0ACME&code=1&" + state.replace("slack-install-state", "state"),
                    "slack-install-state=eves");
            assertThat(ended.status()).isEqualTo(400);
        });
    }

    /** With a socket there is only one workspace, which isn't Eve's. */
    private void overASocket() {
        cases.put(
                SlackTrigger.ENVELOPE_EVENT,
                () -> socket(
                        "events_api",
                        envelope(
                                "\"type\":\"message\",\"channel\":\"D0ANA\",\"channel_type\":\"im\",\"user\":\"U0ANA\",\"text\":\"my data\"")));
        cases.put(
                SlackTrigger.ENVELOPE_COMMAND,
                () -> socket(
                        "slash_commands",
                        "{\"trigger_id\":\"1.2\",\"user_id\":\"U0ANA\","
                                + "\"team_id\":\"T0OTHER\",\"channel_id\":\"C0GENERAL\",\"text\":\"my data\"}"));
        cases.put(
                SlackTrigger.ENVELOPE_INTERACTION,
                () -> socket(
                        "interactive",
                        "{\"type\":\"block_actions\"," + WHO + "," + THEIR_PLACES
                                + ",\"actions\":[{\"action_id\":\"press-0\",\"value\":\"my-data/show/yes\"}]}"));
    }

    private void bodies() {
        cases.put(SlackTrigger.BODY_VERIFICATION, () -> {
            SlackReply reply = post("{\"type\":\"url_verification\",\"team_id\":\"T0ACME\",\"challenge\":\"T0ACME\"}");
            // It sends what it was given, and nothing else.
            assertThat(reply.body()).isEqualTo(THEIRS);
        });
        cases.put(
                SlackTrigger.BODY_EVENT,
                () -> post("{\"type\":\"event_callback\",\"team_id\":\"T0ACME\",\"event_id\":\"Ev1\","
                        + "\"authorizations\":[{\"team_id\":\"T0OTHER\"}],\"event\":{\"type\":\"message\",\"channel_type\":\"im\","
                        + "\"channel\":\"D0ANA\",\"user\":\"U0EVE\",\"text\":\"my data\"}}"));
        cases.put(SlackTrigger.BODY_RATE_LIMITED, () -> post("{\"type\":\"app_rate_limited\",\"team_id\":\"T0ACME\"}"));
    }

    private void events() {
        cases.put(
                SlackTrigger.EVENT_MESSAGE,
                () -> event("\"type\":\"message\",\"channel\":\"D0ANA\",\"channel_type\":\"im\","
                        + "\"user\":\"U0EVE\",\"team\":\"T0ACME\",\"text\":\"my data <@U0BOTT0ACME>\""));
        cases.put(
                SlackTrigger.EVENT_MENTION,
                () -> event("\"type\":\"app_mention\",\"channel\":\"C0GENERAL\",\"user\":\"U0EVE\","
                        + "\"team\":\"T0ACME\",\"text\":\"<@U0BOTT0ACME> my data\""));
        cases.put(SlackTrigger.EVENT_HOME_OPENED, () -> {
            event("\"type\":\"app_home_opened\",\"user\":\"U0EVE\",\"channel\":\"D0ANA\",\"tab\":\"home\","
                    + "\"view\":{\"id\":\"V0ACME\",\"team_id\":\"T0ACME\",\"hash\":\"1.acme\"}");
            awaitHome();
        });
        cases.put(
                SlackTrigger.EVENT_CHANNEL_LEFT,
                () -> event("\"type\":\"channel_left\",\"channel\":\"C0GENERAL\",\"team\":\"T0ACME\""));
        cases.put(
                SlackTrigger.EVENT_GROUP_LEFT,
                () -> event("\"type\":\"group_left\",\"channel\":\"C0GENERAL\",\"team\":\"T0ACME\""));
        cases.put(SlackTrigger.EVENT_UNINSTALLED, () -> {
            event("\"type\":\"app_uninstalled\",\"team_id\":\"T0ACME\"");
            assertThat(stage.left).containsExactly(EVES);
        });
        cases.put(SlackTrigger.EVENT_TOKENS_REVOKED, () -> {
            event("\"type\":\"tokens_revoked\",\"tokens\":{\"bot\":[\"" + stage.acme.botUser() + "\"]}");
            assertThat(stage.left).isEmpty();
        });
    }

    private void interactions() {
        String press = "{\"type\":\"block_actions\"," + WHO + "," + THEIR_PLACES + ",\"actions\":[%s]}";
        cases.put(
                SlackTrigger.INTERACTION_PRESS,
                () -> interaction(press.formatted(
                        "{\"action_id\":\"of T0ACME\",\"block_id\":\"T0ACME\",\"value\":\"T0ACME/C0GENERAL/U0ANA\"}")));
        cases.put(SlackTrigger.ACTION_PRESS, () -> {
            interaction(press.formatted("{\"action_id\":\"press-0\",\"value\":\"T0ACME/C0GENERAL/U0ANA\"}"));
            interaction(press.formatted("{\"action_id\":\"press-0\",\"value\":\"party-join--acme1/T0ACME/begin\"}"));
        });
        cases.put(
                SlackTrigger.ACTION_OPEN,
                () -> interaction(press.formatted(
                        "{\"action_id\":\"open-0\",\"value\":\"T0ACME\",\"url\":\"https://example.org\"}")));
        cases.put(
                SlackTrigger.ACTION_FORM,
                () -> interaction(press.formatted("{\"action_id\":\"form\",\"value\":\"" + THEIR_FORM + "\"}")));
        cases.put(SlackTrigger.VIEW_HOME, () -> {
            interaction("{\"type\":\"block_actions\"," + WHO + ",\"view\":{\"id\":\"V0ACME\",\"type\":\"home\","
                    + "\"team_id\":\"T0ACME\",\"hash\":\"1.acme\",\"private_metadata\":\"T0ACME/U0ANA\"},"
                    + "\"actions\":[{\"action_id\":\"press-0\",\"value\":\"my-data/show/yes\"}]}");
            awaitHome();
        });
        String form = "{\"type\":\"view_submission\"," + WHO + ",\"view\":{\"id\":\"V0ACME\",\"team_id\":\"T0ACME\","
                + "\"type\":\"modal\",\"root_view_id\":\"V0ACME\",\"callback_id\":\"%s\",\"external_id\":\"T0ACME\","
                + "\"private_metadata\":\"%s\",\"state\":{\"values\":{\"field-place\":{\"input\":{\"value\":\"10001\"}},"
                + "\"field-T0ACME/U0ANA\":{\"input\":{\"value\":\"x\"}}}}},\"response_urls\":[]}";
        cases.put(SlackTrigger.INTERACTION_FORM, () -> interaction(form.formatted("of T0ACME", "T0ACME/U0ANA")));
        cases.put(SlackTrigger.CALLBACK_FORM, () -> {
            interaction(form.formatted("form", THEIR_FORM));
            awaitHome();
        });
        cases.put(SlackTrigger.VIEW_MODAL, () -> interaction(form.formatted("form", "T0ACME/U0ANA")));
    }

    @ParameterizedTest
    @EnumSource
    void nothingOfAnotherWorkspaceIsReachedBy(SlackTrigger slackTrigger) {
        Runnable forged = cases.get(slackTrigger);
        assertThat(forged)
                .as("no case says what another workspace could forge in " + slackTrigger)
                .isNotNull();
        Installation theirs = kept.find(THEIRS).orElseThrow();
        Map<String, Long> before = stage.bot.counts();
        Map<String, Long> ours = bot.counts();

        Objects.requireNonNull(forged).run();

        assertThat(stage.taken).allSatisfy(WorkspaceIsolationTest::isEves);
        assertThat(stage.slack.log().calls())
                .extracting(Call::team)
                .isSubsetOf(slackTrigger.kind() == SlackTrigger.Kind.ENVELOPE ? Set.of(THEIRS) : Set.of(EVES, ""));
        assertThat(stage.slack.log().calls()).extracting(Call::error).doesNotContain("invalid_auth");
        assertThat(homes).allSatisfy(home -> assertThat(home).isEqualTo(SlackAddresses.own(EVES, "U0EVE")));
        assertThat(stage.left).doesNotContain(THEIRS);
        assertThat(kept.find(THEIRS)).contains(theirs);
        // Everything that's read is counted; a case that isn't even read would prove nothing.
        boolean isSilent = Set.of(SlackTrigger.ROUTE_INSTALL, SlackTrigger.BODY_VERIFICATION)
                .contains(slackTrigger);
        assertThat(isSilent || !bot.counts().equals(ours) || !stage.bot.counts().equals(before))
                .as("it was read")
                .isTrue();
    }

    private static void isEves(Update update) {
        assertThat(update.conversation().address().account()).isEqualTo(EVES);
        assertThat(update.conversation().person())
                .isIn(SlackAddresses.person(EVES, "U0EVE"), SlackAddresses.person(EVES, "C0GENERAL"));
        ConversationKey privately = update.origin().privately();
        if (privately != null) {
            assertThat(privately).isEqualTo(SlackAddresses.own(EVES, "U0EVE"));
        }
    }

    @Test
    void whatIsDoneBesidesTurnsIsAsOftenThoughtOf() {
        assertThat(Arrays.stream(Aside.class.getPermittedSubclasses()).map(Class::getSimpleName))
                .as("each of these names a workspace that it read from the request, or none")
                .containsExactlyInAnyOrder("OpenForm", "Answered", "Respond", "ShowHome", "Left");
    }

    @Test
    void noNameIsReactedToThatIsNotListed() {
        for (SlackTrigger.Kind kind : SlackTrigger.Kind.values()) {
            assertThat(SlackTrigger.of(kind, "")).isNull();
            assertThat(SlackTrigger.all(kind)).isNotEmpty();
        }
        assertThat(Stream.of(SlackTrigger.values()).map(each -> each.kind() + each.title()))
                .doesNotHaveDuplicates();
    }

    private void awaitHome() {
        stage.slack.await(
                () -> bot.counts().getOrDefault(SlackCount.HOME_PUBLISHED.title(), 0L)
                                + bot.counts().getOrDefault(SlackCount.HOME_NOT_PUBLISHED.title(), 0L)
                        > 0,
                Stage.SOON,
                "no Home tab was tried");
    }

    private static String envelope(String event) {
        return "{\"type\":\"event_callback\",\"team_id\":\"T0OTHER\",\"event_id\":\"Ev1\",\"event\":{" + event + "}}";
    }

    private void event(String event) {
        post(envelope(event));
    }

    private void interaction(String json) {
        post("payload=" + URLEncoder.encode(json, StandardCharsets.UTF_8));
    }

    private void socket(String type, String payload) {
        SlackReply reply = stage.bot
                .requests(stage::intake)
                .socket(Objects.requireNonNull(
                        SlackJson.object("{\"type\":\"" + type + "\",\"payload\":" + payload + "}")));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(stage.taken).isEmpty();
        assertThat(stage.count(SlackCount.UPDATE_WRONG_WORKSPACE)).isEqualTo(1);
        // It asked Slack which workspace it serves, with that workspace's token.
        assertThat(stage.slack.log().calls()).extracting(Call::method).containsOnly("auth.test");
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

    private SlackReply get(String path, String query, @Nullable String cookies) {
        return http.accept("GET", path, query, name -> name.equals("Cookie") ? cookies : null, new byte[0]);
    }
}
