package org.campaignbot.app.cli;

import java.util.concurrent.Callable;
import org.campaignbot.alert.Actor;
import org.campaignbot.alert.Draft;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a correction of an alert, or shows how it went. */
@Command(
        name = "correct",
        mixinStandardHelpOptions = true,
        description = {
            "Keeps the draft of a correction for everybody who got an alert; it is checked and approved like any other.",
            "With --follow-up it tells them how it went instead."
        })
final class AlertCorrectCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "The alert that was sent.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String id;

    @Option(names = "--follow-up", description = "Tell how it went.")
    private boolean followUp;

    @Mixin
    private final AlertDraftOptions draft = new AlertDraftOptions();

    @Mixin
    private final AlertOptions options = new AlertOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        return AlertCommandContext.run(spec, options, office -> {
            Actor by = office.actor();
            AlertCommand.found(office, id);
            Draft written =
                    draft.draft(null, office.alerts().terms(), office.desk().now());
            return office.tell(
                    followUp
                            ? office.alerts().followUp(id, written, by)
                            : office.alerts().correct(id, written, by));
        });
    }
}
