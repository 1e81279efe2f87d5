package org.campaignbot.testkit.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.campaignbot.testkit.fake.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class OAuthTest extends FakeSlackCase {

    private static final String REDIRECT = "http://127.0.0.1:1/slack/oauth";

    private final BareApp client = new BareApp(slack, "");
    private final Workspace other = slack.workspaceWithoutApp("T0OTHER");

    private String link(String scopes) {
        return slack.authorizeUrl() + "?client_id=" + SlackSettings.CLIENT_ID + "&scope=" + scopes + "&redirect_uri="
                + Parameters.encoded(REDIRECT) + "&state=a%2Bb";
    }

    private static JsonNode query(String address) {
        return Parameters.form(Json.object(), URI.create(address).getRawQuery());
    }

    private static ObjectNode exchange(String code) {
        return Json.object()
                .put("client_id", SlackSettings.CLIENT_ID)
                .put("client_secret", SlackSettings.CLIENT_SECRET)
                .put("code", code)
                .put("redirect_uri", REDIRECT);
    }

    private String approve() {
        String sentTo = slack.approves(link("chat:write,commands"), other, Person.of("U0CAT"));
        assertThat(sentTo).startsWith(REDIRECT);
        assertThat(query(sentTo).path("state").asString("")).isEqualTo("a+b");
        return query(sentTo).path("code").asString("");
    }

    @Test
    void aCodeIsExchangedOnceForTheTokenOfAWorkspace() throws Exception {
        String code = approve();
        BareApp.Reply reply = client.call("oauth.v2.access", exchange(code));
        assertThat(reply.body().path("team").path("id").asString("")).isEqualTo("T0OTHER");
        assertThat(reply.body().path("scope").asString("")).isEqualTo("chat:write,commands");
        assertThat(reply.body().path("authed_user").path("id").asString("")).isEqualTo("U0CAT");
        String token = reply.body().path("access_token").asString("");
        assertThat(token).startsWith("xoxb-").isEqualTo(other.botToken()).isNotEqualTo(acme.botToken());
        assertThat(new BareApp(slack, token).says("U0CAT", "hi").isOk()).isTrue();
        assertThat(new BareApp(slack, token).says(ANA.id(), "hi").error()).isEqualTo("channel_not_found");
        assertThat(client.call("oauth.v2.access", exchange(code)).error()).isEqualTo("invalid_code");
    }

    @Test
    void aCodeNeedsTheRightClientAndAddressAndComesInTime() throws Exception {
        String code = approve();
        assertThat(client.call("oauth.v2.access", exchange(code).put("client_id", "1.2"))
                        .error())
                .isEqualTo("invalid_client_id");
        assertThat(client.call("oauth.v2.access", exchange(code).put("client_secret", "x"))
                        .error())
                .isEqualTo("bad_client_secret");
        assertThat(client.call("oauth.v2.access", exchange(code).put("redirect_uri", "https://example.org/"))
                        .error())
                .isEqualTo("bad_redirect_uri");
        clock.advance(Duration.ofMinutes(11));
        assertThat(client.call("oauth.v2.access", exchange(code)).error()).isEqualTo("invalid_code");
        assertThat(other.isInstalled()).isFalse();
    }

    private JsonNode exchangeBy(String authorization) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(slack.apiUrl() + "oauth.v2.access"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", authorization)
                .POST(HttpRequest.BodyPublishers.ofString(
                        "code=" + approve() + "&redirect_uri=" + Parameters.encoded(REDIRECT)))
                .build();
        return Json.read(HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body());
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aClientMayShowItselfByBasicAuthentication() throws Exception {
        String authorization = basic(SlackSettings.CLIENT_ID + ":" + SlackSettings.CLIENT_SECRET);
        assertThat(exchangeBy(authorization).path("ok").asBoolean(false)).isTrue();
    }

    @Test
    void aHeaderThatShowsNoClientIsAnsweredAndNotCutOff() throws Exception {
        assertThat(exchangeBy("Basic %%%").path("error").asString("")).isEqualTo("invalid_client_id");
        assertThat(exchangeBy("Basic ").path("error").asString("")).isEqualTo("invalid_client_id");
        assertThat(exchangeBy(basic(SlackSettings.CLIENT_ID)).path("error").asString(""))
                .isEqualTo("bad_client_secret");
    }

    @Test
    void aBrowserIsAskedAndSentBack() throws Exception {
        HttpClient browser = HttpClient.newHttpClient();
        String page = browser.send(
                        HttpRequest.newBuilder(URI.create(link("chat:write"))).build(), BodyHandlers.ofString())
                .body();
        assertThat(page).contains("Allow in T0OTHER");
        URI approve = URI.create(link("chat:write").replace("authorize", "approve") + "&team=T0OTHER");
        String sentTo = browser.send(HttpRequest.newBuilder(approve).build(), BodyHandlers.ofString())
                .headers()
                .firstValue("Location")
                .orElse("");
        assertThat(client.call(
                                "oauth.v2.access",
                                exchange(query(sentTo).path("code").asString("")))
                        .isOk())
                .isTrue();
    }

    @Test
    void aWrongLinkIsNotApproved() {
        String wrong = link("chat:write").replace(SlackSettings.CLIENT_ID, "1.2");
        assertThatThrownBy(() -> slack.approves(wrong, other, Person.of("U0CAT")))
                .hasMessageContaining("invalid_client_id");
        assertThatThrownBy(() -> slack.approves(link(""), other, Person.of("U0CAT")))
                .hasMessageContaining("no_scopes");
    }
}
