package campaignbot.app;

import campaignbot.app.installation.Campaign;
import campaignbot.app.installation.Clocks;
import campaignbot.app.installation.Content;
import campaignbot.app.installation.FreshDirectory;
import campaignbot.app.installation.KeptChanges;
import campaignbot.app.installation.Later;
import campaignbot.app.installation.OwnFile;
import campaignbot.app.installation.StorageSettings;
import campaignbot.content.chat.ChatRecord;
import campaignbot.people.Language;
import campaignbot.terminal.TerminalChannel;
import campaignbot.terminal.TerminalChat;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.Callable;
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
        Later<KeptChanges> opened = Later.of(() ->
                KeptChanges.open(StorageSettings.of(System.getenv()), content.campaign(), clock, System.err::println));
        Campaign campaign = Campaign.read(content, () -> directory.get().get());
        directory.await();
        try (KeptChanges kept = opened.await()) {
            return hold(campaign, kept, locale, clock);
        }
    }

    private int hold(Campaign campaign, KeptChanges kept, Language locale, InstantSource clock) throws IOException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        // Without a wish for it nothing that is typed is written down, not even in memory.
        ChatRecord chatRecord = record == null ? null : new ChatRecord(campaign.pack(), locale, clock.instant());
        MemoryBot bot = MemoryBot.of(
                campaign,
                kept,
                new TerminalChannel(out),
                locale,
                clock,
                seed == null ? new SecureRandom() : new java.util.Random(seed),
                new ChatJournal(chatRecord, System.err),
                System.err::println);
        TerminalChat chat = new TerminalChat(bot.reception(), locale);
        boolean prompts = Boolean.getBoolean("bot.prompt");
        Ticker.start(bot.due(), prompts ? () -> TerminalChat.prompt(out) : () -> {}, System.err);
        BufferedReader in = new BufferedReader(
                new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8));
        chat.hold(in, prompts ? out : null);
        if (record != null && chatRecord != null) {
            OwnFile.write(record, chatRecord.text());
        }
        return 0;
    }
}
