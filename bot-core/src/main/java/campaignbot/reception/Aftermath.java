package campaignbot.reception;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * How the effects of turns are carried out once the turns are committed.
 *
 * @param thread what runs them: the thread of the turn itself, or one that lets the platform be told meanwhile
 * @param together runs some work and makes one commit of all that it writes, where the store can
 */
public record Aftermath(Executor thread, Consumer<Runnable> together) {

    /** Effects are carried out before {@link Reception#receive} returns, and each writes for itself. */
    public static final Aftermath AT_ONCE = new Aftermath(Runnable::run, Runnable::run);
}
