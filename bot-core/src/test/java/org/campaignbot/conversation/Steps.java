package org.campaignbot.conversation;

import java.util.List;

/** The Java steps of a feature, for tests of one of them. */
public final class Steps {

    private Steps() {}

    /** The step with this name. */
    public static JavaStep named(String name, List<JavaStep> steps) {
        return steps.stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no step " + name));
    }
}
