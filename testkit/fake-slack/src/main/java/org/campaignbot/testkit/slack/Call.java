package org.campaignbot.testkit.slack;

import java.time.Instant;
import org.campaignbot.testkit.fake.Json;
import org.campaignbot.testkit.fake.TakenCall;
import tools.jackson.databind.node.ObjectNode;

/**
 * A call of the app as the fake received it.
 *
 * @param index its index in the log, from 0
 * @param nanos when it arrived, by {@link System#nanoTime}
 * @param at when it arrived, by the fake's clock
 * @param method the method of the Web API, or {@code response_url}
 * @param team the workspace of its token, or empty
 * @param channel the conversation it's about, or empty
 * @param ts the message it made or changed, or empty
 * @param person the only person who sees it, or empty
 * @param text what a reader sees
 * @param raw the parameters as JSON, without the token; empty if only counts are kept
 * @param status the HTTP status of the answer, or 0 if the connection was closed unprocessed
 * @param error the error, or the fault that applied, or empty
 */
public record Call(
        long index,
        long nanos,
        Instant at,
        String method,
        String team,
        String channel,
        String ts,
        String person,
        String text,
        String raw,
        int status,
        String error)
        implements TakenCall {

    /** Whether Slack did what was asked, even if the app never learned it. */
    @Override
    public boolean accepted() {
        return status == 200 && (error.isEmpty() || error.startsWith("fault: "));
    }

    static Call of(long index, Request request, int status, String error, String raw) {
        return new Call(
                index,
                request.nanos(),
                request.at(),
                request.method(),
                request.teamId(),
                request.channel(),
                request.ts(),
                request.person(),
                request.shown(),
                raw,
                status,
                error);
    }

    /** The call as a line of the log file. */
    @Override
    public ObjectNode json() {
        ObjectNode json = Json.object();
        json.put("index", index).put("at", at.toString()).put("method", method).put("team", team);
        json.put("channel", channel).put("ts", ts).put("person", person).put("text", text);
        json.put("status", status).put("error", error);
        return json;
    }
}
