package org.campaignbot.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.campaignbot.conversation.Event;
import org.campaignbot.people.Language;
import org.campaignbot.update.Update;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinesChatTest {

    private final List<Update> taken = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final LinesChat chat = new LinesChat(taken::addAll, complaints::add);

    @Test
    void eachLineIsWhatSomeoneDid() throws IOException {
        hold("""
                {"from":"ana","opened":""}
                {"from":"ben","typed":"hola","lang":"es-MX"}
                {"from":"ana","pressed":{"flow":"menu","step":"menu","answer":"learn"},"on":"1"}
                {"from":"ana","located":{"latitude":40.7,"longitude":-74.0}}
                """);
        assertThat(taken)
                .extracting(Update::event)
                .containsExactly(
                        new Event.Opened(""),
                        new Event.Typed("hola"),
                        new Event.Pressed("menu", "menu", "learn"),
                        new Event.Located(40.7, -74.0));
        assertThat(taken)
                .extracting(each -> each.conversation().person().id())
                .containsExactly("ana", "ben", "ana", "ana");
        assertThat(taken.get(1).locale()).isEqualTo(Language.SPANISH);
        assertThat(taken.get(2).origin().pressedOn()).isEqualTo("1");
        assertThat(taken).extracting(Update::id).doesNotHaveDuplicates();
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no json with my secret",
                "",
                "[1, 2]",
                "{\"typed\":\"my secret\"}",
                "{\"from\":\"ana\",\"says\":\"my secret\"}",
                "{\"from\":\"ana\",\"pressed\":\"my secret\"}",
                "{\"from\":\"ana\",\"located\":{\"latitude\":91,\"longitude\":0}}"
            })
    void whatCannotBeReadIsToldByItsNumberAndTheNextLineIsTaken(String line) throws IOException {
        hold(line + "\n{\"from\":\"ana\",\"typed\":\"hi\"}\n");
        assertThat(complaints).singleElement().asString().startsWith("line 1 ").doesNotContain("secret");
        assertThat(taken).extracting(Update::event).containsExactly(new Event.Typed("hi"));
    }

    @Test
    void theWholeSurfaceHasNoMoreThan150Lines() throws IOException {
        int lines = 0;
        for (String file : List.of("LinesChannel.java", "LinesChat.java")) {
            lines += Files.readAllLines(Path.of("src/main/java/org/campaignbot/lines", file))
                    .size();
        }
        assertThat(lines).isBetween(1, 150);
    }

    private void hold(String lines) throws IOException {
        chat.hold(new BufferedReader(new StringReader(lines)));
    }
}
