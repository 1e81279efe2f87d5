package org.campaignbot.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.campaignbot.app.config.ServerSettings.Reading;
import org.campaignbot.storage.sql.DatabaseLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretFilesTest {

    private static final String TOKEN = "1234567:AAHf_secret-part-of-a-token";
    private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    @TempDir
    Path folder;

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private static Reading read(String... pairs) {
        Map<String, String> environment = new HashMap<>(Map.of("BOT_CONTENT", "../content"));
        for (int i = 0; i < pairs.length; i += 2) {
            environment.put(pairs[i], pairs[i + 1]);
        }
        return ServerSettings.read(environment);
    }

    private static List<String> problems(String... pairs) {
        Reading reading = read(pairs);
        assertThat(reading).isInstanceOf(Reading.Unusable.class);
        return ((Reading.Unusable) reading).problems();
    }

    @Test
    void aSecretIsReadFromTheFileThatItsNameWithFileGives() throws IOException {
        Reading reading = read(
                "TELEGRAM_TOKEN_FILE", file("token", TOKEN + "\n"),
                "DATABASE_URL_FILE", file("url", "postgresql://ana:word@db/bot\n"),
                "BOT_KEY_FILE", file("botkey", KEY + "\r\n"));
        assertThat(reading).isInstanceOf(Reading.Usable.class);
        ServerSettings settings = ((Reading.Usable) reading).settings();
        assertThat(Objects.requireNonNull(settings.telegram()).token()).isEqualTo(TOKEN);
        assertThat(settings.storage().location()).isInstanceOf(DatabaseLocation.Server.class);
        assertThat(settings.storage().key()).isNotNull();
    }

    @Test
    void commandsThatNeedOnlyTheDatabaseReadFilesToo() throws Exception {
        Map<String, String> environment = Map.of(
                "DATABASE_URL_FILE", file("url", "postgresql://ana:word@db/bot\n"), "BOT_KEY_FILE", file("k", KEY));
        assertThat(StorageSettings.of(environment).location()).isInstanceOf(DatabaseLocation.Server.class);
        assertThatThrownBy(() -> StorageSettings.of(Map.of("BOT_KEY_FILE", "/nowhere/secretq")))
                .isInstanceOf(SettingProblem.class)
                .hasMessageContaining("BOT_KEY_FILE names a file that isn't there")
                .hasMessageNotContaining("secretq");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TELEGRAM_TOKEN",
                "TELEGRAM_WEBHOOK_SECRET",
                "SLACK_BOT_TOKEN",
                "SLACK_APP_TOKEN",
                "SLACK_SIGNING_SECRET",
                "SLACK_CLIENT_SECRET",
                "BOT_KEY",
                "BOT_KEY_PREVIOUS",
                "DATABASE_URL",
                "OPS_TOKEN"
            })
    void noFileThatCannotBeUsedIsQuoted(String secret) throws IOException {
        String name = secret + "_FILE";
        assertThat(problems(name, "secretq"))
                .containsExactly(name + " names a file that isn't there. Set it to the path of"
                        + " the file that holds the secret, not to the secret itself.");
        assertThat(problems(name, file("empty", " \n")))
                .containsExactly(name + " names an empty file. Put the secret into it.");
        assertThat(problems(name, file("large", "x".repeat(4_097))))
                .singleElement()
                .asString()
                .contains("more than 4096 bytes");
        assertThat(problems(name, folder.toString())).singleElement().asString().contains("a folder or a device");
        assertThat(problems(name, "/dev/zero")).singleElement().asString().contains("a folder or a device");
        assertThat(problems(name, file("good", TOKEN), secret, "secretq"))
                .containsExactly(secret + " and " + name + " are both set. Keep one of them.");
    }

    @Test
    void aMisspelledNameOfAFileIsFound() throws IOException {
        assertThat(problems("TELEGRAM_TOKN_FILE", file("token", TOKEN)))
                .anySatisfy(each -> assertThat(each).contains("did you mean TELEGRAM_TOKEN_FILE?"));
        assertThat(problems("DATABASE_ULR_FILE", file("url", "x")))
                .anySatisfy(each -> assertThat(each).contains("did you mean DATABASE_URL_FILE?"));
        assertThat(problems("SLACK_COMMAND_FILE", "x"))
                .anySatisfy(each -> assertThat(each).startsWith("SLACK_COMMAND_FILE isn't a setting of this bot"));
    }
}
