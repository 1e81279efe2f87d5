package org.campaignbot.app.serve;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Rejects, before anything else handles a request, what two HTTP readers could interpret differently: a flawed head, as
 * {@link HeadScan} reports, or one without an end, as in HTTP/0.9, and a path that is another path in disguise.
 *
 * <p>It also prevents content sniffing of answers, and keeps threads from waiting for the rest of a body that isn't read.
 */
final class FrontValve extends ValveBase {

    /** Sequences that none of our paths contain, and that would be normalized away before a path is looked up. */
    private static final Pattern DISGUISED = Pattern.compile(".*(//|;|%|\\\\|/\\.).*");

    FrontValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        boolean chunked = request.getHeader("Transfer-Encoding") != null;
        if (chunked) {
            // Where the next head starts is unknown.
            response.setHeader("Connection", "close");
        }
        boolean sound = GuardedEndpoint.isSound(request.getContentLengthLong());
        if (response.getStatus() >= HttpServletResponse.SC_BAD_REQUEST) {
            // Tomcat has already rejected it, and skips what it couldn't read.
            return;
        } else if (!sound) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        } else if (DISGUISED.matcher(request.getRequestURI()).matches()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        } else {
            getNext().invoke(request, response);
        }
        if (!request.isAsync() && (chunked || request.getContentLengthLong() > 0)) {
            request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }
}
