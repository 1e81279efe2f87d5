package org.campaignbot.slack;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.campaignbot.platform.Counts;
import org.campaignbot.slack.api.SlackCount;
import org.campaignbot.slack.install.InstallPages;
import org.campaignbot.slack.receive.SignatureVerifier;
import org.campaignbot.slack.receive.SignatureVerifier.Verdict;
import org.campaignbot.slack.receive.SlackDispatcher;
import org.campaignbot.slack.receive.SlackReply;
import org.campaignbot.slack.receive.SlackTrigger;
import org.campaignbot.slack.receive.SlackTrigger.Kind;
import org.campaignbot.slack.workspace.Workspaces;
import org.jspecify.annotations.Nullable;

/**
 * Handles requests from Slack and from people who install the bot; thread-safe, and each thread calls the intake directly.
 *
 * <p>A request from Slack is acknowledged once its update is committed. An unreadable one is acknowledged too, because a redelivery
 * would be no better.
 */
public final class SlackHttp {

    /** Where Slack delivers events, commands, and interactions. */
    public static final String EVENTS = SlackTrigger.ROUTE_EVENTS.title();

    /** The header with the signature. */
    public static final String SIGNATURE_HEADER = "X-Slack-Signature";

    /** The header with the time of the signature. */
    public static final String TIMESTAMP_HEADER = "X-Slack-Request-Timestamp";

    /** The largest body we read, in bytes; Slack's largest contain a whole view, which is at most 250 KB. */
    public static final int LARGEST = 512 * 1024;

    private final SignatureVerifier verifier;
    private final Workspaces workspaces;
    private final SlackDispatcher slackDispatcher;
    private final @Nullable InstallPages pages;
    private final Counts counts;

    SlackHttp(
            SignatureVerifier verifier,
            Workspaces workspaces,
            SlackDispatcher slackDispatcher,
            @Nullable InstallPages pages,
            Counts counts) {
        this.verifier = verifier;
        this.workspaces = workspaces;
        this.slackDispatcher = slackDispatcher;
        this.pages = pages;
        this.counts = counts;
    }

    /**
     * Decides from a request's head, so that a stranger's body need not be read.
     *
     * @param method the HTTP method
     * @param path from {@code /slack/} on
     * @param query the raw query after the question mark, or null
     * @param header returns a header's value by case-insensitive name, or null
     * @param length the body's length in bytes, if known
     * @return null if the body decides; else the page, or 401 if the signature is missing or malformed or its time is out of
     *     tolerance, 404 and 405 if nothing is served there, 413 if the body is larger than {@link #LARGEST}
     */
    public @Nullable SlackReply decide(
            String method, String path, @Nullable String query, UnaryOperator<@Nullable String> header, long length) {
        SlackTrigger route = SlackTrigger.of(Kind.ROUTE, path);
        if (pages != null && (route == SlackTrigger.ROUTE_INSTALL || route == SlackTrigger.ROUTE_REDIRECT)) {
            return method.equals("GET") ? pages.show(route, query, header.apply("Cookie")) : SlackReply.status(405);
        } else if (route != SlackTrigger.ROUTE_EVENTS) {
            return SlackReply.status(404);
        } else if (!method.equals("POST")) {
            return SlackReply.status(405);
        } else if (length > LARGEST) {
            counts.add(SlackCount.REQUEST_TOO_LARGE);
            return SlackReply.status(413);
        }
        return refused(verifier.judgeHead(header.apply(TIMESTAMP_HEADER), header.apply(SIGNATURE_HEADER)));
    }

    /**
     * Handles a request with its body.
     *
     * @param body the raw body; the rest as in {@link #decide}, which is checked first
     * @return 200 once it's committed or of no use, 401 if it isn't from Slack, 503 if it should be delivered again
     */
    public SlackReply accept(
            String method, String path, @Nullable String query, UnaryOperator<@Nullable String> header, byte[] body) {
        SlackReply decided = decide(method, path, query, header, body.length);
        return decided != null ? decided : delivered(header, body);
    }

    private @Nullable SlackReply refused(Verdict verdict) {
        switch (verdict) {
            case WRONG_SIGNATURE -> counts.add(SlackCount.REQUEST_WRONG_SIGNATURE);
            case WRONG_TIME -> counts.add(SlackCount.REQUEST_WRONG_TIME);
            case GENUINE -> {
                return null;
            }
        }
        return SlackReply.status(401);
    }

    private SlackReply delivered(UnaryOperator<@Nullable String> header, byte[] body) {
        SlackReply refusal =
                refused(verifier.judge(body, header.apply(TIMESTAMP_HEADER), header.apply(SIGNATURE_HEADER)));
        if (refusal != null) {
            return refusal;
        }
        if (!workspaces.isReady()) {
            counts.add(SlackCount.REQUEST_PUT_OFF);
            return SlackReply.status(503);
        }
        return slackDispatcher.http(new String(body, StandardCharsets.UTF_8));
    }
}
