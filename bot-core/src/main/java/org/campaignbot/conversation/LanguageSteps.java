package org.campaignbot.conversation;

import java.util.List;
import java.util.Set;
import org.campaignbot.conversation.JavaStep.Result;
import org.campaignbot.flow.Value;
import org.campaignbot.people.Language;

/** The step that switches between English and Spanish, for a button that offers the other language. */
public final class LanguageSteps {

    private LanguageSteps() {}

    /** All of them. */
    public static List<JavaStep> all() {
        return List.of(new JavaStep(
                "language.switch",
                "Switches the conversation from Spanish to English, or from any other language to Spanish.",
                Set.of(),
                Set.of("switched"),
                StepValue.of("language=en|es"),
                LanguageSteps::switched));
    }

    private static Result switched(JavaStep.Input input) {
        Language other = input.language().equals(Language.SPANISH) ? Language.ENGLISH : Language.SPANISH;
        return Result.of("switched").with(FactBook.LANGUAGE, new Value.Text(other.code()));
    }
}
