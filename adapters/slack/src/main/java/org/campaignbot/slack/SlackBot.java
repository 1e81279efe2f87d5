package org.campaignbot.slack;

import com.slack.api.bolt.App;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.message.Message;
import org.campaignbot.message.Surface;
import org.campaignbot.people.Language;
import org.campaignbot.platform.Check;
import org.campaignbot.platform.Counts;
import org.campaignbot.platform.Troubles;
import org.campaignbot.sending.Channel;
import org.campaignbot.slack.SlackHost.Many;
import org.campaignbot.slack.api.SlackCount;
import org.campaignbot.slack.api.WebApi;
import org.campaignbot.slack.api.WebApi.Answer;
import org.campaignbot.slack.blocks.Buttons;
import org.campaignbot.slack.blocks.Forms;
import org.campaignbot.slack.blocks.SlackMessages;
import org.campaignbot.slack.blocks.SlackWords.ManifestWords;
import org.campaignbot.slack.home.HomeTab;
import org.campaignbot.slack.install.CodeExchange;
import org.campaignbot.slack.install.InstallApp;
import org.campaignbot.slack.install.InstallPages;
import org.campaignbot.slack.install.Manifest;
import org.campaignbot.slack.install.StateCookie;
import org.campaignbot.slack.install.WorkspaceInstallations;
import org.campaignbot.slack.receive.ActionReading;
import org.campaignbot.slack.receive.EventReading;
import org.campaignbot.slack.receive.NotInstalled;
import org.campaignbot.slack.receive.SignatureVerifier;
import org.campaignbot.slack.receive.SlackDelivery;
import org.campaignbot.slack.receive.SlackDispatcher;
import org.campaignbot.slack.receive.SlackUpdates;
import org.campaignbot.slack.receive.SocketMode;
import org.campaignbot.slack.send.ResponseUrls;
import org.campaignbot.slack.send.SlackChannel;
import org.campaignbot.slack.settings.SlackSettings;
import org.campaignbot.slack.workspace.DirectMessages;
import org.campaignbot.slack.workspace.SharedChannels;
import org.campaignbot.slack.workspace.SlackAddresses;
import org.campaignbot.slack.workspace.Users;
import org.campaignbot.slack.workspace.Workspaces;
import org.campaignbot.update.Update;
import org.campaignbot.workspace.Installations;
import org.jspecify.annotations.Nullable;

/**
 * A bot on Slack: its channel, its two ways in, and what an operator needs.
 *
 * <p>Creating one makes no calls to Slack. Its methods don't throw when Slack fails: they return that as a value. Thread-safe.
 */
public final class SlackBot implements AutoCloseable {

    /** The channel's name in addresses. */
    public static final String CHANNEL = SlackAddresses.PLATFORM;

    /** What a conversation with one person can show. */
    public static final Surface SURFACE = SlackChannel.OWN;

    private final SlackSettings settings;
    private final SlackHost host;
    private final Counts counts = new Counts(SlackCount.values());
    private final Troubles troubles;
    private final WebApi api;
    private final Workspaces workspaces;
    private final Users users;
    private final SlackUpdates slackUpdates;
    private final DirectMessages directs;
    private final ResponseUrls responses;
    private final Forms forms;
    private final HomeTab home;
    private final SlackChannel channel;
    private final List<SocketMode> sockets = new ArrayList<>();

    /**
     * Creates a bot.
     *
     * @throws IllegalArgumentException if only one of settings and host serves many workspaces
     */
    public SlackBot(SlackSettings settings, SlackHost host) {
        if ((settings.install() == null) != (host.many() == null)) {
            throw new IllegalArgumentException("the settings and the host disagree about serving many workspaces");
        }
        this.settings = settings;
        this.host = host;
        this.troubles = new Troubles(host.operator());
        this.api = new WebApi(settings.api(), troubles);
        this.workspaces = new Workspaces(
                api,
                troubles,
                settings.botToken(),
                host.many() == null ? Installations.NONE : host.many().installations(),
                host.workspaces());
        this.users = new Users(api, workspaces, counts);
        this.slackUpdates = new SlackUpdates(users, new SharedChannels(api, workspaces));
        this.directs = new DirectMessages(api, workspaces);
        this.responses = new ResponseUrls(api);
        this.forms = new Forms(host.words(), this::language, counts);
        Buttons buttons = new Buttons(counts);
        this.home = new HomeTab(api, workspaces, users, host.home(), buttons, forms, counts, troubles);
        this.channel = new SlackChannel(
                api,
                workspaces,
                directs,
                responses,
                new SlackMessages(buttons, forms),
                settings.rates().pace(),
                counts,
                troubles);
    }

    /** The exact requests for a message to one person, like {@link Channel#payloads}; it needs no bot. */
    public static List<String> payloads(Message message) {
        Counts uncounted = new Counts(SlackCount.values());
        Forms none = new Forms(Map.of(), conversation -> Language.ENGLISH, uncounted);
        return SlackChannel.payloads(message, new SlackMessages(new Buttons(uncounted), none));
    }

    /** Sends messages to Slack. */
    public Channel channel() {
        return channel;
    }

    /**
     * Receives requests that Slack delivers by HTTP.
     *
     * @param intake takes updates and returns once they're committed; if it throws, events are delivered again
     * @throws IllegalStateException if the settings have no signing secret
     */
    public SlackHttp http(Consumer<List<Update>> intake) {
        if (settings.signingSecret() == null) {
            throw new IllegalStateException("without SLACK_SIGNING_SECRET no request can be known as Slack's");
        }
        Many many = host.many();
        InstallPages pages = many == null || settings.install() == null ? null : installPages(settings.install(), many);
        SignatureVerifier verifier = new SignatureVerifier(settings.signingSecret(), host.clock());
        return new SlackHttp(verifier, workspaces, requests(intake), pages, counts);
    }

    /**
     * Receives requests over a connection that the bot opens; it begins when started and ends with the bot.
     *
     * @param intake takes updates and returns once they're committed; if it throws, they're delivered again
     * @throws IllegalStateException if the settings have no app token
     */
    public SocketMode socket(Consumer<List<Update>> intake) {
        if (settings.appToken() == null) {
            throw new IllegalStateException("without SLACK_APP_TOKEN there is no Socket Mode");
        }
        SocketMode socket =
                new SocketMode(settings.appToken(), api, workspaces, requests(intake), counts, troubles, host.clock());
        synchronized (sockets) {
            sockets.add(socket);
        }
        return socket;
    }

    /** The workspace that the bot serves, as Slack reports it; empty if Slack didn't answer, or if there are many. */
    public Optional<String> team() {
        return workspaces.onlyTeam();
    }

    /** Checks token, scopes, the way in, and the clock at this time. */
    public List<Check> checks(Instant now) {
        Answer account = settings.botToken() == null ? api.call("api.test", null, Map.of()) : workspaces.ask();
        Answer socket =
                settings.appToken() == null ? null : api.call("apps.connections.open", settings.appToken(), Map.of());
        return new SlackCheckup(settings, now).of(account, socket, api.serverTime());
    }

    /**
     * The app's manifest, as JSON.
     *
     * @param address where Slack reaches this bot, without a path; null with Socket Mode, which needs none
     */
    public static String manifest(SlackSettings settings, ManifestWords words, @Nullable URI address) {
        return Manifest.json(settings, words, address == null ? null : address.resolve(SlackHttp.EVENTS));
    }

    /**
     * The redirect URL for installations, which {@code SLACK_REDIRECT_URL} must be set to.
     *
     * @param address where this bot is reached, without a path
     */
    public static URI redirect(URI address) {
        return address.resolve(InstallPages.REDIRECT);
    }

    /** Frees expired cache entries, which nothing else does in a quiet bot; called now and then. */
    public void dropExpired() {
        workspaces.dropExpired();
        slackUpdates.dropExpired();
        responses.dropExpired();
        synchronized (sockets) {
            sockets.forEach(SocketMode::dropExpired);
        }
    }

    /** The time by Slack's clock, to the second, at its last answer; empty if it hasn't answered yet. */
    public Optional<Instant> serverTime() {
        return Optional.ofNullable(api.serverTime());
    }

    /** Calls Slack only to see whether it answers; the operator is told. */
    public void probe() {
        if (settings.botToken() == null) {
            api.call("api.test", null, Map.of());
        } else {
            workspaces.ask();
        }
    }

    /** How often things have happened since the start, by kind. */
    public Map<String, Long> counts() {
        return counts.all();
    }

    @Override
    public void close() {
        synchronized (sockets) {
            sockets.forEach(SocketMode::close);
        }
        home.close();
        api.close();
    }

    SlackDispatcher requests(Consumer<List<Update>> intake) {
        return new SlackDispatcher(
                new EventReading(workspaces, slackUpdates, directs),
                new ActionReading(
                        workspaces,
                        slackUpdates,
                        responses,
                        forms,
                        new NotInstalled(
                                api, host.many() == null ? null : host.many().words()),
                        host.commands()),
                new SlackDelivery(intake, api, workspaces, forms, home, counts, troubles),
                counts);
    }

    private InstallPages installPages(SlackSettings.Install install, Many many) {
        StateCookie states = new StateCookie(many.states(), host.clock(), install.isSecure());
        WorkspaceInstallations installations = new WorkspaceInstallations(workspaces);
        App app = InstallApp.of(settings.api(), install, new CodeExchange(api), installations, states);
        return new InstallPages(app, states, many.words(), counts);
    }

    private Language language(ConversationKey conversation) {
        return host.chosen()
                .apply(conversation)
                .or(() -> users.knownLanguage(conversation.person()))
                .orElse(Language.ENGLISH);
    }
}
