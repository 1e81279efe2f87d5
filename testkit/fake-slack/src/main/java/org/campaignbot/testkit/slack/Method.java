package org.campaignbot.testkit.slack;

import java.util.Set;
import java.util.function.Function;

/**
 * A method of the Web API.
 *
 * @param name its documented name
 * @param scope the scope that the token needs, or empty
 * @param tier how often it may be called
 * @param parameters all its documented parameters, without {@code token}
 * @param handler carries it out; the world's lock is held
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
