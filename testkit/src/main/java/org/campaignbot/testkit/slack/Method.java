package org.campaignbot.testkit.slack;

import java.util.Set;
import java.util.function.Function;

/**
 * A method of the Web API.
 *
 * @param name as the documentation spells it
 * @param scope what the token must be granted, or nothing
 * @param tier how often it may be called
 * @param parameters all that the documentation lists for it, without {@code token}
 * @param handler does what is asked; the world's lock is held
 */
record Method(String name, String scope, Tier tier, Set<String> parameters, Function<Request, Answer> handler) {

    Answer call(Request request) {
        for (String name : request.parameters().propertyNames()) {
            if (!parameters.contains(name) && !name.equals("token")) {
                request.violation("unknown parameter " + name);
            }
        }
        return handler.apply(request);
    }
}
