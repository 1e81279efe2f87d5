package org.campaignbot.app.config;

import java.util.stream.Stream;

/** Describes a failure by its type and place in the code, never by its message, which can contain what somebody typed. */
public final class FailurePlace {

    private static final String OURS = "org.campaignbot.";

    private FailurePlace() {}

    /** The type of a failure, and the innermost line of our code that it passed through. */
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
