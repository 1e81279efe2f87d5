package org.campaignbot.app.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.campaignbot.app.config.Campaign;
import org.campaignbot.app.config.Content;
import org.campaignbot.app.config.Deferred;
import org.campaignbot.app.config.LiveDirectory;
import org.campaignbot.app.config.SettingProblem;
import org.campaignbot.app.config.Shell;
import org.campaignbot.content.chat.Transcript;
import org.campaignbot.content.chat.TranscriptRun;
import org.campaignbot.content.chat.TranscriptRunner;
import org.campaignbot.content.chat.Transcripts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows a transcript as the bot would play it now. */
@Command(
        name = "play",
        mixinStandardHelpOptions = true,
        description = {
            "Holds the conversation of one transcript and shows it.",
            "Ends with 1 where the bot says something else than is written."
        })
public final class PlayCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "A transcript, as ./bot chat --record writes one.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (!Files.isRegularFile(file)) {
            throw new SettingProblem("There is no file " + file + ". Name a transcript (its name ends in .chat).");
        }
        Transcript transcript = Transcripts.read(file);
        Shell shell = Shell.of(spec);
        Content content = shell.content(transcript.head().get("campaign"));
        InstantSource clock = shell.clock();
        Deferred<LiveDirectory> directory = Deferred.of(() -> content.liveDirectory(clock, shell.err()::println));
        Campaign campaign = Campaign.read(content, () -> directory.get().get());
        TranscriptRun run = new TranscriptRunner(campaign.pack(), campaign::engine).run(transcript);
        PrintWriter out = spec.commandLine().getOut();
        for (int i = 0; i < run.answers().size(); i++) {
            out.println(transcript.exchanges().get(i).happening());
            run.answers().get(i).forEach(line -> out.println(line.isEmpty() ? "" : "    " + line));
        }
        run.troubles().forEach(out::println);
        run.differences().forEach(out::println);
        out.println(run.passed() ? "As written." : "Not as written.");
        return run.passed() ? 0 : 1;
    }
}
