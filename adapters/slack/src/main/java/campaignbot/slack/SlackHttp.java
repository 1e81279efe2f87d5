package campaignbot.slack;

import campaignbot.platform.Counters;
import campaignbot.slack.Reaction.Kind;
import campaignbot.slack.SignatureVerifier.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Takes the requests that Slack delivers and those of people who install the bot; safe for use by several threads, each of which goes
 * straight to the intake.
 *
 * <p>A request of Slack's is acknowledged once what it tells is committed. What cannot be read is acknowledged as well, because it would
 * be no better the next time.
 */
public final class SlackHttp {

    /** Where Slack delivers events, commands and interactions. */
    public static final String EVENTS = "/slack/events";

    /** The header with the signature. */
    public static final String SIGNATURE_HEADER = "X-Slack-Signature";

    /** The header with the time of the signature. */
    public static final String TIMESTAMP_HEADER = "X-Slack-Request-Timestamp";

    /** Bytes of the largest body that is read; the largest of Slack's hold a whole view, which is at most 250 KB. */
    public static final int LARGEST = 512 * 1024;

    private final SignatureVerifier verifier;
    private final Workspaces workspaces;
    private final Requests requests;
    private final @Nullable InstallPages pages;
    private final Counters<Counted> counters;

    SlackHttp(
            SignatureVerifier verifier,
            Workspaces workspaces,
            Requests requests,
            @Nullable InstallPages pages,
            Counters<Counted> counters) {
        this.verifier = verifier;
        this.workspaces = workspaces;
        this.requests = requests;
        this.pages = pages;
        this.counters = counters;
    }

    /**
     * What to answer by the head of a request alone, so that no byte of a stranger's body need be read.
     *
     * @param method the method of HTTP
     * @param path from {@code /slack/} on
     * @param query what stands behind the question mark, as it came, or null
     * @param header the value of a header by its name, or null; the name's case does not matter
     * @param length bytes of the body as far as they are known
     * @return null where the body decides; else the page, or 401 where no signature is there, or none that could be one, or its time is
     *     out of tolerance, 404 and 405 where nothing is served so, 413 where the body is larger than {@link #LARGEST}
     */
    public @Nullable SlackReply decide(
            String method, String path, @Nullable String query, UnaryOperator<@Nullable String> header, long length) {
        Reaction route = Reaction.of(Kind.ROUTE, path);
        if (pages != null && (route == Reaction.ROUTE_INSTALL || route == Reaction.ROUTE_REDIRECT)) {
            return method.equals("GET") ? pages.show(route, query, header.apply("Cookie")) : SlackReply.status(405);
        } else if (route != Reaction.ROUTE_EVENTS) {
            return SlackReply.status(404);
        } else if (!method.equals("POST")) {
            return SlackReply.status(405);
        } else if (length > LARGEST) {
            counters.add(Counted.REQUEST_TOO_LARGE);
            return SlackReply.status(413);
        }
        return refused(verifier.judgeHead(header.apply(TIMESTAMP_HEADER), header.apply(SIGNATURE_HEADER)));
    }

    /**
     * Takes a request with its body.
     *
     * @param body its body, as it came; all else as in {@link #decide}, which is looked at first
     * @return 200 once it is committed or of no use, 401 where it is not Slack's, 503 where it is to be delivered again
     */
    public SlackReply accept(
            String method, String path, @Nullable String query, UnaryOperator<@Nullable String> header, byte[] body) {
        SlackReply decided = decide(method, path, query, header, body.length);
        return decided != null ? decided : delivered(header, body);
    }

    private @Nullable SlackReply refused(Verdict verdict) {
        switch (verdict) {
            case WRONG_SIGNATURE -> counters.add(Counted.REQUEST_WRONG_SIGNATURE);
            case WRONG_TIME -> counters.add(Counted.REQUEST_WRONG_TIME);
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
            counters.add(Counted.REQUEST_PUT_OFF);
            return SlackReply.status(503);
        }
        return requests.http(new String(body, StandardCharsets.UTF_8));
    }
}
