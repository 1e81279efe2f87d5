package org.campaignbot.testkit.telegram;

import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import org.campaignbot.testkit.fake.TakenCalls;
import org.jspecify.annotations.Nullable;

/** Every call of the bot in the order in which the server received it; getUpdates is only counted. */
public final class CallLog extends TakenCalls<Call, Long> {

    CallLog(ReentrantLock lock, boolean keeps, @Nullable Path file) {
        super(lock, keeps, "sendMessage", file);
    }

    /** Records a call; the caller holds the lock and notifies the listeners after releasing it. */
    Call add(Request request, int status, String description) {
        String raw = keeps() ? request.parameters().toString() : "";
        return note(index -> Call.of(index, request, status, description, raw));
    }

    @Override
    protected Long place(Call call) {
        return call.chat();
    }

    @Override
    protected boolean isOnlyCounted(Call call) {
        return call.method().equals("getUpdates");
    }
}
