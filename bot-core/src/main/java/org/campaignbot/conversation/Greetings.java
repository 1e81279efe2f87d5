package org.campaignbot.conversation;

import java.util.Objects;
import org.campaignbot.conversation.Understanding.Destination;
import org.jspecify.annotations.Nullable;

/** Decides what a greeting and "never mind" lead to, which depends on the question that waits. */
final class Greetings {

    private final FlowRun flowRun;

    Greetings(FlowRun flowRun) {
        this.flowRun = flowRun;
    }

    /**
     * The flow that words start. A greeting opens the conversation unless one is going on, and "never mind" goes back to the question
     * before unless it's about what was just asked beside the waiting one, or offered as a meaning.
     */
    @Nullable
    String flow(@Nullable String flow) {
        boolean isBack = Repair.BACK.equals(flow) && flowRun.isOfferLeft();
        if (Repair.NEVER_MIND.equals(flow) || (isBack && flowRun.pack().flow(Repair.NEVER_MIND) != null)) {
            return flowRun.answeredBeside() || flowRun.isOfferLeft() ? Repair.NEVER_MIND : Repair.BACK;
        }
        return Repair.HELLO.equals(flow) ? hello() : flow;
    }

    /** The same for words that are taken for a greeting: they never lose the waiting question. */
    Destination destination(Destination to) {
        String start = flowRun.pack().start();
        boolean isGreeting = to.flow().equals(start) || to.flow().equals(Repair.HELLO);
        return isGreeting || to.flow().equals(Repair.NEVER_MIND)
                ? new Destination(Objects.requireNonNull(flow(isGreeting ? Repair.HELLO : to.flow())), null)
                : to;
    }

    /** How to greet: at the start's own question there's nothing yet to come back to. */
    private String hello() {
        String start = flowRun.pack().start();
        if (flowRun.asked() == null) {
            return start;
        }
        return flowRun.isAsking(start) && flowRun.pack().flow(Repair.FIRST_HELLO) != null
                ? Repair.FIRST_HELLO
                : Repair.HELLO;
    }
}
