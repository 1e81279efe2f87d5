package org.campaignbot.app.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.campaignbot.app.config.Campaign;
import org.campaignbot.app.config.Content;
import org.campaignbot.app.config.Deferred;
import org.campaignbot.app.config.Shell;
import org.campaignbot.content.chat.Transcript;
import org.campaignbot.content.chat.TranscriptRun;
import org.campaignbot.content.chat.TranscriptRunner;
import org.campaignbot.content.chat.Transcripts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Replays a campaign's transcripts. */
@Command(
        name = "chats",
        mixinStandardHelpOptions = true,
        description = {
            "Holds the transcripts of a campaign again and compares what the bot says.",
            "Ends with 1 where one came out differently."
        })
public final class ChatsCommand implements Callable<Integer> {

    @Parameters(paramLabel = "CAMPAIGN", arity = "0..1", description = "The campaign; by default the one being served.")
    private @Nullable String name;

    @Option(names = "--write", description = "Write what the bot says now into the transcripts; review it as a diff.")
    private boolean write;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Content content = Shell.of(spec).content(name);
        Campaign campaign = Campaign.read(content, Deferred.of(content::directory));
        TranscriptRunner runner = new TranscriptRunner(campaign.pack(), campaign::engine);
        List<Transcript> transcripts = Transcripts.of(content.campaignFolder());
        int different = 0;
        for (Transcript transcript : transcripts) {
            TranscriptRun run = runner.run(transcript);
            run.troubles().forEach(out::println);
            if (write && !run.differences().isEmpty()) {
                Files.writeString(Path.of(transcript.file()), run.rewritten());
                out.println("written: " + transcript.file());
            } else {
                run.differences().forEach(out::println);
            }
            different += run.troubles().isEmpty() && (write || run.passed()) ? 0 : 1;
        }
        out.println(transcripts.size() + " chats, " + (transcripts.size() - different) + " as written.");
        return different == 0 ? 0 : 1;
    }
}
