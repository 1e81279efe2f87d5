package org.campaignbot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.message.Message;
import org.campaignbot.message.Surface;
import org.campaignbot.people.Language;
import org.campaignbot.platform.Check;
import org.campaignbot.platform.Counts;
import org.campaignbot.platform.Operator;
import org.campaignbot.platform.Troubles;
import org.campaignbot.sending.Channel;
import org.campaignbot.telegram.BotApi.Answer;
import org.campaignbot.update.Update;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;

/**
 * A bot on Telegram: its channel, its two ways in, and what an operator needs.
 *
 * <p>Creating one makes no calls to Telegram. Its methods don't throw when Telegram fails: they return that as a value.
 * Thread-safe.
 */
public final class TelegramBot implements AutoCloseable {

    /** The channel's name in addresses. */
    public static final String CHANNEL = TelegramChannel.NAME;

    /** What a chat with one person can show. */
    public static final Surface SURFACE = TelegramChannel.PRIVATE;

    /** Concurrent webhook deliveries; the intake commits together what arrives together. */
    private static final int CONNECTIONS = 100;

    private final TelegramSettings settings;
    private final Counts counts = new Counts(TelegramCount.values());
    private final Troubles troubles;
    private final BotApi api;
    private final Identity identity;
    private final TelegramReader telegramReader;
    private final PressAnswers presses;
    private final LocationKeyboard keyboard;
    private final TelegramChannel channel;
    private final List<TelegramPolling> pollings = new ArrayList<>();

    /**
     * Creates a bot.
     *
     * @param location the words around the button that shares a position, by language; empty for no such button
     * @param chosen the language that a conversation's person has chosen; if none, their client's language counts
     * @param operator is told of problems that only a person can fix
     */
    public TelegramBot(
            TelegramSettings settings,
            Map<Language, LocationWords> location,
            Function<ConversationKey, Optional<Language>> chosen,
            Operator operator) {
        this.settings = settings;
        this.troubles = new Troubles(operator);
        this.api = new BotApi(settings.api(), settings.token(), troubles);
        this.identity = new Identity(api);
        this.telegramReader = new TelegramReader(identity, counts);
        this.presses = new PressAnswers(api, counts);
        this.keyboard = new LocationKeyboard(
                api, counts, location, key -> chosen.apply(key).or(() -> telegramReader.languageIn(key.address())));
        this.channel = new TelegramChannel(api, identity, settings.rates().pace(), counts, keyboard);
    }

    /** The exact requests for a message to one person, like {@link Channel#payloads}; it needs no bot. */
    public static List<String> payloads(Message message) {
        return TelegramChannel.payloads(message, new Keyboards(new Counts(TelegramCount.values())));
    }

    /** Sends messages to Telegram. */
    public Channel channel() {
        return channel;
    }

    /**
     * Polls for updates; it begins when started and ends with the bot.
     *
     * @param intake takes updates and returns once they're committed; if it throws, they're delivered again
     */
    public TelegramPolling polling(Consumer<List<Update>> intake) {
        TelegramPolling polling = new TelegramPolling(
                api, telegramReader, intake, presses, counts, troubles, TelegramPolling.Rest::really);
        synchronized (pollings) {
            pollings.add(polling);
        }
        return polling;
    }

    /**
     * Receives updates that Telegram delivers.
     *
     * @param intake takes updates and returns once they're committed; if it throws, they're delivered again
     */
    public TelegramWebhook webhook(Consumer<List<Update>> intake) {
        return new TelegramWebhook(settings.secret(), api.mapper(), telegramReader, intake, counts, troubles);
    }

    /** Frees expired cache entries, which nothing else does in a quiet bot; called now and then. */
    public void dropExpired() {
        telegramReader.dropExpired();
        keyboard.dropExpired();
    }

    /** Who the bot is, as Telegram reports it; empty if it didn't answer. */
    public Optional<BotAccount> me() {
        return Identity.read(identity.ask());
    }

    /**
     * Asks Telegram to deliver updates to the configured URL, including those that piled up meanwhile.
     *
     * @return why it failed; empty if it succeeded
     */
    public Optional<String> registerWebhook() {
        if (settings.webhook() == null) {
            return Optional.of("TELEGRAM_WEBHOOK_URL is not set");
        }
        return failure(api.call(SetWebhook.builder()
                .url(settings.webhook().toString())
                .secretToken(settings.secret())
                .allowedUpdates(TelegramUpdates.KINDS)
                .maxConnections(CONNECTIONS)
                .dropPendingUpdates(false)
                .build()));
    }

    /**
     * Removes the webhook, so that updates can be polled; waiting updates stay. Another process may depend on the webhook, so
     * nothing else here removes it.
     *
     * @return why it failed; empty if it succeeded
     */
    public Optional<String> removeWebhook() {
        return failure(
                api.call(DeleteWebhook.builder().dropPendingUpdates(false).build()));
    }

    /** What Telegram reports about the webhook; empty if nothing. */
    public Optional<WebhookState> webhookState() {
        if (!(api.call(new GetWebhookInfo()) instanceof Answer.Done done)) {
            return Optional.empty();
        }
        JsonNode info = done.result();
        List<String> kinds = new ArrayList<>();
        info.path("allowed_updates").forEach(kind -> kinds.add(kind.asText()));
        boolean failed = info.has("last_error_date");
        return Optional.of(new WebhookState(
                info.path("url").asText(""),
                info.path("pending_update_count").asInt(),
                failed ? Instant.ofEpochSecond(info.path("last_error_date").asLong()) : null,
                failed ? info.path("last_error_message").asText("") : null,
                kinds));
    }

    /**
     * The result of an introduction.
     *
     * @param changed how many commands and descriptions were updated; the others were the same
     * @param problems what failed, as sentences
     */
    public record Introduced(int changed, List<String> problems) {
        public Introduced {
            problems = List.copyOf(problems);
        }
    }

    /** Sends Telegram the bot's commands and descriptions, if they differ from what it has. */
    public Introduced introduce(Introduction introduction) {
        return Introducer.introduce(api, introduction);
    }

    /** Checks token, privacy mode, and the way in at this time. */
    public List<Check> checks(Instant now) {
        Answer answer = identity.ask();
        return new TelegramCheckup(settings, now).of(Identity.read(answer), why(answer), webhookState());
    }

    /** The time by Telegram's clock, to the second, at its last answer; empty if it hasn't answered yet. */
    public Optional<Instant> serverTime() {
        return Optional.ofNullable(api.serverTime());
    }

    /** Calls Telegram only to see whether it answers; the operator is told. */
    public void probe() {
        identity.ask();
    }

    /** How often things have happened since the start, by kind. */
    public Map<String, Long> counts() {
        return counts.all();
    }

    @Override
    public void close() {
        synchronized (pollings) {
            pollings.forEach(TelegramPolling::close);
        }
        presses.close();
        api.close();
    }

    private static Optional<String> failure(Answer answer) {
        return answer instanceof Answer.Done ? Optional.empty() : Optional.of(why(answer));
    }

    /** Why a call about the bot itself, not a person, failed. */
    static String why(Answer answer) {
        if (answer instanceof Answer.Refused refused) {
            return refused.words().isEmpty() ? "error " + refused.code() : refused.words();
        } else if (answer instanceof Answer.NotSent notSent) {
            return "not reached (" + notSent.why() + ")";
        }
        return answer instanceof Answer.Unclear unclear ? "no answer (" + unclear.why() + ")" : "done";
    }
}
