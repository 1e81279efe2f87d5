package org.campaignbot.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.campaignbot.conversation.Engine;
import org.campaignbot.conversation.State;
import org.campaignbot.conversation.Turn;
import org.campaignbot.conversation.TurnInput;
import org.campaignbot.message.Fit;
import org.campaignbot.message.Message;
import org.campaignbot.message.Surface;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Measures pressing the buttons of one question in turn, from the saved state to messages that fit the tightest surface. */
@org.openjdk.jmh.annotations.State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
public class PressBenchmark {

    /**
     * Rounds over the whole pack before one question is measured: a bot serves all of them, so code optimized for one would be
     * unfair.
     */
    private static final int ROUNDS = 1_000;

    /** The question, as {@code flow/step}; {@link Measurements} supplies every one that a person can reach. */
    @Param("call/script")
    public String question = "";

    @SuppressWarnings("NullAway.Init") // JMH calls the setup first
    private Engine engine;

    @SuppressWarnings("NullAway.Init")
    private State state;

    private TurnInput[] presses = {};
    private int next;

    /** Walks to the question. */
    @Setup
    public void comeToTheQuestion(Blackhole hole) {
        engine = Shipped.campaign(Shipped.directory()).engine();
        List<Wait> waits = PackTour.waits(engine);
        for (int round = 0; round < ROUNDS; round++) {
            for (Wait wait : waits) {
                wait.inputs().forEach(turnInput -> press(wait.state(), turnInput, hole));
            }
        }
        Wait here = waits.stream()
                .filter(wait -> wait.question().equals(question))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody comes to a question " + question));
        state = here.state();
        presses = here.inputs().toArray(TurnInput[]::new);
    }

    /** Presses the next button. */
    @Benchmark
    public Turn press(Blackhole hole) {
        next = next + 1 < presses.length ? next + 1 : 0;
        return press(state, presses[next], hole);
    }

    private Turn press(State before, TurnInput turnInput, Blackhole hole) {
        Turn turn = engine.take(before, turnInput);
        for (Message message : turn.messages()) {
            hole.consume(Fit.fit(message, Surface.TIGHTEST));
        }
        return turn;
    }
}
