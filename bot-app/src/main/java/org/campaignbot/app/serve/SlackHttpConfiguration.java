package org.campaignbot.app.serve;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.campaignbot.slack.SlackHttp;
import org.campaignbot.slack.receive.SlackReply;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The paths for Slack's requests, and for people who install the bot. */
@Configuration(proxyBeanMethods = false)
class SlackHttpConfiguration {

    private static final long BODY_BYTES = 32L << 20;

    @Bean
    ServletRegistrationBean<HttpServlet> slack(SlackIngress entrance, Clients clients, ClientShares shares) {
        ServletRegistrationBean<HttpServlet> slack = new ServletRegistrationBean<>(
                new SlackServlet(entrance.http(), clients, new BodyBudget(BODY_BYTES, shares)), "/slack/*");
        slack.setAsyncSupported(true);
        return slack;
    }

    /**
     * Passes Slack's requests to the adapter unchanged, byte for byte since they are signed, and returns its answer.
     *
     * <p>If the head of a request decides the answer, its body isn't read. Other bodies are read without blocking: a slow one holds no
     * thread, and is given up after three seconds, since Slack waits no longer.
     */
    static final class SlackServlet extends HttpServlet {

        private static final long serialVersionUID = 1L;

        private static final Delivery.Limits LIMITS = new Delivery.Limits(SlackHttp.LARGEST, Duration.ofSeconds(3));

        private final transient SlackHttp slack;
        private final transient Clients clients;
        private final transient BodyBudget budget;

        SlackServlet(SlackHttp slack, Clients clients, BodyBudget budget) {
            this.slack = slack;
            this.clients = clients;
            this.budget = budget;
        }

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String method = request.getMethod();
            String path = request.getRequestURI();
            String query = request.getQueryString();
            SlackReply decided = slack.decide(method, path, query, request::getHeader, request.getContentLengthLong());
            if (decided != null) {
                Delivery.refuse(request, LIMITS, (exchange, none) -> answer(exchange, decided));
            } else {
                Delivery.begin(
                        request,
                        LIMITS,
                        budget.begin(clients.of(request)),
                        (exchange, body) ->
                                answer(exchange, slack.accept(method, path, query, request::getHeader, body)));
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
}
