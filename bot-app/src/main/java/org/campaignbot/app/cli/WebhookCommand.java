package org.campaignbot.app.cli;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.campaignbot.app.config.ServerSettings;
import org.campaignbot.app.config.SettingProblem;
import org.campaignbot.app.config.Shell;
import org.campaignbot.platform.Operator;
import org.campaignbot.telegram.TelegramBot;
import org.campaignbot.telegram.TelegramSettings;
import org.campaignbot.telegram.WebhookState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the webhook, and removes it. */
@Command(
        name = "webhook",
        mixinStandardHelpOptions = true,
        description = {
            "Shows where Telegram delivers what people write to the bot.",
            "While it delivers, no bot can poll. To poll instead, end it with --remove; nothing is lost by that."
        })
public final class WebhookCommand implements Callable<Integer> {

    @Option(names = "--remove", description = "End the deliveries.")
    private boolean remove;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        TelegramSettings settings =
                ServerSettings.need(Shell.of(spec).variables()).telegram();
        if (settings == null) {
            throw new SettingProblem(ServerSettings.NO_TOKEN);
        }
        Operator told = trouble -> spec.commandLine().getErr().println(trouble.finding() + " " + trouble.fix());
        try (TelegramBot telegram = new TelegramBot(settings, Map.of(), key -> Optional.empty(), told)) {
            return remove ? remove(telegram) : show(telegram);
        }
    }

    private int remove(TelegramBot telegram) {
        Optional<String> why = telegram.removeWebhook();
        why.ifPresent(each -> spec.commandLine().getErr().println("Telegram did not do it: " + each + "."));
        if (why.isEmpty()) {
            spec.commandLine().getOut().println("Telegram delivers nothing any more; ./bot serve can poll.");
        }
        return why.isEmpty() ? 0 : 1;
    }

    private int show(TelegramBot telegram) {
        Optional<WebhookState> state = telegram.webhookState();
        if (state.isEmpty()) {
            spec.commandLine().getErr().println("Telegram did not tell. ./bot doctor may say why.");
            return 1;
        }
        spec.commandLine()
                .getOut()
                .println(
                        state.get().url().isEmpty()
                                ? "None is set. " + state.get().pending() + " updates wait to be asked for."
                                : state.get().url() + ", " + state.get().pending() + " updates wait to be delivered.");
        return 0;
    }
}
