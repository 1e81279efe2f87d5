package org.campaignbot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.campaignbot.app.config.Shipped;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    private static final Path CHAT = Shipped.CONTENT.campaignFolder().resolve("chats/happy-path/readme.chat");

    @Test
    void theChatOfTheReadmeIsOneThatTheBuildHolds() throws IOException {
        String chat = Files.readString(CHAT);
        assertThat(Files.readString(Path.of("..", "README.md")))
                .contains(chat.substring(chat.indexOf("me:")).strip());
    }

    @Test
    void theReadmesCommandsAreThoseOfTheCommandLine() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        for (String command : new String[] {"chat", "play", "chats", "check", "directory lookup", "new"}) {
            assertThat(readme).contains("./bot " + command);
        }
        assertThat(Files.readString(Path.of("..", ".ci", "run"))).contains("\nmvn verify\n");
    }
}
