package org.campaignbot.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Commands for a bot on Slack, other than serving. */
@Command(
        name = "slack",
        mixinStandardHelpOptions = true,
        description = "Helps to set the bot up on Slack.",
        subcommands = SlackManifestCommand.class)
public final class SlackCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
