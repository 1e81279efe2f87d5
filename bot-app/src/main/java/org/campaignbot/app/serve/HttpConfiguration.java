package org.campaignbot.app.serve;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.campaignbot.app.config.HttpSettings;
import org.campaignbot.app.config.OpsSettings;
import org.campaignbot.app.config.ServerSettings;
import org.campaignbot.app.config.TrustedProxies;
import org.campaignbot.app.watch.OpsPages;
import org.campaignbot.app.watch.OpsPages.Page;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Shutdown;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.context.support.DefaultLifecycleProcessor;

/** The HTTP port, with the health page. It is opened only if it is needed or requested. */
@Configuration(proxyBeanMethods = false)
class HttpConfiguration {

    /** More than Telegram delivers at once; most of them wait for the same commit. */
    private static final int THREADS = 128;

    private static final int SPARE_THREADS = 2;
    private static final int CONNECTIONS = 2_000;
    private static final int MILLIS_TO_FINISH_REQUESTS = 2_000;
    private static final int MILLIS_TO_WAIT_FOR_MORE = 10_000;
    private static final int MILLIS_TO_KEEP_A_CONNECTION = 75_000;

    @Bean
    TomcatServletWebServerFactory http(ServerSettings settings) {
        HttpSettings wanted = settings.http();
        TomcatServletWebServerFactory http = new TomcatServletWebServerFactory(wanted.portOrDefault());
        http.setAddress(wanted.address());
        http.setProtocol(GuardedProtocol.class.getName());
        http.setShutdown(Shutdown.GRACEFUL);
        http.addProtocolHandlerCustomizers(handler -> limit((GuardedProtocol) handler, wanted.proxies()));
        http.addContextCustomizers(HttpConfiguration::tellLittle);
        http.addEngineValves(new FrontValve());
        return http;
    }

    /** When the server stops, requests in progress have two seconds; a body that is still arriving then is delivered again. */
    @Bean(AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME)
    static DefaultLifecycleProcessor lifecycleProcessor() {
        DefaultLifecycleProcessor processor = new DefaultLifecycleProcessor();
        processor.setTimeoutPerShutdownPhase(MILLIS_TO_FINISH_REQUESTS);
        return processor;
    }

    private static void limit(GuardedProtocol protocol, TrustedProxies proxies) {
        protocol.trust(proxies);
        protocol.setMaxThreads(THREADS);
        protocol.setMinSpareThreads(SPARE_THREADS);
        protocol.setMaxConnections(CONNECTIONS);
        protocol.setConnectionTimeout(MILLIS_TO_WAIT_FOR_MORE);
        protocol.setKeepAliveTimeout(MILLIS_TO_KEEP_A_CONNECTION);
        // An idle one would keep the last request in memory, with what somebody typed.
        protocol.setProcessorCache(0);
        // Closing a connection after a hundred deliveries could cut one off in the middle.
        protocol.setMaxKeepAliveRequests(-1);
        // Don't wait for the rest of a rejected body.
        protocol.setMaxSwallowSize(0);
    }

    /** Reports errors by status only. */
    private static void tellLittle(Context context) {
        ((StandardHost) context.getParent()).setErrorReportValveClass("");
    }

    @Bean
    Clients clients(ServerSettings settings) {
        return new Clients(settings.http().proxies());
    }

    @Bean
    ClientShares clientShares() {
        return new ClientShares();
    }

    @Bean
    ServletRegistrationBean<HttpServlet> ops(OpsPages pages, ServerSettings settings) {
        return new ServletRegistrationBean<>(
                new OpsServlet(pages, settings.ops()), HttpSettings.OWN_PATHS.toArray(String[]::new));
    }

    /**
     * Rejects, before anything else handles a request, what two HTTP readers could interpret differently: a flawed head, as
     * {@link HeadScan} reports, or one without an end, as in HTTP/0.9, and a path that is another path in disguise.
     *
     * <p>It also prevents content sniffing of answers, and keeps threads from waiting for the rest of a body that isn't read.
     */
    static final class FrontValve extends ValveBase {

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

    /**
     * The server's own pages on its port: up or down for everyone, and the rest with the operators' token. The source address grants
     * nothing, since a proxy on this machine forwards everyone's requests.
     */
    static final class OpsServlet extends HttpServlet {

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
}
