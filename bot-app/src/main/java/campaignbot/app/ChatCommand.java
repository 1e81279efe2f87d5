package campaignbot.app;

import campaignbot.alert.SubscriptionHandler;
import campaignbot.content.chat.ChatRecord;
import campaignbot.conversation.EffectHandler;
import campaignbot.conversation.Engine;
import campaignbot.delivery.Channel;
import campaignbot.delivery.Sender;
import campaignbot.memory.MemoryHeldFacts;
import campaignbot.memory.MemoryStore;
import campaignbot.memory.MemorySubscriptions;
import campaignbot.memory.MemoryTally;
import campaignbot.memory.MemoryTimers;
import campaignbot.people.Language;
import campaignbot.people.PersonHash;
import campaignbot.reception.Reception;
import campaignbot.tally.CountHandler;
import campaignbot.terminal.TerminalChannel;
import campaignbot.terminal.TerminalChat;
import campaignbot.timer.DueTimers;
import campaignbot.timer.TimerHandler;
import campaignbot.timer.Timers;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A chat with the bot in this terminal. */
@Command(
        name = "chat",
        mixinStandardHelpOptions = true,
        description = {
            "Talks with the bot in this terminal.",
            "Type a number, a label or your own words; Ctrl-D ends. Nothing you type is stored, unless --record asks for it."
        })
final class ChatCommand implements Callable<Integer> {

    private static final int KEY_BYTES = 32;

    @Option(
            names = "--lang",
            paramLabel = "en|es",
            description = "The language to begin in (default: ${DEFAULT-VALUE}).")
    private String language = "en";

    @Option(names = "--seed", paramLabel = "N", description = "The seed of anything random, to repeat a chat exactly.")
    private @Nullable Long seed;

    @Option(names = "--at", paramLabel = "INSTANT", description = "Start the clock there, as 2026-11-24T15:00:00Z.")
    private @Nullable String at;

    @Option(names = "--record", paramLabel = "FILE", description = "Write the chat down as a transcript.")
    private @Nullable Path record;

    @Override
    public Integer call() throws Exception {
        Language locale = Language.ofLocale(language);
        InstantSource clock = Clocks.of(at, System.getenv(Clocks.VARIABLE));
        Content content = Content.of(null);
        Later<FreshDirectory> directory = Later.of(() -> content.freshDirectory(clock));
        Campaign campaign = Campaign.read(content, () -> directory.get().get());
        directory.await();
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        // Without a wish for it nothing that is typed is written down, not even in memory.
        ChatRecord chatRecord = record == null ? null : new ChatRecord(campaign.pack(), locale, clock.instant());
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        PersonHash hash = new PersonHash(key);
        Timers timers = new MemoryTimers();
        List<EffectHandler> handlers = new ArrayList<>(TimerHandler.over(timers));
        handlers.addAll(SubscriptionHandler.over(new MemorySubscriptions()));
        handlers.addAll(CountHandler.over(new MemoryTally(), conversation -> hash.of(conversation.person())));
        Reception reception = reception(
                campaign.engine(), clock, new TerminalChannel(out), handlers, new ChatJournal(chatRecord, System.err));
        TerminalChat chat = new TerminalChat(reception, locale);
        DueTimers due = new DueTimers(timers, reception, conversation -> hash.of(conversation.person()), locale, clock);
        boolean prompts = Boolean.getBoolean("bot.prompt");
        Ticker.start(due, prompts ? () -> TerminalChat.prompt(out) : () -> {}, System.err);
        BufferedReader in = new BufferedReader(
                new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8));
        chat.hold(in, prompts ? out : null);
        if (record != null && chatRecord != null) {
            Files.writeString(record, chatRecord.text());
        }
        return 0;
    }

    private Reception reception(
            Engine engine,
            InstantSource clock,
            Channel channel,
            List<EffectHandler> handlers,
            Reception.Journal journal) {
        MemoryStore store = new MemoryStore();
        RandomGenerator seeds = seed == null ? new SecureRandom() : new java.util.Random(seed);
        return new Reception(
                () -> engine,
                engine.pack().revision(),
                store,
                new MemoryHeldFacts(clock),
                new Sender(store, List.of(channel)),
                handlers,
                clock,
                seeds,
                journal);
    }
}
