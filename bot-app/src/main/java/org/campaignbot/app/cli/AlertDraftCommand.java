package org.campaignbot.app.cli;

import java.util.concurrent.Callable;
import org.campaignbot.alert.Actor;
import org.campaignbot.alert.Draft;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the draft of an alert, or changes one. */
@Command(
        name = "draft",
        mixinStandardHelpOptions = true,
        description = {
            "Keeps the draft of an alert by an organizer (--as), who cannot approve it.",
            "With --change it changes a draft; then it has to be checked and approved again."
        })
final class AlertDraftCommand implements Callable<Integer> {

    @Option(names = "--change", paramLabel = "ID", description = "The draft to change; what is not given stays.")
    private @Nullable String change;

    @Mixin
    private final AlertDraftOptions draft = new AlertDraftOptions();

    @Mixin
    private final AlertOptions options = new AlertOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        String changed = change;
        return AlertCommandContext.run(spec, options, office -> {
            Actor by = office.actor();
            Draft before =
                    changed == null ? null : AlertCommand.found(office, changed).draft();
            Draft written =
                    draft.draft(before, office.alerts().terms(), office.desk().now());
            return office.tell(
                    changed == null
                            ? office.alerts().draft(written, by)
                            : office.alerts().change(changed, written, by));
        });
    }
}
