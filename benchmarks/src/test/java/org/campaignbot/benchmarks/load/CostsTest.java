package org.campaignbot.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CostsTest {

    @Test
    void eachStackBelongsToOnePartAndWhatIsNoTurnsStandsApart() {
        Stream<String> stacks = Stream.of(
                "[http-nio-1-exec tid=9];org/campaignbot/storage/conversation/JdbcConversationStore.commit;org/sqlite/core/NativeDB.step 3",
                "[http-nio-1-exec tid=9];org/campaignbot/conversation/Engine.take;org/campaignbot/conversation/Rendering.text 1",
                "[http-nio-1-exec tid=9];org/apache/tomcat/Some.thing 4",
                "[C2 CompilerThre tid=3];Compile::Compile 2");
        assertThat(Costs.table(stacks, 0.8))
                .contains(
                        "| commit: SQL | 37.5 % | 300 |",
                        "| turn: rendering | 12.5 % | 100 |",
                        "| webhook: HTTP server | 50.0 % | 400 |",
                        "| everything else | 0.0 % | 0 |",
                        "8 samples; besides these, start 0.0 %, compilers 20.0 %, memory, and the JVM's own threads 0.0 %");
    }
}
