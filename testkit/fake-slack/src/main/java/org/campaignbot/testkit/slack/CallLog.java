package org.campaignbot.testkit.slack;

import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import org.campaignbot.testkit.fake.TakenCalls;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Every call of the app in the order in which the server received it. */
public final class CallLog extends TakenCalls<Call, String> {

    CallLog(ReentrantLock lock, boolean keeps, @Nullable Path file) {
        super(lock, keeps, "chat.postMessage", file);
    }

    /** Records a call; the caller holds the lock and notifies the listeners after releasing it. */
    Call add(Request request, int status, String error) {
        String raw = keeps() ? raw(request) : "";
        return note(index -> Call.of(index, request, status, error, raw));
    }

    /** The parameters without a token that may be in a form. */
    static String raw(Request request) {
        ObjectNode parameters = request.parameters().deepCopy();
        parameters.remove("token");
        return parameters.toString();
    }

    @Override
    protected String place(Call call) {
        return call.channel();
    }
}
