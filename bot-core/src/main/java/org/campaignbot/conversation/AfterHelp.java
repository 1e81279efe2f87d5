package org.campaignbot.conversation;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Step;
import org.campaignbot.flow.Value;
import org.jspecify.annotations.Nullable;

/** What a conversation remembers of help in danger: that it was given, which help, and what was said last. */
final class AfterHelp {

    private final Pack pack;
    private final FactBook facts;
    private final Navigation navigation;

    AfterHelp(Pack pack, FactBook facts, Navigation navigation) {
        this.pack = pack;
        this.facts = facts;
        this.navigation = navigation;
    }

    /**
     * Whether help in danger was given in the last half hour, no question has been asked since, and the pack has words for what
     * comes then.
     */
    boolean isNow() {
        State.Asked waiting = navigation.asked();
        return facts.text(RepairFacts.HUSH) != null
                && pack.flow(Repair.AFTER_HELP) != null
                && (waiting == null || waiting.shape().isHidden());
    }

    /** Ends it: the person goes on with something else. */
    void end() {
        facts.clear(RepairFacts.HUSH);
        // The help stands between the person and what was asked before it.
        facts.clear(JavaStep.Facts.WAITING_FLOW);
    }

    /** Where that help is given once more, in another language; null if the pack no longer has it. */
    @Nullable
    FlowPosition again() {
        String[] names = facts.textOrEmpty(RepairFacts.HELP_SAID).split("/", 3);
        Flow flow = pack.flow(names[0]);
        Step step = flow == null || names.length < 2 ? null : flow.step(names[1]);
        if (flow == null || step == null) {
            return null;
        }
        // As if for the first time: people who couldn't read it need all of it.
        facts.clear(RepairFacts.HUSH);
        facts.clear(RepairFacts.HUSHED_FOR);
        facts.clear(RepairFacts.HELP_SAID);
        return new FlowPosition(flow, step, List.of());
    }

    /** The help that was given last, if that is what the talk is about; empty if not. */
    String given() {
        return isNow() ? Objects.requireNonNullElse(facts.text(RepairFacts.HUSHED_FOR), RepairFacts.HUSH) : "";
    }

    /** What the help that was given last says to a place; null if it says nothing, or no such help was given. */
    Understanding.@Nullable Destination atPlace() {
        String help = given();
        return pack.flows().values().stream()
                .filter(flow -> !flow.urgent().isEmpty() && isOf(flow, help))
                .filter(flow -> flow.steps().containsKey(Repair.AFTER_PLACE))
                .findFirst()
                .map(flow -> new Understanding.Destination(flow.name(), Repair.AFTER_PLACE))
                .orElse(null);
    }

    /** Whether the talk is about just this help, so that a line that offers it would only stand in the way. */
    boolean isAlreadyGiven(Understanding.Destination to) {
        String help = given();
        Flow flow = pack.flow(to.flow());
        return to.step() == null && flow != null && isOf(flow, help);
    }

    /** Whether help that goes by this name is given in a flow: by itself, or by one of its steps. */
    private static boolean isOf(Flow flow, String help) {
        return flow.name().equals(help) || flow.steps().containsKey(help);
    }

    /** Keeps in how many languages help is given, if any is. */
    void keepLanguages(boolean isLanguageKnown) {
        facts.keep(RepairFacts.HELP_LANGUAGES, new Value.Text(isLanguageKnown ? "one" : "both"));
    }

    /**
     * What to say instead of just the same as in the turn before; null if nothing.
     *
     * @param said the step that was said last in this turn, as {@code flow/step}
     */
    Understanding.@Nullable Destination insteadOf(String said) {
        String[] names = said.split("/", 3);
        Flow flow = pack.flow(names[0]);
        if (flow == null || names.length < 2 || !said.equals(facts.text(RepairFacts.HELP_SAID))) {
            return null;
        }
        return Stream.of(Repair.SAME + "-" + names[1], Repair.SAME)
                .filter(step -> flow.steps().containsKey(step))
                .findFirst()
                .map(step -> new Understanding.Destination(flow.name(), step))
                .orElse(null);
    }

    /** Notes the step that was said last, so that it isn't said twice in a row. */
    void note(String said) {
        if (facts.text(RepairFacts.HUSH) != null && pack.facts().containsKey(RepairFacts.HELP_SAID)) {
            facts.keep(RepairFacts.HELP_SAID, new Value.Text(said));
        }
    }
}
