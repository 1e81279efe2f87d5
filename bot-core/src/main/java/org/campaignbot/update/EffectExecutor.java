package org.campaignbot.update;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * How the effects of turns are carried out once the turns are committed.
 *
 * @param thread runs them: the thread of the turn itself, or another one, so that the platform gets its answer meanwhile
 * @param together runs some work and puts all that it writes into one commit, if the store can
 */
public record EffectExecutor(Executor thread, Consumer<Runnable> together) {

    /** Carries out effects before {@link UpdateProcessor#receive} returns, with one commit each. */
    public static final EffectExecutor AT_ONCE = new EffectExecutor(Runnable::run, Runnable::run);
}
