package org.campaignbot.conversation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Step;
import org.campaignbot.flow.Target;
import org.jspecify.annotations.Nullable;

/** Tracks the path of a walk: the waiting question, the ones before it, and where each target leads from there. */
final class Navigation {

    /** How many questions you can go back through. */
    private static final int TRAIL = 8;

    private final Pack pack;
    private final Deque<State.Place> trail;
    private State.@Nullable Asked asked;
    private boolean brief;

    Navigation(Pack pack, State before) {
        this.pack = pack;
        this.trail = new ArrayDeque<>(before.trail());
        this.asked = before.asked();
    }

    /** The waiting question, or null. */
    State.@Nullable Asked asked() {
        return asked;
    }

    /** The questions before it, latest last. */
    List<State.Place> trail() {
        return List.copyOf(trail);
    }

    /** Whether to ask the question again in a few words. */
    boolean isBrief() {
        return brief;
    }

    /** Waits at a question from now on; the previous one stays reachable by going back. */
    void waitAt(FlowPosition flowPosition, Shape shape) {
        String flow = flowPosition.flow().name();
        String step = flowPosition.step().name();
        if (asked != null && !asked.place().isAt(flow, step)) {
            trail.addLast(asked.place());
            if (trail.size() > TRAIL) {
                trail.removeFirst();
            }
        }
        asked = new State.Asked(new State.Place(flow, step, flowPosition.returns()), shape);
    }

    /** Stops waiting and clears the trail. */
    void end() {
        asked = null;
        trail.clear();
    }

    /** Where a target leads from a flow, or null if the run ends. */
    @Nullable
    FlowPosition toward(@Nullable Flow flow, Target target, List<State.Mark> returns) {
        if (target instanceof Target.ToStep to) {
            Flow here = Objects.requireNonNull(flow);
            return new FlowPosition(
                    here, Objects.requireNonNull(here.step(to.step()), () -> "no step " + to.step()), returns);
        } else if (target instanceof Target.ToFlow to) {
            return first(to.flow());
        } else if (target instanceof Target.Return) {
            return back(flow, returns);
        } else if (target instanceof Target.Resume || target instanceof Target.Repeat) {
            brief = target instanceof Target.Repeat;
            return interrupted(flow);
        } else if (target instanceof Target.Back) {
            return before();
        } else if (target instanceof Target.Menu) {
            return first(pack.menu());
        } else if (target instanceof Target.End) {
            end();
        }
        return null;
    }

    /** The first step of a flow. */
    FlowPosition first(String flowName) {
        Flow flow = Objects.requireNonNull(pack.flow(flowName), () -> "no flow named " + flowName);
        return new FlowPosition(flow, flow.first(), List.of());
    }

    private FlowPosition back(@Nullable Flow from, List<State.Mark> returns) {
        for (int last = returns.size() - 1; last >= 0; last--) {
            State.Mark mark = returns.get(last);
            Flow flow = pack.flow(mark.flow());
            Step step = flow == null ? null : flow.step(mark.step());
            if (flow != null && step != null) {
                return new FlowPosition(flow, step, returns.subList(0, last));
            }
        }
        brief = true;
        return interrupted(from);
    }

    /** The question that a flow interrupted: the waiting one, or the latest before the flow asked its own. */
    private FlowPosition interrupted(@Nullable Flow flow) {
        if (flow != null) {
            leave(flow.name());
        }
        return again(asked == null ? null : asked.place());
    }

    /** Goes back from the questions of a flow to the one that it interrupted, without asking it again. */
    void leave(String flow) {
        while (asked != null && belongs(asked.place(), flow)) {
            State.Place earlier = trail.pollLast();
            asked = earlier == null ? null : new State.Asked(earlier, new Shape(0, List.of()));
        }
    }

    /** The question that the waiting one's flow interrupted, or null. */
    State.@Nullable Place beneath() {
        String asking = asked == null ? "" : asked.place().flow();
        State.Place beneath = null;
        for (State.Place place : trail) {
            beneath = belongs(place, asking) ? beneath : place;
        }
        return beneath;
    }

    /** Whether a question belongs to a flow, or to a flow it visited. */
    static boolean belongs(State.Place place, String flow) {
        return place.flow().equals(flow)
                || place.returns().stream().anyMatch(mark -> mark.flow().equals(flow));
    }

    private FlowPosition before() {
        State.Place earlier = trail.pollLast();
        if (earlier == null) {
            return first(Repair.NOTHING_BEFORE);
        }
        asked = null;
        return again(earlier);
    }

    private FlowPosition again(State.@Nullable Place place) {
        Drift drift = place == null ? new Drift.Gone() : Drift.of(pack, place.flow(), place.step());
        List<State.Mark> returns = place == null ? List.of() : place.returns();
        if (drift instanceof Drift.Present present) {
            return new FlowPosition(present.flow(), present.step(), returns);
        } else if (drift instanceof Drift.Renamed renamed) {
            return new FlowPosition(renamed.flow(), renamed.step(), returns);
        } else if (drift instanceof Drift.Moved moved) {
            return new FlowPosition(moved.flow(), moved.step(), returns);
        }
        asked = null;
        return first(pack.menu());
    }
}
