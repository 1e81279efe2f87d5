package org.campaignbot.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.campaignbot.app.config.Campaign;
import org.campaignbot.app.config.Content;
import org.campaignbot.app.config.Deferred;
import org.campaignbot.app.config.Shell;
import org.campaignbot.content.chat.Transcript;
import org.campaignbot.content.chat.TranscriptRunner;
import org.campaignbot.content.chat.Transcripts;
import org.campaignbot.content.template.CampaignTemplate;
import org.campaignbot.directory.EasternTime;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Creates the folder of a new campaign, which passes the check and is ready to chat. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description = {
            "Makes the folder of a new campaign from a small example, which can be talked with at once.",
            "content/README.md leads from there to a campaign of your own; no Java is needed."
        })
public final class NewCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "CAMPAIGN",
            description = "The name of its folder: lower-case letters, digits and hyphens, such as river-path.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String name;

    @Option(names = "--title", description = "What the campaign is called; by default its name.")
    private @Nullable String title;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Shell shell = Shell.of(spec);
        Path folder = Content.folder(shell.variables());
        LocalDate today = EasternTime.dateAt(shell.clock().instant());
        CampaignTemplate.Outcome outcome = CampaignTemplate.copy(folder.resolve("campaigns"), name, title, today);
        if (outcome instanceof CampaignTemplate.Outcome.Refused refused) {
            spec.commandLine().getErr().println(refused.why());
            return CommandLine.ExitCode.USAGE;
        }
        holdChats(shell.content(name));
        tell(((CampaignTemplate.Outcome.Made) outcome).folder());
        return CommandLine.ExitCode.OK;
    }

    /** The example's chats contain only what a person says; this adds the bot's answers. */
    private void holdChats(Content content) throws Content.BrokenContent, IOException {
        Campaign campaign = Campaign.read(content, Deferred.of(content::directory));
        TranscriptRunner runner = new TranscriptRunner(campaign.pack(), campaign::engine);
        for (Transcript transcript : Transcripts.of(content.campaignFolder())) {
            Files.writeString(Path.of(transcript.file()), runner.run(transcript).rewritten());
        }
    }

    private void tell(Path folder) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("Made " + folder + ". Now:");
        out.println("  ./bot check " + name + "                  proves it");
        out.println("  BOT_CAMPAIGN=" + name + " ./bot chat      talks with it");
        out.println("content/README.md leads on from here.");
    }
}
