package org.campaignbot.content.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import org.campaignbot.content.Garden;
import org.campaignbot.content.Problem;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flows that take more words than their own, and targets that a fact names. */
class DynamicFlowTest {

    private static final String SOW = """
            flow: sow
            title: Sow
            heard: [sow]
            takes: {kind: place, keep: where}
            steps:
              go:
                do:
                  - set: {remember: call}
                say: "{remember.title} in {where, else the garden}."
                then: flow {remember}
            """;

    @TempDir
    private Path folder;

    @Test
    void aFlowMayTakeWordsThatFollowItsOwnAndLeadWhereAFactNames() {
        Flow sow = Objects.requireNonNull(read(SOW).pack()).flows().get("sow");
        assertThat(Objects.requireNonNull(sow).takes()).isEqualTo(new Flow.Takes("place", "where"));
        assertThat(sow.first().then()).isEqualTo(new Target.ToNamed("remember"));
    }

    @Test
    void aKindThatTheBotCannotRecogniseIsAProblem() {
        assertThat(read(SOW.replace("kind: place", "kind: plaice")).errors())
                .extracting(Problem::message)
                .contains("the bot cannot recognize \"plaice\"");
    }

    @Test
    void aTargetNamedByNoFactIsAProblem() {
        assertThat(read(SOW.replace("flow {remember}", "flow {remembre}")).errors())
                .extracting(Problem::message)
                .contains("there is no fact \"remembre\"");
    }

    private PackRead read(String flow) {
        Garden.copyTo(folder);
        Garden.write(folder, "flows/sow.yaml", flow);
        return Garden.read(folder);
    }
}
