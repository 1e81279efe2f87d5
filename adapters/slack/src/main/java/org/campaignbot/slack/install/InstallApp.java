package org.campaignbot.slack.install;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.model.builtin.DefaultInstaller;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.service.builtin.oauth.OAuthV2AccessErrorHandler;
import com.slack.api.bolt.service.builtin.oauth.OAuthV2SuccessHandler;
import com.slack.api.methods.response.oauth.OAuthV2AccessResponse;
import com.slack.api.util.http.SlackHttpClient;
import java.net.URI;
import java.util.List;
import okhttp3.OkHttpClient;
import org.campaignbot.slack.api.LibraryStatistics;
import org.campaignbot.slack.settings.SlackSettings.Install;

/**
 * Bolt's app for the installation, which runs OAuth and nothing else.
 *
 * <p>It answers with only a status, no words. It starts no threads, connections, or counters of the library.
 */
public final class InstallApp {

    static final int INSTALLED = 200;
    static final int NOT_INSTALLED = 400;
    static final int STORE_AWAY = 503;

    private InstallApp() {}

    /** The app; nothing is read from the environment, as Bolt would do for missing values. */
    public static App of(
            URI api, Install install, CodeExchange exchange, WorkspaceInstallations installations, StateCookie states) {
        AppConfig config = AppConfig.builder()
                .slack(slack(api, exchange))
                .clientId(install.clientId())
                .clientSecret(install.clientSecret())
                .redirectUri(install.redirect().toString())
                .scope(String.join(",", Manifest.SCOPES))
                .userScope("")
                .oauthInstallPath(InstallPages.INSTALL)
                .oauthRedirectUriPath(InstallPages.REDIRECT)
                .oauthCompletionUrl(null)
                .oauthCancellationUrl(null)
                .singleTeamBotToken(null)
                .signingSecret(null)
                .oAuthInstallPageRenderingEnabled(false)
                .build();
        OAuthV2SuccessHandler keeps = (request, response, access) -> kept(installations, response, access);
        OAuthV2AccessErrorHandler refuses = (request, response, access) -> status(response, NOT_INSTALLED);
        // Its middleware is for deliveries, which don't come this way.
        return new App(config, List.of())
                .asOAuthApp(true)
                .service(states)
                .service(installations)
                .oauthCallback(keeps)
                .oauthCallbackError((request, response) -> status(response, NOT_INSTALLED))
                .oauthCallbackStateError((request, response) -> status(response, NOT_INSTALLED))
                .oauthCallbackAccessError(refuses)
                .oauthCallbackException((request, response, failure) ->
                        status(response, failure instanceof InstallStoreException ? STORE_AWAY : NOT_INSTALLED));
    }

    /** Bolt's default would ask Slack for more about the bot, and store who installed it. */
    private static Response kept(
            WorkspaceInstallations installations, Response response, OAuthV2AccessResponse access) {
        String team = access.getTeam().getId();
        // An installation for a whole organization names no workspace.
        boolean whole = !team.isEmpty()
                && access.getAccessToken().startsWith("xoxb-")
                && !access.getBotUserId().isEmpty();
        if (whole) {
            installations.saveInstallerAndBot(DefaultInstaller.builder()
                    .teamId(team)
                    .botAccessToken(access.getAccessToken())
                    .botUserId(access.getBotUserId())
                    .build());
        }
        return status(response, whole ? INSTALLED : NOT_INSTALLED);
    }

    private static Response status(Response response, int status) {
        response.setStatusCode(status);
        return response;
    }

    private static Slack slack(URI api, CodeExchange exchange) {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(api.toString());
        LibraryStatistics.end(config);
        // They log what is sent and received.
        config.setHttpClientResponseHandlers(List.of());
        return Slack.getInstance(
                config,
                new SlackHttpClient(
                        new OkHttpClient.Builder().addInterceptor(exchange).build()));
    }
}
