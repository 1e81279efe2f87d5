package org.campaignbot.app.serve;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.campaignbot.web.WebReply;
import org.campaignbot.web.WebRequest;
import org.campaignbot.web.WebSite;

/** Passes requests for pages to the web adapter, and returns its answers. Bodies are read without blocking. */
final class WebServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final transient WebSite site;
    private final transient Clients clients;
    private final transient BodyBudget budget;

    WebServlet(WebSite site, Clients clients, BodyBudget budget) {
        this.site = site;
        this.clients = clients;
        this.budget = budget;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        WebRequest head = new WebRequest(
                request.getMethod(),
                request.getRequestURI(),
                request.getQueryString(),
                request::getHeader,
                clients.of(request),
                clients.isSecure(request));
        WebReply decided = site.decide(head, request.getContentLengthLong());
        Delivery.Limits limits = new Delivery.Limits(site.largest(head), PATIENCE);
        boolean mayHaveBody =
                request.getContentLengthLong() != 0 && !request.getMethod().equals("GET");
        if (decided == null) {
            Delivery.begin(
                    request,
                    limits,
                    budget.begin(head.client()),
                    (exchange, body) -> answer(response(exchange), site.accept(head, body)));
        } else if (mayHaveBody) {
            Delivery.refuse(request, limits, (exchange, none) -> answer(response(exchange), decided));
        } else {
            answer(response, decided);
        }
    }

    private static HttpServletResponse response(AsyncContext exchange) {
        return (HttpServletResponse) exchange.getResponse();
    }

    private static void answer(HttpServletResponse response, WebReply reply) throws IOException {
        response.setStatus(reply.status());
        reply.headers().forEach(response::setHeader);
        response.setContentLength(reply.body().length);
        response.getOutputStream().write(reply.body());
    }
}
