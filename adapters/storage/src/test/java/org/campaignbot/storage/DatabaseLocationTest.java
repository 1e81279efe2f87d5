package org.campaignbot.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.campaignbot.storage.failure.UnusableDatabase;
import org.campaignbot.storage.sql.DatabaseLocation;
import org.campaignbot.storage.sql.DatabaseLocation.Embedded;
import org.campaignbot.storage.sql.DatabaseLocation.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseLocationTest {

    private static final Path DATA = Path.of("data");

    @Test
    void withoutASettingItIsAFileInTheDataFolder() throws Exception {
        assertThat(DatabaseLocation.of(null, DATA)).isEqualTo(new Embedded(DATA));
        assertThat(DatabaseLocation.of(" ", DATA)).isEqualTo(new Embedded(DATA));
    }

    @Test
    void aServerIsNamedInEitherForm() throws Exception {
        assertThat(DatabaseLocation.of("jdbc:postgresql://db.example/bot?user=u", DATA))
                .isEqualTo(new Server("jdbc:postgresql://db.example/bot?user=u", null, null));
        assertThat(DatabaseLocation.of("postgresql://db.example/bot", DATA))
                .isEqualTo(new Server("jdbc:postgresql://db.example/bot", null, null));
        assertThat(DatabaseLocation.of("postgres://u:p%40ss%2Fw+rd@db.example:6543/bot?sslmode=require", DATA))
                .isEqualTo(new Server("jdbc:postgresql://db.example:6543/bot?sslmode=require", "u", "p@ss/w+rd"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://localhost/bot",
                "data/bot.sqlite",
                "postgresql://localhost",
                "postgresql:///bot",
                "postgresql://u:open sesame@localhost/bot"
            })
    void anythingElseIsRefusedWithoutRepeatingIt(String url) {
        assertThatThrownBy(() -> DatabaseLocation.of(url, DATA))
                .isInstanceOf(UnusableDatabase.class)
                .hasMessageContaining("DATABASE_URL")
                .hasMessageNotContaining("sesame")
                .hasNoCause();
    }

    @Test
    void aServerThatDoesNotAnswerIsNamedWithoutItsPassword() {
        Server nowhere = new Server("jdbc:postgresql://127.0.0.1:1/bot?password=sesame", "u", "sesame");
        assertThatThrownBy(() -> Database.open(nowhere, TestDatabase.KEY, TestDatabase.CLOCK))
                .isInstanceOf(UnusableDatabase.class)
                .hasMessageContaining("jdbc:postgresql://127.0.0.1:1/bot")
                .hasMessageNotContaining("sesame");
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws Exception {
        Path file = Files.createFile(TestDatabase.folder().resolve("a-file"));
        assertThatThrownBy(() -> Database.open(new Embedded(file.resolve("data")), null, TestDatabase.CLOCK))
                .isInstanceOf(UnusableDatabase.class)
                .hasMessageContaining("BOT_DATA");
    }
}
