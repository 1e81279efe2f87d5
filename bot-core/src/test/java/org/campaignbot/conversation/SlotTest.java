package org.campaignbot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Target;
import org.campaignbot.message.Choice;
import org.campaignbot.message.Message;
import org.campaignbot.message.Visibility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlotTest {

    private final TeaTalk talk = new TeaTalk();

    @BeforeEach
    void menusShareASlot() {
        Flow menu = TinyPack.flow(
                "menu",
                List.of("menu"),
                TinyPack.seen(
                        TinyPack.asking(
                                "menu",
                                "What now?",
                                TinyPack.answer("more", "More", new Target.ToFlow("more")),
                                TinyPack.answer("tea", "Tea", new Target.ToFlow("tea"))),
                        Visibility.EVERYONE,
                        "menu"));
        Flow more = TinyPack.flow(
                "more",
                List.of("more"),
                TinyPack.seen(
                        TinyPack.asking(
                                "list", "More of what?", TinyPack.answer("tea", "Tea", new Target.ToFlow("tea"))),
                        Visibility.EVERYONE,
                        "menu"));
        talk.packBecomes(TinyPack.with(menu, more));
    }

    @Test
    void aMessageWhoseStepsAllShareTheSlotBelongsToItAndItsButtonsSaySo() {
        talk.types("menu");

        Message shown = talk.last().messages().get(0);
        assertThat(shown.slot()).isEqualTo("menu");
        assertThat(pressed(shown, "More").isInSlot()).isTrue();
        assertThat(talk.presses("More")).isEqualTo("More of what?");
        assertThat(talk.last().messages().get(0).slot()).isEqualTo("menu");
    }

    @Test
    void whatWasSaidBesideAMenuIsNeverReplacedWithIt() {
        talk.types("tea");
        talk.types("1");
        assertThat(talk.types("1")).isEqualTo("Brewing. What now?");

        Message shown = talk.last().messages().get(0);
        assertThat(talk.last().messages()).hasSize(1);
        assertThat(shown.slot()).isNull();
        assertThat(pressed(shown, "More").isInSlot()).isFalse();
    }

    @Test
    void theButtonToTheMenuWorksFromASlotToo() {
        talk.types("more");
        assertThat(talk.presses("Main menu")).isEqualTo("What now?");
    }

    private static Event.Pressed pressed(Message message, String label) {
        return message.choices().stream()
                .map(Choice.Press.class::cast)
                .filter(press -> press.label().equals(label))
                .map(press -> new Event.Pressed(press.flow(), press.step(), press.answer()))
                .findFirst()
                .orElseThrow();
    }
}
