package org.campaignbot.storage.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.people.Address;
import org.campaignbot.people.Person;
import org.campaignbot.storage.sealing.BotKey;
import org.junit.jupiter.api.Test;

class IdentitiesTest {

    private static final Address CHAT = new Address("paper", "bot", "chat-1", null);
    private static final ConversationKey CONVERSATION = new ConversationKey(CHAT, new Person("paper", "person-1"));

    private Instant now = Instant.parse("2026-11-24T15:00:00Z");
    private final Identities identities = new Identities(Rings.of(BotKey.random()), () -> now);

    @Test
    void anIdleProcessForgetsWhoWroteAfterHalfAnHour() {
        identities.hash(CONVERSATION);
        identities.hash(CHAT);
        now = now.plus(Duration.ofMinutes(29));
        identities.dropExpired();
        assertThat(identities.remembered()).isEqualTo(2);

        now = now.plus(Duration.ofMinutes(2));
        identities.dropExpired();
        assertThat(identities.remembered()).isZero();
    }

    @Test
    void aForgottenNameHasTheSameHashAgain() {
        String before = identities.hash(CONVERSATION);
        now = now.plus(Duration.ofHours(1));
        assertThat(identities.hash(CONVERSATION)).isEqualTo(before);
    }
}
