package org.campaignbot.app.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.campaignbot.app.config.Campaign;
import org.campaignbot.app.config.Content;
import org.campaignbot.app.config.Deferred;
import org.campaignbot.app.config.KeptChanges;
import org.campaignbot.app.config.LiveDirectory;
import org.campaignbot.app.config.Shell;
import org.campaignbot.lines.LinesChannel;
import org.campaignbot.lines.LinesChat;
import org.campaignbot.people.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs the bot for another program: JSON lines in and out. */
@Command(
        name = "lines",
        mixinStandardHelpOptions = true,
        description = {
            "Talks with any number of people in lines of JSON over standard input and output, for a program that drives the bot.",
            "docs/adding-a-surface.md tells what the lines hold. Nothing that is said is stored."
        })
public final class LinesCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Shell shell = Shell.of(spec);
        InstantSource clock = shell.clock();
        Content content = shell.content();
        Deferred<LiveDirectory> directory = Deferred.of(() -> content.liveDirectory(clock, shell.err()::println));
        Campaign campaign = Campaign.read(content, () -> directory.get().get());
        directory.await();
        Deferred<KeptChanges> opened = Deferred.of(() -> KeptChanges.open(shell.storage(), content.campaign(), clock));
        try (KeptChanges kept = opened.await()) {
            directory.get().heed(kept);
            hold(shell, campaign, kept, clock);
        }
        return 0;
    }

    private static void hold(Shell shell, Campaign campaign, KeptChanges kept, InstantSource clock) throws IOException {
        PrintStream out = new PrintStream(shell.out(), true, StandardCharsets.UTF_8);
        MemoryBot bot = MemoryBot.of(
                campaign,
                kept,
                new LinesChannel(out),
                Language.ENGLISH,
                clock,
                new SecureRandom(),
                new ChatJournal(null, shell.err()),
                shell.err()::println);
        TimerTicker timerTicker = TimerTicker.start(bot.due(), () -> {}, shell.err());
        try {
            new LinesChat(bot.updateProcessor()::receive, shell.err()::println).hold(shell.lines());
        } finally {
            timerTicker.stop();
        }
    }
}
