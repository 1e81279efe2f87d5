package org.campaignbot.testkit.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.campaignbot.testkit.fake.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class FakeSlackMainTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void anotherProcessPlaysThePeopleAndReadsWhatTheySee(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("log.jsonl");
        SlackSettings settings = FakeSlackMain.settings("--log", file.toString(), "--limits", "off", "--port", "0");
        try (FakeSlack slack = FakeSlack.start(settings);
                AppServer server = new AppServer()) {
            slack.control(new Control(slack));
            String token = control(slack, "workspace", "{}").path("token").asString("");
            server.answers(request -> AppServer.Reply.json("{\"challenge\":\"" + request.text("challenge") + "\"}"));
            assertThat(control(slack, "deliver", "{\"url\":\"" + server.url() + "\"}")
                            .path("verified")
                            .asBoolean(false))
                    .isTrue();
            AppServer.Taken challenge = server.next(SOON);
            assertThat(challenge.text("type")).isEqualTo("url_verification");
            server.answers(request -> AppServer.Reply.OK);
            control(slack, "say", "{\"person\":\"U0ANA\",\"text\":\"hi\"}");
            assertThat(server.next(SOON).event().path("text").asString("")).isEqualTo("hi");
            BareApp app = new BareApp(slack, token);
            app.asks("U0ANA", "Which?", "Call");
            JsonNode sight = control(slack, "see", "{\"person\":\"U0ANA\"}");
            assertThat(sight.path("messages").path(1).path("labels").path(0).asString(""))
                    .isEqualTo("Call");
            assertThat(control(slack, "see", "{\"person\":\"U0BEN\"}")
                            .path("messages")
                            .isEmpty())
                    .isTrue();
            server.next(SOON);
            control(slack, "press", "{\"person\":\"U0ANA\",\"label\":\"Call\"}");
            assertThat(server.next(SOON).text("type")).isEqualTo("block_actions");
            assertThat(control(slack, "press", "{\"person\":\"U0ANA\",\"label\":\"Write\"}")
                            .path("error")
                            .asString(""))
                    .contains("Call");
            assertThat(Files.readAllLines(file)).singleElement().asString().contains("chat.postMessage");
            assertThat(control(slack, "log", "{\"since\":0}").path("calls").size())
                    .isEqualTo(1);
            String link = slack.authorizeUrl() + "?client_id=" + SlackSettings.CLIENT_ID
                    + "&scope=chat:write&redirect_uri=http://localhost:1/done&state=s";
            assertThat(control(
                                    slack,
                                    "approve",
                                    "{\"team\":\"T0OTHER\",\"person\":\"U0CAT\",\"link\":\"" + link + "\"}")
                            .path("location")
                            .asString(""))
                    .startsWith("http://localhost:1/done?code=");
            control(slack, "fault", "{\"effect\":\"error\",\"error\":\"fatal_error\"}");
            assertThat(app.says("U0ANA", "hi").error()).isEqualTo("fatal_error");
            assertThat(control(slack, "status", "{}").path("violations").isEmpty())
                    .isTrue();
        }
    }

    @Test
    void whereOnlyNumbersAreKeptTheyAreStillTrue() throws Exception {
        SlackSettings settings = FakeSlackMain.settings("--memory", "counts", "--limits", "off");
        try (FakeSlack slack = FakeSlack.start(settings)) {
            Workspace acme = slack.workspace("T0ACME");
            Talk ana = acme.talk(Person.of("U0ANA"));
            BareApp app = new BareApp(slack, acme.botToken());
            for (int sent = 0; sent < 40; sent++) {
                app.says(ana.channel(), "message " + sent);
            }
            assertThat(slack.log().messageCount(ana.channel())).isEqualTo(40);
            assertThat(slack.log().calls()).isEmpty();
            assertThat(ana.lastShown().text()).isEqualTo("message 39");
            assertThat(ana.shown()).hasSizeLessThan(40);
        }
    }

    @Test
    void aProcessOfItsOwnEndsWithItsInput() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FakeSlackMain.class.getName(),
                        "--limits",
                        "off")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var out = process.inputReader()) {
            String url = "http://127.0.0.1:" + out.readLine();
            HttpRequest call = HttpRequest.newBuilder(URI.create(url + "/api/auth.test"))
                    .POST(BodyPublishers.noBody())
                    .build();
            assertThat(client.send(call, BodyHandlers.ofString()).body()).contains("not_authed");
            process.getOutputStream().close();
            assertThat(process.waitFor()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    private JsonNode control(FakeSlack slack, String action, String json) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(slack.url() + "/control/" + action))
                .POST(BodyPublishers.ofString(json))
                .build();
        return Json.read(client.send(request, BodyHandlers.ofString()).body());
    }
}
