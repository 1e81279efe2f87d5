package campaignbot.app;

import campaignbot.app.installation.Campaign;
import campaignbot.app.installation.Clocks;
import campaignbot.app.installation.Content;
import campaignbot.app.installation.FreshDirectory;
import campaignbot.app.installation.KeptChanges;
import campaignbot.app.installation.Later;
import campaignbot.app.installation.StorageSettings;
import campaignbot.lines.LinesChannel;
import campaignbot.lines.LinesChat;
import campaignbot.people.Language;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The bot for a program: lines of JSON in and out. */
@Command(
        name = "lines",
        mixinStandardHelpOptions = true,
        description = {
            "Talks with any number of people in lines of JSON over standard input and output, for a program that drives the bot.",
            "docs/adding-a-surface.md tells what the lines hold. Nothing that is said is stored."
        })
final class LinesCommand implements Callable<Integer> {

    @Override
    public Integer call() throws Exception {
        InstantSource clock = Clocks.of(null, System.getenv(Clocks.VARIABLE));
        Content content = Content.of(null);
        Later<FreshDirectory> directory = Later.of(() -> content.freshDirectory(clock));
        Campaign campaign = Campaign.read(content, () -> directory.get().get());
        directory.await();
        Later<KeptChanges> opened = Later.of(() ->
                KeptChanges.open(StorageSettings.of(System.getenv()), content.campaign(), clock, System.err::println));
        try (KeptChanges kept = opened.await()) {
            hold(campaign, kept, clock);
        }
        return 0;
    }

    private static void hold(Campaign campaign, KeptChanges kept, InstantSource clock) throws IOException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        MemoryBot bot = MemoryBot.of(
                campaign,
                kept,
                new LinesChannel(out),
                Language.ENGLISH,
                clock,
                new SecureRandom(),
                new ChatJournal(null, System.err),
                System.err::println);
        Ticker.start(bot.due(), () -> {}, System.err);
        BufferedReader in = new BufferedReader(
                new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8));
        new LinesChat(bot.reception()::receive, System.err::println).hold(in);
    }
}
