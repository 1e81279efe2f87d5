package org.campaignbot.app.config;

import java.util.stream.Stream;

/** Tells where something failed: its kind and place in the code, never its message, since that can hold what was typed. */
public final class FailurePlace {

    private static final String OURS = "campaignbot.";

    private FailurePlace() {}

    /** The kind of a failure, and the innermost line of ours that it went through. */
    public static String of(Throwable failure) {
        return failure.getClass().getSimpleName()
                + Stream.of(failure.getStackTrace())
                        .filter(frame -> frame.getClassName().startsWith(OURS))
                        .findFirst()
                        .map(frame -> " in " + frame.getClassName() + "." + frame.getMethodName() + ", line "
                                + frame.getLineNumber())
                        .orElse("");
    }
}
