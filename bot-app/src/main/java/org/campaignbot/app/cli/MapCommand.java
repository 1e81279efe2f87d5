package org.campaignbot.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The commands about the House maps of the next Congress. */
@Command(
        name = "map",
        mixinStandardHelpOptions = true,
        description =
                "Says which states keep their House map in the next Congress, and makes new maps of Census files.",
        subcommands = {MapKeepCommand.class, MapListCommand.class, MapBuildCommand.class})
final class MapCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
