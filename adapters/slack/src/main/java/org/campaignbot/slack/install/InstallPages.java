package org.campaignbot.slack.install;

import com.slack.api.bolt.App;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import com.slack.api.bolt.util.SlackRequestParser.HttpRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okhttp3.HttpUrl;
import org.campaignbot.platform.Counts;
import org.campaignbot.slack.api.SlackCount;
import org.campaignbot.slack.blocks.SlackWords.InstallWords;
import org.campaignbot.slack.receive.SlackReply;
import org.campaignbot.slack.receive.SlackTrigger;
import org.jspecify.annotations.Nullable;

/**
 * The two pages for installing the bot into a workspace (docs.slack.dev, "Installing with OAuth"), served by Bolt, in our words.
 *
 * <p>A state ties them together, as described in {@link StateCookie}. So no one can be tricked into finishing an installation that
 * someone else began.
 */
public final class InstallPages {

    /** Where an installation begins. */
    static final String INSTALL = SlackTrigger.ROUTE_INSTALL.title();

    /** Where Slack redirects the person who installs the app. */
    public static final String REDIRECT = SlackTrigger.ROUTE_REDIRECT.title();

    private static final int TO_SLACK = 302;
    private static final HttpUrl ANY = HttpUrl.get("https://slack.com/");

    private final App app;
    private final StateCookie states;
    private final SlackRequestParser parser;
    private final InstallWords words;
    private final Counts counts;

    public InstallPages(App app, StateCookie states, InstallWords words, Counts counts) {
        this.app = app;
        this.states = states;
        this.parser = new SlackRequestParser(app.config());
        this.words = words;
        this.counts = counts;
    }

    public SlackReply show(SlackTrigger route, @Nullable String query, @Nullable String cookies) {
        return route == SlackTrigger.ROUTE_INSTALL
                ? begin()
                : end(query == null ? "" : query, cookies == null ? "" : cookies);
    }

    private SlackReply begin() {
        Response begun = run(INSTALL, Map.of(), "");
        if (begun.getStatusCode() != TO_SLACK) {
            return page(InstallApp.STORE_AWAY, words.failed());
        }
        return new SlackReply(
                TO_SLACK,
                null,
                null,
                Map.of(
                        "Location", header(begun, "Location"),
                        "Set-Cookie", header(begun, "Set-Cookie"),
                        "Cache-Control", "no-store"));
    }

    private SlackReply end(String query, String cookies) {
        int status = run(REDIRECT, parameters(query), cookies).getStatusCode();
        boolean installed = status == InstallApp.INSTALLED;
        counts.add(installed ? SlackCount.INSTALLED : SlackCount.NOT_INSTALLED);
        return page(status, installed ? words.done() : words.failed());
    }

    private SlackReply page(int status, String text) {
        return new SlackReply(
                status,
                "text/plain; charset=utf-8",
                text,
                Map.of("Set-Cookie", states.expired(), "Cache-Control", "no-store"));
    }

    /** Gives Bolt no more of a request than it needs. */
    private Response run(String path, Map<String, List<String>> query, String cookies) {
        try {
            return app.run(parser.parse(HttpRequest.builder()
                    .requestUri(path)
                    .queryString(query)
                    .requestBody("")
                    .headers(new RequestHeaders(Map.of("Cookie", List.of(cookies))))
                    .build()));
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException("an installation could not be read", failure);
        }
    }

    /** The parameters of a query, in lists and a map that Bolt may modify. */
    private static Map<String, List<String>> parameters(String query) {
        HttpUrl read = ANY.newBuilder().encodedQuery(query).build();
        Map<String, List<String>> parameters = new HashMap<>();
        for (String name : read.queryParameterNames()) {
            String value = read.queryParameter(name);
            if (value != null) {
                parameters.put(name, new ArrayList<>(List.of(value)));
            }
        }
        return parameters;
    }

    private static String header(Response response, String name) {
        return Objects.requireNonNull(response.getHeaders().get(name)).get(0);
    }
}
