package org.campaignbot.testkit.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.campaignbot.testkit.fake.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class FakeBotApiMainTest {

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void anotherProcessPlaysThePeopleAndReadsTheLog(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("log.jsonl");
        FakeBotSettings settings = FakeBotApiMain.settings("--log", file.toString(), "--limits", "off", "--port", "0");
        try (FakeBotApi api = FakeBotApi.start(settings)) {
            api.control(new Control(api));
            BareBot bot = new BareBot(api);
            long said = control(api, "say", "{\"person\":5,\"text\":\"hi\"}")
                    .path("update_id")
                    .asLong(0);
            bot.withMarkup(5, "{\"inline_keyboard\":[[{\"text\":\"Yes\",\"callback_data\":\"y\"}]]}");
            long pressed = control(api, "press", "{\"person\":5,\"label\":\"Yes\"}")
                    .path("update_id")
                    .asLong(0);
            assertThat(pressed).isEqualTo(said + 1);
            JsonNode call = control(api, "log", "{\"since\":0}").path("calls").get(0);
            assertThat(call.path("buttons").get(0).get(0).path("label").asString())
                    .isEqualTo("Yes");
            assertThat(Files.readAllLines(file)).hasSize(1).first().asString().contains("\"method\":\"sendMessage\"");
            control(api, "fault", "{\"effect\":\"internal_error\",\"method\":\"sendMessage\"}");
            assertThat(bot.plain(5, "hello").status()).isEqualTo(500);
            assertThat(control(api, "status", "{}").path("pending").asInt(0)).isEqualTo(2);
            assertThat(control(api, "press", "{\"person\":5,\"label\":\"No\"}")
                            .path("error")
                            .asString())
                    .contains("Yes");
        }
    }

    @Test
    void whereOnlyNumbersAreKeptTheyAreStillTrue() throws Exception {
        FakeBotSettings settings = FakeBotApiMain.settings("--memory", "counts", "--limits", "off");
        try (FakeBotApi api = FakeBotApi.start(settings)) {
            BareBot bot = new BareBot(api);
            api.talk(Person.of(5)).says("hi");
            for (int sent = 0; sent < 40; sent++) {
                bot.plain(5, "message " + sent);
            }
            assertThat(api.log().messageCount(5L)).isEqualTo(40);
            assertThat(api.log().count("sendMessage")).isEqualTo(40);
            assertThat(api.log().calls()).isEmpty();
            assertThat(api.lastShown(5).text()).isEqualTo("message 39");
            assertThat(api.shown(5)).hasSizeLessThan(40);
        }
    }

    @Test
    void aProcessOfItsOwnEndsWithItsInput() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FakeBotApiMain.class.getName(),
                        "--token",
                        "1:abc")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var out = process.inputReader()) {
            String port = out.readLine();
            HttpRequest me = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/bot1:abc/getMe"))
                    .build();
            assertThat(client.send(me, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
            process.getOutputStream().close();
            assertThat(process.waitFor()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    private JsonNode control(FakeBotApi api, String action, String json) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(api.url() + "/control/" + action))
                .POST(BodyPublishers.ofString(json))
                .build();
        return Json.read(client.send(request, BodyHandlers.ofString()).body());
    }
}
