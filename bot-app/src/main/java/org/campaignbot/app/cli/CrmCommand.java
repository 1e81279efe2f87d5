package org.campaignbot.app.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.campaignbot.app.config.CrmSettings;
import org.campaignbot.app.config.SettingProblem;
import org.campaignbot.app.config.Shell;
import org.campaignbot.app.crm.CrmWebhook;
import org.campaignbot.crm.CrmEvents;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows which events a CRM doesn't have, and tries the way to it. */
@Command(
        name = "crm",
        mixinStandardHelpOptions = true,
        description = {
            "Shows which reports the CRM hasn't taken (docs/crm.md).",
            "CRM_URL says where ./bot serve sends them."
        })
public final class CrmCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        try (CommandContext context = CommandContext.open(Shell.of(spec))) {
            List<CrmEvents.Pending> all = context.database().crmEvents().undelivered();
            PrintWriter out = spec.commandLine().getOut();
            if (all.isEmpty()) {
                out.println("No report waits for a CRM.");
            }
            all.forEach(each -> out.println(each.event().name() + "   "
                    + (each.isGivenUp() ? "given up" : "waits")
                    + (each.trouble().isEmpty() ? "" : ": " + each.trouble())));
            return 0;
        }
    }

    @Command(mixinStandardHelpOptions = true, description = "Sends a ping, and tells what the CRM answered.")
    int test() throws Exception {
        Shell shell = Shell.of(spec);
        CrmSettings settings = shell.crm();
        if (!settings.isOn()) {
            throw new SettingProblem(
                    CrmSettings.URL + " is not set, so nothing is sent to a CRM. docs/crm.md says how to set it up.");
        }
        CrmWebhook webhook = new CrmWebhook(settings);
        String id = UUID.randomUUID().toString();
        String body = CrmWebhook.body(
                id, CrmWebhook.PING, shell.clock().instant(), shell.content().campaign(), Map.of());
        CrmWebhook.Answer answer = webhook.post(body, shell.clock().instant());
        if (answer.isTaken()) {
            spec.commandLine().getOut().println(webhook.host() + " took the ping " + id + ": " + answer.words() + ".");
            return 0;
        }
        spec.commandLine().getErr().println(webhook.host() + " didn't take the ping: " + answer.words() + ".");
        return 1;
    }
}
