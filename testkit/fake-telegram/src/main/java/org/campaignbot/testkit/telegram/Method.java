package org.campaignbot.testkit.telegram;

import java.util.Set;
import java.util.function.Function;

/**
 * A method of the API.
 *
 * @param name its documented name
 * @param parameters all its documented parameters
 * @param deprecated parameters that are no longer documented but still work
 * @param handler carries it out; the world's lock is held
 */
record Method(String name, Set<String> parameters, Set<String> deprecated, Function<Request, Answer> handler) {

    static Method of(String name, Set<String> parameters, Function<Request, Answer> handler) {
        return new Method(name, parameters, Set.of(), handler);
    }

    Answer call(Request request) {
        for (String name : request.parameters().propertyNames()) {
            // The Java library repeats the method's name in the body, and Telegram ignores it there.
            if (deprecated.contains(name)) {
                request.violation("deprecated parameter " + name);
            } else if (!parameters.contains(name) && !name.equals("method")) {
                request.violation("unknown parameter " + name);
            }
        }
        return handler.apply(request);
    }
}
