package org.campaignbot.app.serve;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.campaignbot.app.config.OpsSettings;
import org.campaignbot.app.watch.OpsPages;
import org.campaignbot.app.watch.OpsPages.Page;

/**
 * The server's own pages on its port: up or down for everyone, and the rest with the operators' token. The source address grants
 * nothing, since a proxy on this machine forwards everyone's requests.
 */
final class OpsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient OpsPages pages;
    private final transient OpsSettings settings;

    OpsServlet(OpsPages pages, OpsSettings settings) {
        this.pages = pages;
        this.settings = settings;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getServletPath();
        if (path.equals(OpsPages.HEALTH)) {
            write(response, pages.health());
        } else if (settings.token() == null) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        } else if (!settings.opens(request.getHeader("Authorization"))) {
            response.setHeader("WWW-Authenticate", "Bearer");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            write(response, pages.at(path).orElseThrow());
        }
    }

    private static void write(HttpServletResponse response, Page page) throws IOException {
        byte[] body = page.body().getBytes(StandardCharsets.UTF_8);
        response.setStatus(page.status());
        response.setContentType(page.contentType());
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
