package org.campaignbot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Value;
import org.campaignbot.message.Choice;
import org.junit.jupiter.api.Test;

class ClosedActionTest {

    private final TeaTalk talk = new TeaTalk();

    /** The tea pack, with tea as an action with a status. */
    private static Pack tea(String status) {
        Pack pack = TinyPack.pack();
        Map<String, Flow> flows = new LinkedHashMap<>(pack.flows());
        flows.put(
                Repair.CLOSED_ACTION,
                TinyPack.flow(
                        Repair.CLOSED_ACTION,
                        List.of(),
                        TinyPack.asking("instead", "{closed.title} is {closed.reason} since {closed.since}.")));
        Map<String, Value> records = Map.of(
                "drink-tea",
                new Value.Row(Map.of(
                        "kind", new Value.Text("action"),
                        "title", new Value.Text("Tea"),
                        "flow", new Value.Text("tea"),
                        "status", new Value.Text(status),
                        "as_of", new Value.Day(LocalDate.of(2026, 11, 20)))));
        return new Pack(
                pack.id(),
                status,
                pack.title(),
                pack.languages(),
                pack.start(),
                pack.menu(),
                pack.menuLabel(),
                flows,
                pack.facts(),
                records);
    }

    private List<String> labels() {
        return talk.last().messages().stream()
                .flatMap(message -> message.choices().stream())
                .map(Choice::label)
                .toList();
    }

    @Test
    void noAnswerLeadsToAClosedActionAndItsNameIsAnsweredTruly() {
        talk.packBecomes(tea("closed"));
        talk.types("hello");
        assertThat(labels()).containsExactly("My name");
        assertThat(talk.types("tea")).isEqualTo("Tea is closed since November 20, 2026.");
        assertThat(labels()).containsExactly("Main menu");
    }

    @Test
    void aNumberMeansWhatStoodOnTheScreen() {
        talk.packBecomes(tea("open"));
        talk.types("hello");
        talk.packBecomes(tea("closed"));
        assertThat(talk.types("1")).startsWith("Tea is closed");
        talk.types("menu");
        assertThat(talk.types("1")).isEqualTo("What is your name?");
    }

    @Test
    void aButtonThatIsStillOnTheScreenLeadsToTheTruth() {
        talk.packBecomes(tea("open"));
        talk.types("hello");
        talk.packBecomes(tea("closed"));
        assertThat(talk.presses("menu", "menu", "tea")).startsWith("Tea is closed");
    }

    @Test
    void whoWasInTheMiddleIsToldAtTheNextQuestionAndWhatTheyDidStillCounts() {
        talk.packBecomes(tea("open"));
        talk.types("tea");
        talk.types("green tea");
        talk.packBecomes(tea("closed"));
        assertThat(talk.types("with milk")).startsWith("Brewing.");
        assertThat(talk.last().effects()).extracting(Effect::name).containsExactly("count");
        talk.types("back");
        assertThat(talk.last().messages()).isNotEmpty();
    }

    @Test
    void aClosedActionIsNoneOfTheThingsThatMayBeMeant() {
        talk.packBecomes(tea("closed"));
        talk.types("hello");
        talk.types("something white");
        assertThat(labels()).containsExactly("A cup", "Main menu");
    }

    @Test
    void aRetargetedActionIsOpen() {
        talk.packBecomes(tea("retargeted"));
        talk.types("hello");
        assertThat(labels()).containsExactly("Tea", "My name");
    }
}
