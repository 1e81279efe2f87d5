package org.campaignbot.app.serve;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.campaignbot.alert.desk.AdminNews;
import org.campaignbot.alert.desk.AlarmChoice;
import org.campaignbot.app.watch.Alarms;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Engine;
import org.campaignbot.flow.Value;
import org.campaignbot.message.Message;
import org.campaignbot.people.Language;
import org.campaignbot.sending.Outgoing;
import org.jspecify.annotations.Nullable;

/**
 * Sends alarms to the admins who want them. What can't be stored bypasses the outbox and goes to the chats known from when the
 * store was healthy; an alarm that can't be sent when a problem starts is sent when it is over.
 */
final class AlarmNews implements Consumer<Alarms.News> {

    /** How old the list of chats may be when the store fails. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final AdminNews news;
    private final Function<ConversationKey, Optional<Language>> languages;
    private final BooleanSupplier isStoreWell;
    private final Ways ways;
    private final Console console;
    private final InstantSource clock;
    private volatile Map<ConversationKey, Language> chats = Map.of();
    private volatile @Nullable Instant read;

    /**
     * How alarms are sent while the store fails.
     *
     * @param sender sends messages without the outbox
     * @param why returns why nothing can be stored: {@code full}, {@code disk}, {@code away}, or an empty string if unknown
     */
    record Ways(Supplier<Engine> engine, Consumer<List<Outgoing>> sender, Supplier<String> why) {}

    /**
     * Alarms for admins.
     *
     * @param languages the language chosen in a chat
     */
    AlarmNews(
            AdminNews news,
            Function<ConversationKey, Optional<Language>> languages,
            BooleanSupplier isStoreWell,
            Ways ways,
            Console console,
            InstantSource clock) {
        this.news = news;
        this.languages = languages;
        this.isStoreWell = isStoreWell;
        this.ways = ways;
        this.console = console;
        this.clock = clock;
    }

    /** Reloads the chats that want alarms. */
    synchronized void read() {
        Map<ConversationKey, Language> now = new LinkedHashMap<>();
        Language base = ways.engine.get().pack().base();
        news.wantingAlarms().forEach(each -> now.put(each, languages.apply(each).orElse(base)));
        chats = now;
        read = clock.instant();
    }

    /** Reloads the chats if the list is old and the store is healthy; called every few seconds. */
    void refresh() {
        Instant last = read;
        Instant now = clock.instant();
        if (isStoreWell.getAsBoolean() && (last == null || now.isBefore(last) || !now.isBefore(last.plus(FRESH)))) {
            read();
        }
    }

    @Override
    public void accept(Alarms.News alarm) {
        String what = alarm.kind().name().toLowerCase(Locale.ROOT) + (alarm.isOver() ? "-over" : "");
        String name = "alarm/" + what + "/" + alarm.platform() + "/" + alarm.since();
        if (isStoreWell.getAsBoolean()) {
            read();
            news.tell(name, AlarmChoice.NEWS, facts(what, alarm), reached(alarm));
        } else {
            ways.sender.accept(unstored(name, facts(what, alarm), reached(alarm)));
        }
        say(alarm);
    }

    /** The chats to alert: about a platform problem, only those on a working platform; when it is over, all of them, now or later. */
    private List<ConversationKey> reached(Alarms.News alarm) {
        boolean needsAnother = alarm.platform() != null && !alarm.isOver();
        return chats.keySet().stream()
                .filter(each -> !needsAnother
                        || !alarm.unreachable().contains(each.address().channel()))
                .toList();
    }

    private Map<String, Value> facts(String what, Alarms.News alarm) {
        Map<String, String> facts = new HashMap<>(Map.of("alarm", what));
        if (alarm.platform() != null) {
            facts.put("alarm_where", title(alarm.platform()));
        }
        if (alarm.lasted() != null) {
            facts.put("alarm_lasted", lasted(alarm.lasted()));
        } else if (alarm.kind() == Alarms.Kind.STORE) {
            facts.put("alarm_why", ways.why.get());
        }
        return Value.texts(facts);
    }

    /** A duration, formatted the same in both languages. */
    private static String lasted(Duration time) {
        long minutes = Math.max(1, time.toMinutes());
        return minutes < 60 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }

    private static String title(String channel) {
        return channel.substring(0, 1).toUpperCase(Locale.ROOT) + channel.substring(1);
    }

    private List<Outgoing> unstored(String name, Map<String, Value> facts, List<ConversationKey> chats) {
        List<Outgoing> all = new ArrayList<>();
        for (ConversationKey there : chats) {
            Language language = Objects.requireNonNull(this.chats.get(there));
            for (Message message : ways.engine.get().told(AlarmChoice.NEWS, facts, language, clock.instant())) {
                all.add(new Outgoing(
                        "alarm/" + news.id(name, there) + "/" + all.size(),
                        there.address(),
                        there.person(),
                        Outgoing.Lane.REPLY,
                        message));
            }
        }
        return all;
    }

    /** Tells the operator what nothing else here reports. */
    private void say(Alarms.News alarm) {
        String line = switch (alarm.kind()) {
            case AWAY -> title(String.valueOf(alarm.platform())) + " has not answered for five minutes.";
            case DISK -> "The disk that holds the bot's data has less than 5 % of its room left.";
            case STORE, REFUSED -> "";
        };
        if (!line.isEmpty() && alarm.isOver()) {
            console.note("This is over: " + line);
        } else if (!line.isEmpty()) {
            console.trouble(line);
        }
    }
}
