package org.campaignbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.campaignbot.people.Person;
import org.campaignbot.testkit.telegram.MiniAppData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Vectors of a made-up bot; their hashes were computed with Python's hmac and with openssl, which agree. */
class InitDataTest {

    private static final String TOKEN = "7000000001:AAMadeUpTokenOfTheVectors-0123456789a";
    private static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");
    private static final Person PERSON = new Person("telegram", "279058397");

    private static final String HASH = "5df1226eff0c85923da5c228995c82cce5ce2d4e6119305fea47010cf292b99a";

    /** With a name that needs every kind of escape. */
    private static final String FIELDS = "query_id=AAHdF6IQAAAAAN0XohDhrOrc"
            + "&user=%7B%22id%22%3A279058397%2C%22first_name%22%3A%22Vladislav%20%2B%20%26%3D%22%2C%22last_name%22%3A%22"
            + "%C3%91and%C3%BA%20%F0%9F%90%A6%22%2C%22language_code%22%3A%22es%22%2C%22photo_url%22%3A%22https%3A%5C%2F"
            + "%5C%2Ft.me%5C%2Fi%5C%2Fuserpic%5C%2F320%5C%2Fx.svg%22%7D&auth_date=1795539600"
            + "&signature=zL-ucjNyREiHDE8aihFwpfR9aggP2xiAo3NSpfe-p7IbCisNlDKlo7Kb6G4D0Ao2mBrSgEk4maLSdv6MLIlADQ";

    private static final String WHOLE = FIELDS + "&hash=" + HASH;

    private static Optional<InitData> at(Instant now, String sent) {
        return InitData.verified(sent, TOKEN, now);
    }

    @Test
    void whatTelegramSignedNamesThePerson() {
        assertThat(at(NOON, WHOLE)).contains(new InitData(PERSON, HASH, NOON.plus(Duration.ofMinutes(5))));
        assertThat(at(NOON, WHOLE.replace("%20", "+")))
                .as("the other way to write a space")
                .isEqualTo(at(NOON, WHOLE));
        assertThat(at(NOON, "hash=" + HASH + "&" + FIELDS))
                .as("in another order")
                .isEqualTo(at(NOON, WHOLE));
        assertThat(at(
                                NOON,
                                "auth_date=1795539600&user=%7B%22id%22%3A279058397%2C%22first_name%22%3A%22A%22%7D"
                                        + "&hash=b49ded0e9bcd932755b10a04e57b0a9fa12bd14f8128c017bd44381fd4efd9f5")
                        .map(InitData::person))
                .as("from an app that is older than the field signature")
                .contains(PERSON);
    }

    @Test
    void itIsGoodForFiveMinutesAndAClockMayBeAMinuteBehind() {
        assertThat(at(NOON.plus(Duration.ofMinutes(5)), WHOLE)).isPresent();
        assertThat(at(NOON.plus(Duration.ofMinutes(5)).plusMillis(1), WHOLE)).isEmpty();
        assertThat(at(NOON.minus(Duration.ofMinutes(1)), WHOLE)).isPresent();
        assertThat(at(NOON.minus(Duration.ofMinutes(1)).minusMillis(1), WHOLE)).isEmpty();
    }

    @Test
    void anAlteredFieldAMissingHashAndAnotherBotProveNothing() {
        assertThat(at(NOON, WHOLE.replace("279058397", "279058398"))).isEmpty();
        assertThat(at(NOON, WHOLE.replace("1795539600", "1795539601"))).isEmpty();
        assertThat(at(NOON, WHOLE.replace("signature=zL", "signature=zM"))).isEmpty();
        assertThat(at(NOON, WHOLE.replaceFirst("&signature=[^&]*", ""))).isEmpty();
        assertThat(at(NOON, WHOLE + "&more=1")).isEmpty();
        assertThat(at(NOON, FIELDS)).isEmpty();
        assertThat(at(NOON, FIELDS + "&hash=")).isEmpty();
        assertThat(at(NOON, FIELDS + "&hash=" + HASH.substring(0, 62))).isEmpty();
        assertThat(at(NOON, FIELDS + "&hash=" + HASH.toUpperCase(Locale.ROOT))).isEmpty();
        assertThat(at(NOON, FIELDS + "&hash=fcf8a41cdfb67c300d9e4e05b1fc6b2e6e627d74ab146bd99c288316b6fffc1e"))
                .as("signed with the token of 7000000002")
                .isEmpty();
        assertThat(InitData.verified(WHOLE, "7000000002:AAMadeUpTokenOfAnotherBot-0123456789", NOON))
                .isEmpty();
    }

    @Test
    void aFieldThatStandsThereTwiceProvesNothing() {
        assertThat(at(NOON, WHOLE + "&auth_date=1795539600")).isEmpty();
        assertThat(at(NOON, "user=%7B%22id%22%3A1%7D&" + WHOLE)).isEmpty();
        assertThat(at(NOON, "%75ser=%7B%22id%22%3A1%7D&" + WHOLE)).isEmpty();
        assertThat(at(NOON, WHOLE + "&hash=" + HASH)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "auth_date=1795539600&hash=dd555acd7b335c45cfcedaca835f1ae2b0b498d398dddbbe44562788375e6d35",
                "auth_date=1795539600&user=%7B%22id%22%3A%22279058397%22%7D"
                        + "&hash=25cc075d919b95946daddd5ec417cdadf2f14e446b4775e2b316924286eaeada",
                "auth_date=17955396e2&user=%7B%22id%22%3A279058397%2C%22first_name%22%3A%22A%22%7D"
                        + "&hash=f1e0082589efe2644dfcb3d97ec9034762ae4a8d0720e3acd80120b5f20defd4",
                "auth_date=1795539600&user=nonsense"
                        + "&hash=986838feaf567052d174b0a41b26fdcf0f591db18751561cde5020d7c2c75c1b"
            })
    void whatIsSignedButNamesNobodyOrNoTimeIsRefused(String signed) {
        assertThat(at(NOON, signed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&", "=", "hash", "a=%", "a=%zz", "hash=%C3%28", "user=1&&hash=2"})
    void whatIsNoListOfFieldsIsRefused(String sent) {
        assertThat(at(NOON, sent)).isEmpty();
    }

    @Test
    void aMegabyteIsRefusedUnread() {
        assertThat(at(NOON, WHOLE + "&a=" + "a".repeat(1 << 20))).isEmpty();
        assertThat(at(NOON, WHOLE + "&".repeat(1 << 20))).isEmpty();
    }

    @Test
    void theFakeOfTelegramSignsAsTelegramDoes() {
        String sent = MiniAppData.signed(org.campaignbot.testkit.telegram.Person.of(279058397), "AAH1", NOON, TOKEN);
        assertThat(at(NOON, sent).map(InitData::person)).contains(PERSON);
    }
}
