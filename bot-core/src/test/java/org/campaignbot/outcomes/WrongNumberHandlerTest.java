package org.campaignbot.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Effect;
import org.campaignbot.conversation.EffectHandler;
import org.campaignbot.conversation.TinyPack;
import org.campaignbot.memory.MemoryWrongNumbers;
import org.campaignbot.people.Address;
import org.campaignbot.people.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrongNumberHandlerTest {

    private static final ConversationKey ANA =
            new ConversationKey(new Address("terminal", "", "1", null), new Person("terminal", "ana"));

    private final MemoryWrongNumbers numbers = new MemoryWrongNumbers();

    private void happens(String name, Map<String, String> arguments) {
        for (EffectHandler handler :
                WrongNumberHandler.over(numbers, key -> key.person().id())) {
            if (handler.name().equals(name)) {
                handler.apply(ANA, new Effect(1, 0, name, TinyPack.NOON, arguments));
            }
        }
    }

    @Test
    void aReportIsCountedOnceAndWithdrawn() {
        happens("report-number", Map.of("number", "202-224-4451"));
        happens("report-number", Map.of("number", "202-224-4451"));
        assertThat(numbers.reported())
                .singleElement()
                .satisfies(each -> assertThat(each.count()).isEqualTo(1));
        happens("withdraw-number", Map.of("number", "202-224-4451"));
        assertThat(numbers.reported()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "my mother", "0", "202-224-4451; rm", "1234567890123456789012"})
    void whatIsNoNumberIsNotCounted(String text) {
        happens("report-number", Map.of("number", text));
        happens("report-number", Map.of());
        assertThat(numbers.reported()).isEmpty();
    }
}
