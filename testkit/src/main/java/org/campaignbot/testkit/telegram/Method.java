package org.campaignbot.testkit.telegram;

import java.util.Set;
import java.util.function.Function;

/**
 * A method of the API.
 *
 * @param name as the documentation spells it
 * @param parameters all that the documentation lists for it
 * @param deprecated those that are no longer documented and still work
 * @param handler does what is asked; the world's lock is held
 */
record Method(String name, Set<String> parameters, Set<String> deprecated, Function<Request, Answer> handler) {

    static Method of(String name, Set<String> parameters, Function<Request, Answer> handler) {
        return new Method(name, parameters, Set.of(), handler);
    }

    Answer call(Request request) {
        for (String name : request.parameters().propertyNames()) {
            // The Java library repeats the method's name in the body, where Telegram passes it over.
            if (deprecated.contains(name)) {
                request.violation("deprecated parameter " + name);
            } else if (!parameters.contains(name) && !name.equals("method")) {
                request.violation("unknown parameter " + name);
            }
        }
        return handler.apply(request);
    }
}
