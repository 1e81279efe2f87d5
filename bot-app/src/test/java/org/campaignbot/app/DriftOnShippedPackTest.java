package org.campaignbot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.campaignbot.app.config.Shipped;
import org.campaignbot.content.chat.PackEdit;
import org.campaignbot.conversation.Engine;
import org.campaignbot.conversation.Event;
import org.campaignbot.conversation.Turn;
import org.campaignbot.flow.Pack;
import org.campaignbot.message.Choice;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Edits every question of the shipped pack while a person is at it: no exceptions, and no wrong answer is accepted. */
class DriftOnShippedPackTest {

    @TestFactory
    Stream<DynamicContainer> noEditOfAQuestionMakesAnAnswerMeanAnother() {
        return Wait.atEveryQuestion().stream()
                .map(wait -> DynamicContainer.dynamicContainer(
                        wait.flow() + "/" + wait.step(),
                        edits(wait).entrySet().stream()
                                .map(edit -> DynamicTest.dynamicTest(
                                        edit.getKey(), () -> answerAll(wait, edit.getValue())))));
    }

    private static Map<String, Pack> edits(Wait wait) {
        Pack pack = wait.pack();
        Map<String, Pack> edits = new LinkedHashMap<>();
        edits.put("unchanged", pack);
        edits.put("renamed", PackEdit.rename(pack, wait.flow(), wait.step(), "renamed", false));
        edits.put("renamed and said so", PackEdit.rename(pack, wait.flow(), wait.step(), "renamed", true));
        edits.put("removed", PackEdit.remove(pack, wait.flow(), wait.step(), ""));
        edits.put("retired", PackEdit.remove(pack, wait.flow(), wait.step(), "gone-from-" + wait.step()));
        edits.put("reordered", PackEdit.reorder(pack, wait.flow(), wait.step()));
        edits.put("reworded", PackEdit.reword(pack, wait.flow(), wait.step()));
        edits.put(
                "reordered and reworded",
                PackEdit.reorder(PackEdit.reword(pack, wait.flow(), wait.step()), wait.flow(), wait.step()));
        return edits;
    }

    /** Answers by press, by number and by label; any accepted answer must have been on the screen. */
    private static void answerAll(Wait wait, Pack edited) {
        Engine engine = Shipped.CAMPAIGN.engine(edited);
        for (int i = 0; i < wait.choices().size(); i++) {
            Choice.Press choice = wait.choices().get(i);
            for (Event event : List.of(
                    new Event.Pressed(choice.flow(), choice.step(), choice.answer()),
                    new Event.Typed(Integer.toString(i + 1)),
                    new Event.Typed(choice.label()))) {
                Turn turn = Wait.take(engine, wait.state(), event, wait.now());
                assertThat(turn.messages()).as("%s", event).isNotEmpty();
                assertThat(answersTaken(turn, wait.flow())).as("%s", event).isSubsetOf(nameOf(choice, wait));
            }
        }
        assertThat(Wait.take(engine, wait.state(), new Event.Typed("99"), wait.now())
                        .messages())
                .isNotEmpty();
    }

    private static List<String> nameOf(Choice.Press choice, Wait wait) {
        String name = new Event.Pressed(choice.flow(), choice.step(), choice.answer()).named();
        return List.of(wait.answers().contains(name) ? name : "options");
    }

    /** The answers to the flow's questions that a turn accepted, by the last part of their names. */
    private static List<String> answersTaken(Turn turn, String flow) {
        List<String> taken = new ArrayList<>();
        for (String path : turn.path()) {
            String[] names = path.split("/", -1);
            if (names.length == 3 && names[0].equals(flow)) {
                taken.add(names[2]);
            }
        }
        return taken;
    }
}
