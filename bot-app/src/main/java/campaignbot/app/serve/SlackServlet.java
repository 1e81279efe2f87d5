package campaignbot.app.serve;

import campaignbot.slack.SlackHttp;
import campaignbot.slack.SlackReply;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Hands requests of Slack to the adapter as they came, byte for byte since they are signed, and answers what it says.
 *
 * <p>Bodies are read without waiting: one that is slow keeps no thread, and is given up after ten seconds.
 */
final class SlackServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final transient SlackHttp slack;

    SlackServlet(SlackHttp slack) {
        this.slack = slack;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SlackReply refusal = slack.refuse(request.getContentLengthLong());
        AsyncContext exchange = request.startAsync();
        exchange.setTimeout(LONGEST.toMillis());
        ServletInputStream in = request.getInputStream();
        String method = request.getMethod();
        String path = request.getRequestURI();
        String query = request.getQueryString();
        Delivery delivery = new Delivery(
                exchange,
                in,
                request.getContentLength(),
                body -> answer(exchange, slack.accept(method, path, query, request::getHeader, body)));
        exchange.addListener(delivery);
        in.setReadListener(delivery);
        if (refusal != null) {
            delivery.end(() -> answer(exchange, refusal));
        }
    }

    private static void answer(AsyncContext exchange, SlackReply reply) throws IOException {
        HttpServletResponse response = (HttpServletResponse) exchange.getResponse();
        response.setStatus(reply.status());
        reply.headers().forEach(response::setHeader);
        if (reply.body() != null) {
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            response.setContentType(reply.contentType());
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }
}
