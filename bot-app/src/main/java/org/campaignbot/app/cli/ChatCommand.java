package org.campaignbot.app.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.campaignbot.app.config.Campaign;
import org.campaignbot.app.config.Content;
import org.campaignbot.app.config.Deferred;
import org.campaignbot.app.config.KeptChanges;
import org.campaignbot.app.config.LiveDirectory;
import org.campaignbot.app.config.OwnFile;
import org.campaignbot.app.config.Shell;
import org.campaignbot.content.chat.ChatRecord;
import org.campaignbot.people.Language;
import org.campaignbot.terminal.TerminalChannel;
import org.campaignbot.terminal.TerminalChat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A chat with the bot in this terminal. */
@Command(
        name = "chat",
        mixinStandardHelpOptions = true,
        description = {
            "Talks with the bot in this terminal.",
            "Type a number, a label or your own words; Ctrl-D ends. Nothing you type is stored, unless --record asks for it."
        })
public final class ChatCommand implements Callable<Integer> {

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

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        return hold(Shell.of(spec));
    }

    /** Chats as the command does without options. */
    public static int chat(Shell shell) throws Exception {
        return new ChatCommand().hold(shell);
    }

    private int hold(Shell shell) throws Exception {
        Language locale = Language.ofLocale(language);
        InstantSource clock = shell.clock(at);
        Content content = shell.content();
        Deferred<KeptChanges> opened = Deferred.of(() -> KeptChanges.open(shell.storage(), content.campaign(), clock));
        Deferred<LiveDirectory> directory = Deferred.untilAsked(() -> {
            LiveDirectory live = content.liveDirectory(clock, shell.err()::println);
            live.heed(opened.get());
            return live;
        });
        Campaign campaign = Campaign.begin(content, () -> directory.get().get());
        try (KeptChanges kept = opened.await()) {
            return hold(shell, campaign, directory, kept, locale, clock);
        }
    }

    private int hold(
            Shell shell,
            Campaign campaign,
            Deferred<LiveDirectory> directory,
            KeptChanges kept,
            Language locale,
            InstantSource clock)
            throws Exception {
        PrintStream out = shell.out();
        // Unless a record is requested, nothing that is typed is recorded, not even in memory.
        ChatRecord chatRecord = record == null ? null : new ChatRecord(campaign.pack(), locale, clock.instant());
        MemoryBot bot = MemoryBot.of(
                campaign,
                kept,
                new TerminalChannel(out),
                locale,
                clock,
                seed == null ? new SecureRandom() : new java.util.Random(seed),
                new ChatJournal(chatRecord, shell.err()),
                shell.err()::println);
        TerminalChat chat = new TerminalChat(bot.updateProcessor(), locale);
        boolean prompts = Boolean.getBoolean("bot.prompt");
        TimerTicker timerTicker =
                TimerTicker.start(bot.due(), prompts ? () -> TerminalChat.prompt(out) : () -> {}, shell.err());
        try {
            chat.greet();
            out.flush();
            campaign.questions().await();
            directory.await();
            chat.hold(shell.lines(), prompts ? out : null);
        } finally {
            timerTicker.stop();
        }
        if (record != null && chatRecord != null) {
            OwnFile.write(record, chatRecord.text());
        }
        return 0;
    }
}
