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
 * Refuses, before anything else looks at a request, what two readers of HTTP could understand in two ways: a head with flaws, as
 * {@link HeadScan} tells, or without an end, as HTTP/0.9 has it, and a path that is another path in disguise.
 *
 * <p>No answer is to be taken for another type than it says, and no thread waits for the rest of a body that nobody reads.
 */
final class FrontValve extends ValveBase {

    /** What no path of ours holds, and what would be taken away before a path is looked up. */
    private static final Pattern DISGUISED = Pattern.compile(".*(//|;|%|\\\\|/\\.).*");

    FrontValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        boolean chunked = request.getHeader("Transfer-Encoding") != null;
        if (chunked) {
            // Nobody knows where the next head begins.
            response.setHeader("Connection", "close");
        }
        boolean sound = GuardedEndpoint.isSound(request.getContentLengthLong());
        if (response.getStatus() >= HttpServletResponse.SC_BAD_REQUEST) {
            // Tomcat has refused it before, and leaves out what it could not read.
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
