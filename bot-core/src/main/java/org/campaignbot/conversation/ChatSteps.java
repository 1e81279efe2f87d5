package org.campaignbot.conversation;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.campaignbot.conversation.JavaStep.Result;
import org.campaignbot.flow.Value;
import org.campaignbot.people.Language;

/** The steps of a chat itself: its language, and what waits in it. */
public final class ChatSteps {

    private ChatSteps() {}

    /** All of them. */
    public static List<JavaStep> all() {
        return List.of(
                new JavaStep(
                        "language.switch",
                        "Switches the conversation from Spanish to English, or from any other language to Spanish.",
                        Set.of(),
                        Set.of("switched"),
                        StepValue.of("language=en|es"),
                        ChatSteps::switched),
                new JavaStep(
                                "chat.waits",
                                "Says whether somebody typed for a flow whose question is already waiting, and so wants its next step.",
                                Set.of(JavaStep.Facts.TYPED, JavaStep.Facts.WAITING_FLOW),
                                Set.of("waits", "not"),
                                List.of(),
                                ChatSteps::waits)
                        .with("flow"));
    }

    private static Result waits(JavaStep.Input input) {
        boolean isTyped = input.facts().text(JavaStep.Facts.TYPED) != null;
        String waiting = input.facts().text(JavaStep.Facts.WAITING_FLOW);
        return Result.of(isTyped && Objects.equals(waiting, input.with().get("flow")) ? "waits" : "not");
    }

    private static Result switched(JavaStep.Input input) {
        Language other = input.language().equals(Language.SPANISH) ? Language.ENGLISH : Language.SPANISH;
        return Result.of("switched").with(FactBook.LANGUAGE, new Value.Text(other.code()));
    }
}
