package campaignbot.app.serve;

import campaignbot.app.installation.ServerSettings;
import jakarta.servlet.http.HttpServlet;
import org.apache.catalina.Context;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.AbstractProtocol;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Shutdown;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The port of HTTP, with a sign of life. It is served only where it is needed or asked for. */
@Configuration(proxyBeanMethods = false)
class HttpParts {

    /** More than Telegram delivers at once; most of them wait for one commit together. */
    private static final int THREADS = 128;

    private static final int SPARE_THREADS = 2;
    private static final int CONNECTIONS = 1_000;
    private static final int MILLIS_TO_WAIT_FOR_A_HEAD = 10_000;
    private static final int MILLIS_TO_KEEP_A_CONNECTION = 75_000;

    @Bean
    TomcatServletWebServerFactory http(ServerSettings settings) {
        TomcatServletWebServerFactory http = new TomcatServletWebServerFactory(settings.portOrDefault());
        http.setShutdown(Shutdown.GRACEFUL);
        http.addProtocolHandlerCustomizers(handler -> limit((AbstractProtocol<?>) handler));
        http.addContextCustomizers(HttpParts::tellLittle);
        return http;
    }

    private static void limit(AbstractProtocol<?> protocol) {
        protocol.setMaxThreads(THREADS);
        protocol.setMinSpareThreads(SPARE_THREADS);
        protocol.setMaxConnections(CONNECTIONS);
        protocol.setConnectionTimeout(MILLIS_TO_WAIT_FOR_A_HEAD);
        protocol.setKeepAliveTimeout(MILLIS_TO_KEEP_A_CONNECTION);
        // One that waits to be used again would hold the last request, with what somebody typed.
        protocol.setProcessorCache(0);
        if (protocol instanceof AbstractHttp11Protocol<?> http) {
            // A connection that ends after a hundred deliveries may end in the middle of one.
            http.setMaxKeepAliveRequests(-1);
        }
    }

    /** A page that tells of an error names neither the server nor what failed in it. */
    private static void tellLittle(Context context) {
        ErrorReportValve page = new ErrorReportValve();
        page.setShowServerInfo(false);
        page.setShowReport(false);
        context.getParent().getPipeline().addValve(page);
    }

    @Bean
    ServletRegistrationBean<HttpServlet> health(Upkeep upkeep) {
        return new ServletRegistrationBean<>(new HealthServlet(upkeep::isHealthy), ServerSettings.HEALTH);
    }
}
