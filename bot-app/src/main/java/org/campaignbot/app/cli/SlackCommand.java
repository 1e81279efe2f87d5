package org.campaignbot.app.cli;

import java.net.URI;
import java.util.concurrent.Callable;
import org.campaignbot.app.config.Campaign;
import org.campaignbot.app.config.Content;
import org.campaignbot.app.config.SettingProblem;
import org.campaignbot.app.config.Shell;
import org.campaignbot.flow.Profile;
import org.campaignbot.flow.Template;
import org.campaignbot.flow.Value.Translated;
import org.campaignbot.flow.Words;
import org.campaignbot.people.Language;
import org.campaignbot.slack.SlackBot;
import org.campaignbot.slack.blocks.SlackWords.ManifestWords;
import org.campaignbot.slack.settings.SlackSettings;
import org.campaignbot.slack.settings.SlackSettings.Install;
import org.campaignbot.slack.settings.SlackSettings.Rates;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Commands for a bot on Slack, other than serving. */
@Command(
        name = "slack",
        mixinStandardHelpOptions = true,
        description = "Helps to set the bot up on Slack.",
        subcommands = SlackCommand.SlackManifestCommand.class)
public final class SlackCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** Prints the manifest from which Slack creates the app. */
    @Command(
            name = "manifest",
            mixinStandardHelpOptions = true,
            description = {
                "Prints the app's manifest, as JSON: api.slack.com/apps, Create New App, From a manifest, paste.",
                "It asks for the least that the bot needs. Without --address it is for Socket Mode."
            })
    static final class SlackManifestCommand implements Callable<Integer> {

        /** A placeholder for tokens that don't exist yet; a manifest contains none. */
        private static final String NOT_YET = "none-yet";

        @Option(
                names = "--address",
                paramLabel = "URL",
                description = "Where Slack reaches the bot, as https://bot.example.org; it then delivers over HTTP.")
        private @Nullable URI address;

        @Option(names = "--many", description = "For every workspace that installs the bot; needs --address.")
        private boolean many;

        @Option(
                names = "--command",
                paramLabel = "NAME",
                description = "The command, as in SLACK_COMMAND (default: ${DEFAULT-VALUE}).")
        private String command = SlackSettings.COMMAND;

        @Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            if (address != null && !"https".equals(address.getScheme())) {
                throw new SettingProblem("--address isn't an https address. Give one such as https://bot.example.org.");
            }
            if (many && address == null) {
                throw new SettingProblem("--many needs --address: workspaces install the bot at a page of its own.");
            }
            Shell shell = Shell.of(spec);
            Content content = shell.content();
            var directory = content.liveDirectory(shell.clock(), shell.err()::println);
            Campaign campaign = Campaign.read(content, directory);
            Profile profile = campaign.pack().profile();
            Language base = campaign.pack().base();
            String about = in(profile.about(), base);
            SlackSettings settings = new SlackSettings(
                    many ? null : NOT_YET,
                    address == null ? NOT_YET : null,
                    address == null ? null : NOT_YET,
                    SlackSettings.SLACK,
                    command,
                    many && address != null ? new Install(NOT_YET, NOT_YET, SlackBot.redirect(address)) : null,
                    Rates.DEFAULT);
            String name =
                    campaign.pack().title().in(base) instanceof Words.Said said ? plain(said) : content.campaign();
            spec.commandLine()
                    .getOut()
                    .println(SlackBot.manifest(
                            settings,
                            new ManifestWords(
                                    name, about, "Learn, find your lawmakers, act", "help, menu, stop or a question"),
                            address));
            return 0;
        }

        private static String plain(Words.Said said) {
            StringBuilder text = new StringBuilder();
            said.template()
                    .blocks()
                    .forEach(block -> block.lines()
                            .forEach(line -> line.forEach(span -> {
                                if (span instanceof Template.Fixed fixed) {
                                    text.append(fixed.span().visible());
                                }
                            })));
            return text.toString();
        }

        private static String in(@Nullable Translated words, Language language) {
            return words == null ? "" : words.in(language);
        }
    }
}
