package org.campaignbot.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;
import org.campaignbot.storage.failure.UnusableDatabase;
import org.campaignbot.storage.sealing.BotKey;
import org.campaignbot.storage.sql.DatabaseLocation;
import org.campaignbot.testkit.Fixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseKeyTest {

    private final Path folder = TestDatabase.folder().resolve("data");
    private final DatabaseLocation here = new DatabaseLocation.Embedded(folder);

    @Test
    void theFirstStartMakesAKeyThatOnlyItsOwnerCanRead() throws Exception {
        open(null).close();
        String key = Files.readString(folder.resolve("key"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("key"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("bot.sqlite"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        open(null).close();
        assertThat(Files.readString(folder.resolve("key"))).isEqualTo(key);
        open(BotKey.of(key, "the setting")).close();
    }

    @Test
    void anotherKeyIsNoticedBeforeAnythingIsRead() throws Exception {
        open(null).close();
        assertThatThrownBy(() -> open(BotKey.random()))
                .isInstanceOf(UnusableDatabase.class)
                .hasMessageContaining("not the key that the database was made with");
        TestDatabase.POSTGRESQL.empty();
        assertThatThrownBy(() -> Database.open(TestDatabase.serverLocation(), BotKey.random(), TestDatabase.CLOCK))
                .isInstanceOf(UnusableDatabase.class)
                .hasMessageContaining("not the key that the database was made with");
    }

    @Test
    void aDatabaseWhoseKeyFileIsGoneGetsNoNewOne() throws Exception {
        try (Database database = open(null)) {
            database.conversations().commit(List.of(Fixtures.firstTurn(Fixtures.conversationOf("ana"), "u1")));
        }
        Files.move(folder.resolve("key"), folder.resolve("elsewhere"));
        assertThatThrownBy(() -> open(null))
                .isInstanceOf(UnusableDatabase.class)
                .hasMessageContaining("put the file key back into " + folder)
                .hasMessageContaining("BOT_KEY");
        assertThat(folder.resolve("key")).doesNotExist();
    }

    @Test
    void aServerNeedsAKeyThatIsSet() throws Exception {
        DatabaseLocation server = TestDatabase.serverLocation();
        assertThatThrownBy(() -> Database.open(server, null, TestDatabase.CLOCK))
                .isInstanceOf(UnusableDatabase.class)
                .hasMessageContaining("BOT_KEY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "secret", "AAECAwQFBgcICQoLDA0ODw==", "not Base64 at all, but long enough for a key it is"})
    void aTextThatIsNoKeyIsRefusedWithTheWayToMakeOne(String text) {
        assertThatThrownBy(() -> BotKey.of(text, "BOT_KEY"))
                .isInstanceOf(UnusableDatabase.class)
                .hasMessageStartingWith("BOT_KEY does not hold a key")
                .hasMessageContaining("openssl rand -base64 32");
    }

    @Test
    void keysAreDerivedAsTheStandardSays() throws Exception {
        String bytes = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
        // Computed with another implementation of RFC 5869: no salt, with this project's name and the use as the info.
        assertThat(HexFormat.of().formatHex(BotKey.of(bytes, "").derive("tea")))
                .isEqualTo("5a47d62fa2e1149739ca05cc7101929d327547dffb196b60b4bc525160b09ac6");
        assertThat(BotKey.of(bytes, "").derive("tea"))
                .isNotEqualTo(BotKey.of(bytes, "").derive("milk"));
    }

    private Database open(@org.jspecify.annotations.Nullable BotKey key) throws UnusableDatabase {
        return Database.open(here, key, TestDatabase.CLOCK);
    }
}
