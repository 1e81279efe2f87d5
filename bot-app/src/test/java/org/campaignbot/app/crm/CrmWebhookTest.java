package org.campaignbot.app.crm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.campaignbot.app.config.CrmSettings;
import org.campaignbot.content.refresh.PublicHosts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrmWebhookTest {

    private static final Instant NOW = Instant.parse("2026-11-24T15:00:00Z");
    private static final String BODY =
            CrmWebhook.body("id-of-one-event", CrmWebhook.PING, NOW, "welcoming-communities", Map.of());

    @SuppressWarnings("NullAway.Init") // set before each test
    private Receiver receiver;

    @BeforeEach
    void listen() throws IOException {
        receiver = new Receiver(InstantSource.fixed(NOW));
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    private CrmWebhook webhook(Duration longest) throws Exception {
        CrmSettings settings = receiver.settings();
        return new CrmWebhook(settings, new PublicHosts(settings.localHost()), longest);
    }

    private CrmWebhook.Answer post() throws Exception {
        return webhook(Duration.ofSeconds(5)).post(BODY, NOW);
    }

    private static CrmWebhook to(String address) {
        return new CrmWebhook(new CrmSettings(address, Receiver.SECRET, ""));
    }

    @Test
    void anEventIsAnObjectOfOneLine() {
        assertThat(BODY)
                .isEqualTo("{\"id\":\"id-of-one-event\",\"event\":\"ping\",\"made\":\"2026-11-24T15:00:00Z\","
                        + "\"campaign\":\"welcoming-communities\",\"data\":{}}");
    }

    /** Made with: printf '1795532400.{"id":1}' | openssl dgst -sha256 -hmac "$CRM_SECRET". */
    @Test
    void theSignatureIsTheHmacOfTimeAndBody() throws Exception {
        assertThat(webhook(Duration.ofSeconds(5)).signature(NOW, "{\"id\":1}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("t=1795532400,v1=4956dc8f3b0314d8c90fbb21c17aead21f9fc16adce00e61d857ce91047d9af1");
    }

    @Test
    void aReceiverThatChecksTheSignatureTakesIt() throws Exception {
        assertThat(post()).isEqualTo(new CrmWebhook.Answer(true, "it answered 204"));
        assertThat(receiver.bodies()).containsExactly(BODY);
        assertThat(receiver.refusals()).isEmpty();
    }

    @Test
    void aSignatureThatIsOldIsRefused() throws Exception {
        assertThat(webhook(Duration.ofSeconds(5)).post(BODY, NOW.minus(Duration.ofMinutes(6))))
                .isEqualTo(new CrmWebhook.Answer(false, "it answered 403"));
        assertThat(receiver.refusals()).containsExactly("an old signature");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 410, 429, 500, 503})
    void onlySuccessCounts(int status) throws Exception {
        receiver.next(Receiver.status(status));
        assertThat(post()).isEqualTo(new CrmWebhook.Answer(false, "it answered " + status));
        assertThat(receiver.bodies()).hasSize(1);
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        receiver.next(Receiver.redirect("/elsewhere"));
        assertThat(post()).isEqualTo(new CrmWebhook.Answer(false, "it answered 307, and a redirect isn't followed"));
        assertThat(receiver.bodies()).hasSize(1);
    }

    @Test
    void aReceiverThatGivesNoAnswerIsNotWaitedFor() throws Exception {
        receiver.next(receiver.mute());
        assertThat(webhook(Duration.ofSeconds(1)).post(BODY, NOW))
                .isEqualTo(new CrmWebhook.Answer(false, "it gave no answer within 1 seconds"));
    }

    @Test
    void anAnswerWithoutEndIsNotRead() throws Exception {
        receiver.next(Receiver.endless(200));
        receiver.next(Receiver.endless(500));
        assertThat(post()).isEqualTo(new CrmWebhook.Answer(true, "it answered 200"));
        assertThat(post()).isEqualTo(new CrmWebhook.Answer(false, "it answered 500"));
    }

    @Test
    void aConnectionThatBreaksIsNotTriedASecondTimeByItself() throws Exception {
        receiver.next(Receiver.cutOff());
        CrmWebhook.Answer answer = post();
        assertThat(answer.isTaken()).isFalse();
        assertThat(answer.words()).startsWith("there's no connection (");
        assertThat(receiver.bodies()).hasSize(1);
    }

    @Test
    void aLargeEventIsNotSent() throws Exception {
        assertThat(webhook(Duration.ofSeconds(5))
                        .post("x".repeat(64 * 1024 + 1), NOW)
                        .words())
                .isEqualTo("it has more than 64 KB, which isn't sent");
        assertThat(receiver.bodies()).isEmpty();
        assertThat(receiver.refusals()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://localhost/",
                "https://[::1]/",
                "https://10.1.2.3/",
                "https://169.254.169.254/",
                "https://[fe80::1]/",
                "https://[fd00::1]/"
            })
    void anAddressOfThisMachineOrAPrivateNetworkIsNotAsked(String address) {
        assertThat(to(address).post(BODY, NOW).words())
                .isEqualTo("its host is this machine or in a private network; CRM_LOCAL_HOST allows one host, if that's"
                        + " meant");
    }

    /** The name means a public address when it's looked up, and this machine when Java connects. */
    @Test
    void aNameThatTurnsIntoAnAddressOfThisMachineGetsNothing() throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CrmSettings settings =
                    new CrmSettings("https://localhost:" + listening.getLocalPort() + "/", Receiver.SECRET, "");
            PublicHosts hosts = new PublicHosts("", host -> new InetAddress[] {InetAddress.getByName("8.8.8.8")});
            assertThat(new CrmWebhook(settings, hosts, Duration.ofSeconds(5))
                            .post(BODY, NOW)
                            .words())
                    .startsWith("its host is this machine or in a private network");
        }
    }

    @Test
    void nothingSecretIsInWhatIsSaid() throws Exception {
        receiver.next(Receiver.cutOff());
        CrmSettings settings = receiver.settings();
        assertThat(post() + " " + settings + " " + new CrmWebhook(settings).host())
                .doesNotContain(Receiver.SECRET, "s3cretpath");
    }
}
