package campaignbot.app.serve;

import campaignbot.telegram.TelegramWebhook;
import campaignbot.telegram.TelegramWebhook.Reply;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Hands deliveries of Telegram to the adapter as they came, and answers what it says.
 *
 * <p>Bodies are read without waiting: one that is slow keeps no thread, and is given up after ten seconds. What the head of a
 * request refuses is answered without its body.
 */
final class WebhookServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final transient TelegramWebhook webhook;

    WebhookServlet(TelegramWebhook webhook) {
        this.webhook = webhook;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals("POST")) {
            response.setHeader("Allow", "POST");
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        String secret = request.getHeader(TelegramWebhook.SECRET_HEADER);
        Reply refusal = webhook.refuse(secret, request.getContentLengthLong());
        AsyncContext exchange = request.startAsync();
        exchange.setTimeout(LONGEST.toMillis());
        ServletInputStream in = request.getInputStream();
        Delivery delivery = new Delivery(
                exchange, in, request.getContentLength(), body -> answer(exchange, webhook.accept(body, secret)));
        exchange.addListener(delivery);
        in.setReadListener(delivery);
        if (refusal != null) {
            // The connection is left without reading on: that could take a thread for as long as the sender likes.
            delivery.end(() -> answer(exchange, refusal));
        }
    }

    private static void answer(AsyncContext exchange, Reply reply) throws IOException {
        HttpServletResponse response = (HttpServletResponse) exchange.getResponse();
        response.setStatus(reply.status());
        byte @Nullable [] json = reply.json() == null ? null : reply.json().getBytes(StandardCharsets.UTF_8);
        if (json != null) {
            response.setContentType("application/json");
            response.setContentLength(json.length);
            response.getOutputStream().write(json);
        }
    }
}
