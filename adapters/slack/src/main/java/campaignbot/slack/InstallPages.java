package campaignbot.slack;

import campaignbot.slack.SlackSettings.Install;
import campaignbot.slack.WebApi.Answer;
import campaignbot.workspace.InstallStates;
import campaignbot.workspace.Installation;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The two pages by which a workspace installs the bot (docs.slack.dev, "Installing with OAuth").
 *
 * <p>A state ties them together: it is in a cookie of the browser that began, and kept by us until it is used once. So nobody can be led
 * to install into a workspace what somebody else began.
 */
final class InstallPages {

    /** Where an installation begins. */
    static final String INSTALL = "/slack/install";

    /** Where Slack sends the installing person back to. */
    static final String REDIRECT = "/slack/oauth_redirect";

    private static final HttpUrl AUTHORIZE = HttpUrl.get("https://slack.com/oauth/v2/authorize");
    private static final String COOKIE = "slack-install-state";
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final int STATE_BYTES = 24;

    private final Install install;
    private final WebApi api;
    private final Workspaces workspaces;
    private final InstallStates states;
    private final InstallWords words;
    private final InstantSource clock;
    private final Counters counters;
    private final SecureRandom random = new SecureRandom();

    InstallPages(
            Install install,
            WebApi api,
            Workspaces workspaces,
            InstallStates states,
            InstallWords words,
            InstantSource clock,
            Counters counters) {
        this.install = install;
        this.api = api;
        this.workspaces = workspaces;
        this.states = states;
        this.words = words;
        this.clock = clock;
        this.counters = counters;
    }

    boolean serves(String path) {
        return path.equals(INSTALL) || path.equals(REDIRECT);
    }

    SlackReply show(String path, @Nullable String query, @Nullable String cookies) {
        return path.equals(INSTALL) ? begin() : end(query == null ? "" : query, cookies == null ? "" : cookies);
    }

    private SlackReply begin() {
        byte[] bytes = new byte[STATE_BYTES];
        random.nextBytes(bytes);
        String state = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        states.issue(state, clock.instant().plus(LIFE));
        String address = AUTHORIZE
                .newBuilder()
                .addQueryParameter("client_id", install.clientId())
                .addQueryParameter("scope", String.join(",", Manifest.SCOPES))
                .addQueryParameter("redirect_uri", install.redirect().toString())
                .addQueryParameter("state", state)
                .build()
                .toString();
        return new SlackReply(
                302,
                null,
                null,
                Map.of("Location", address, "Set-Cookie", cookie(state, LIFE), "Cache-Control", "no-store"));
    }

    private SlackReply end(String query, String cookies) {
        HttpUrl read = AUTHORIZE.newBuilder().encodedQuery(query).build();
        String state = read.queryParameter("state");
        String code = read.queryParameter("code");
        boolean mine = state != null && code != null && isInCookies(state, cookies);
        boolean installed = mine && states.consume(state, clock.instant()) && isInstalled(code);
        counters.add(installed ? Counted.INSTALLED : Counted.NOT_INSTALLED);
        return new SlackReply(
                installed ? 200 : 400,
                "text/plain; charset=utf-8",
                installed ? words.done() : words.failed(),
                Map.of("Set-Cookie", cookie("", Duration.ZERO), "Cache-Control", "no-store"));
    }

    private boolean isInstalled(String code) {
        Answer answer = api.call(
                "oauth.v2.access",
                null,
                Map.of(
                        "client_id", install.clientId(),
                        "client_secret", install.clientSecret(),
                        "code", code,
                        "redirect_uri", install.redirect().toString()));
        if (!(answer instanceof Answer.Done done)) {
            return false;
        }
        JsonObject json = done.json();
        String team = Json.text(Json.in(json, "team"), "id");
        String token = Json.text(json, "access_token");
        String bot = Json.text(json, "bot_user_id");
        // An installation for a whole organization names no workspace.
        boolean whole = !team.isEmpty() && token.startsWith("xoxb-") && !bot.isEmpty();
        if (whole) {
            workspaces.save(new Installation(team, token, bot));
        }
        return whole;
    }

    private static boolean isInCookies(String state, String cookies) {
        for (String each : cookies.split(";", -1)) {
            String cookie = each.strip();
            if (cookie.startsWith(COOKIE + "=")
                    && MessageDigest.isEqual(bytes(cookie.substring(COOKIE.length() + 1)), bytes(state))) {
                return true;
            }
        }
        return false;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String cookie(String value, Duration life) {
        // Lax, not Strict: the browser comes back from Slack's site.
        String secure = "https".equals(install.redirect().getScheme()) ? "; Secure" : "";
        return COOKIE + "=" + value + "; Max-Age=" + life.toSeconds() + "; Path=/; HttpOnly; SameSite=Lax" + secure;
    }
}
