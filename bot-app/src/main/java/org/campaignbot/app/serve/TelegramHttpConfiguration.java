package org.campaignbot.app.serve;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.campaignbot.telegram.TelegramSettings;
import org.campaignbot.telegram.TelegramWebhook;
import org.campaignbot.telegram.TelegramWebhook.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The path of the webhook, where Telegram delivers. */
@Configuration(proxyBeanMethods = false)
class TelegramHttpConfiguration {

    /** A separate budget, so that requests for Slack can't affect Telegram's deliveries. */
    private static final long BODY_BYTES = 32L << 20;

    @Bean
    ServletRegistrationBean<HttpServlet> telegramWebhook(
            TelegramReceiver telegramReceiver, TelegramSettings settings, Clients clients, ClientShares shares) {
        ServletRegistrationBean<HttpServlet> webhook = new ServletRegistrationBean<>(
                new WebhookServlet(telegramReceiver.webhook(), clients, new BodyBudget(BODY_BYTES, shares)));
        String path = settings.webhookPath();
        webhook.setEnabled(path != null);
        if (path != null) {
            webhook.addUrlMappings(path);
        }
        webhook.setAsyncSupported(true);
        return webhook;
    }

    /**
     * Passes Telegram's deliveries to the adapter unchanged, and returns its answer.
     *
     * <p>Bodies are read without blocking: a slow one holds no thread, and is given up after ten seconds. If the head of a request is
     * rejected, its body isn't read.
     */
    static final class WebhookServlet extends HttpServlet {

        private static final long serialVersionUID = 1L;

        private static final Reply NOT_ALLOWED = new Reply(HttpServletResponse.SC_METHOD_NOT_ALLOWED, null);
        private static final Delivery.Limits LIMITS =
                new Delivery.Limits(TelegramWebhook.LARGEST, Duration.ofSeconds(10));

        private final transient TelegramWebhook webhook;
        private final transient Clients clients;
        private final transient BodyBudget budget;

        WebhookServlet(TelegramWebhook webhook, Clients clients, BodyBudget budget) {
            this.webhook = webhook;
            this.clients = clients;
            this.budget = budget;
        }

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if (!request.getMethod().equals("POST")) {
                response.setHeader("Allow", "POST");
                Delivery.refuse(request, LIMITS, (exchange, none) -> answer(exchange, NOT_ALLOWED));
                return;
            }
            String secret = request.getHeader(TelegramWebhook.SECRET_HEADER);
            Reply refusal = webhook.refuse(secret, request.getContentLengthLong());
            if (refusal != null) {
                Delivery.refuse(request, LIMITS, (exchange, none) -> answer(exchange, refusal));
            } else {
                Delivery.begin(
                        request,
                        LIMITS,
                        budget.begin(clients.of(request)),
                        (exchange, body) -> answer(exchange, webhook.accept(body, secret)));
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
}
