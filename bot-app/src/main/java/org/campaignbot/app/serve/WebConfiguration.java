package org.campaignbot.app.serve;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.campaignbot.alert.desk.AlertService;
import org.campaignbot.alert.desk.OrganizerNotifier;
import org.campaignbot.app.config.Campaign;
import org.campaignbot.app.config.FailurePlace;
import org.campaignbot.app.config.LiveEngine;
import org.campaignbot.app.config.ServerSettings;
import org.campaignbot.app.watch.HealthMonitor.Probed;
import org.campaignbot.app.watch.PlatformHealth;
import org.campaignbot.directory.Directory;
import org.campaignbot.outcomes.PublicTotal;
import org.campaignbot.outcomes.PublicTotal.Told;
import org.campaignbot.sending.Channel;
import org.campaignbot.settings.Catalog;
import org.campaignbot.settings.Settings;
import org.campaignbot.slack.settings.SlackSettings;
import org.campaignbot.storage.Database;
import org.campaignbot.telegram.TelegramBot;
import org.campaignbot.web.RestHost;
import org.campaignbot.web.WebChannel;
import org.campaignbot.web.WebChats;
import org.campaignbot.web.WebHost;
import org.campaignbot.web.WebHost.Ways;
import org.campaignbot.web.WebOutcomes;
import org.campaignbot.web.WebReply;
import org.campaignbot.web.WebRequest;
import org.campaignbot.web.WebSite;
import org.campaignbot.web.console.ConsoleSite;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans for the bot on the web. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    /** A separate budget, so that a flood of forms can't affect the platforms' deliveries. */
    private static final long BODY_BYTES = 8L << 20;

    @Bean
    WebSite webSite(
            LiveEngine engine,
            Campaign campaign,
            ContentLoading contentLoading,
            Settings organizerSettings,
            Database database,
            AlertService alertDesk,
            OrganizerNotifier deskNews,
            Channels channels,
            ServerSettings settings,
            ServerJournal journal,
            ObjectProvider<ConsoleSite> consoleSite,
            Console console) {
        Supplier<Directory> directory = () -> contentLoading.directory().get().get();
        WebOutcomes outcomes = new WebOutcomes(database.tally(), settings.clock());
        WebChats chats = new WebChats(
                channel -> new WebBot(
                        campaign,
                        directory,
                        organizerSettings,
                        channel,
                        outcomes.handlers(channel::client),
                        settings.clock(),
                        journal),
                settings.clock());
        PublicTotal total = new PublicTotal(
                database.tally(),
                () -> told(organizerSettings.current().value(Catalog.PUBLIC_TOTAL)),
                settings.clock());
        return new WebSite(new WebHost(
                engine,
                directory,
                settings.clock(),
                settings.web().pages(),
                consoleSite.getIfAvailable(),
                settings.web().chat() ? chats : null,
                outcomes,
                total::figure,
                settings.web().api(),
                settings.web().embed(),
                settings.web().rest()
                        ? new RestHost(
                                database.apiTokens(),
                                database.organizers(),
                                engine,
                                alertDesk,
                                (alert, by) -> deskNews.ask(alert, by, "api/" + alert.id() + "/" + alert.version()),
                                database.tally(),
                                database.wrongNumbers(),
                                settings.clock(),
                                failure -> console.trouble("A request failed: " + FailurePlace.of(failure)))
                        : null,
                () -> ways(channels, settings.slack()),
                failure -> console.trouble("A page failed: " + FailurePlace.of(failure))));
    }

    private static Told told(@Nullable String setting) {
        return Catalog.WITH_WEB.equals(setting)
                ? Told.WITH_WEB
                : Catalog.CHAT_APPS.equals(setting) ? Told.CHAT_APPS : Told.NOTHING;
    }

    private static Ways ways(Channels channels, @Nullable SlackSettings slack) {
        Channel telegram = channels.named(TelegramBot.CHANNEL);
        String links = telegram == null ? null : telegram.deepLinks();
        return new Ways(
                links == null ? null : URI.create(links.replaceFirst("\\?.*", "")),
                slack == null || slack.install() == null
                        ? null
                        : slack.install().page());
    }

    /** A platform that always answers, since it's this process. */
    @Bean
    ServedPlatform webPlatform(WebSite site, ServerSettings settings, Console console) {
        PlatformHealth health =
                new PlatformHealth(WebChannel.NAME, Set.of(), settings.clock(), console::trouble, console::note);
        return new ServedPlatform(new Probed(health, health::reached), Map::of, site::dropExpired);
    }

    @Bean
    PlatformIngress webIngress(ServerSettings settings, ConsoleLinks links) {
        return new PlatformIngress() {
            @Override
            public void look() {}

            @Override
            public void open() {}

            @Override
            public void close() {}

            @Override
            public List<String> lines() {
                String where = "The web pages are at http://"
                        + settings.http().address().getHostAddress() + ":"
                        + settings.http().portOrDefault() + "/.";
                List<String> lines = new ArrayList<>();
                if (settings.telegram() == null && settings.slack() == null) {
                    lines.add("No token is set, so the bot is on the web alone; docs/running.md tells how to add"
                            + " Telegram and Slack.");
                }
                if (settings.web().pages()) {
                    lines.add(where);
                }
                lines.addAll(links.lines(ConsoleLinks.isTerminal()));
                return lines;
            }
        };
    }

    @Bean
    ServletRegistrationBean<HttpServlet> web(WebSite site, Clients clients, ClientShares shares) {
        ServletRegistrationBean<HttpServlet> web =
                new ServletRegistrationBean<>(new WebServlet(site, clients, new BodyBudget(BODY_BYTES, shares)), "/*");
        web.setAsyncSupported(true);
        return web;
    }

    /** Passes requests for pages to the web adapter, and returns its answers. Bodies are read without blocking. */
    static final class WebServlet extends HttpServlet {

        private static final long serialVersionUID = 1L;

        private static final Duration PATIENCE = Duration.ofSeconds(10);

        private final transient WebSite site;
        private final transient Clients clients;
        private final transient BodyBudget budget;

        WebServlet(WebSite site, Clients clients, BodyBudget budget) {
            this.site = site;
            this.clients = clients;
            this.budget = budget;
        }

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            WebRequest head = new WebRequest(
                    request.getMethod(),
                    request.getRequestURI(),
                    request.getQueryString(),
                    request::getHeader,
                    clients.of(request),
                    clients.isSecure(request));
            WebReply decided = site.decide(head, request.getContentLengthLong());
            Delivery.Limits limits = new Delivery.Limits(site.largest(head), PATIENCE);
            boolean mayHaveBody =
                    request.getContentLengthLong() != 0 && !request.getMethod().equals("GET");
            if (decided == null) {
                Delivery.begin(
                        request,
                        limits,
                        budget.begin(head.client()),
                        (exchange, body) -> answer(response(exchange), site.accept(head, body)));
            } else if (mayHaveBody) {
                Delivery.drop(request, limits, (exchange, none) -> answer(response(exchange), decided));
            } else {
                answer(response, decided);
            }
        }

        private static HttpServletResponse response(AsyncContext exchange) {
            return (HttpServletResponse) exchange.getResponse();
        }

        private static void answer(HttpServletResponse response, WebReply reply) throws IOException {
            response.setStatus(reply.status());
            reply.headers().forEach(response::setHeader);
            response.setContentLength(reply.body().length);
            response.getOutputStream().write(reply.body());
        }
    }
}
