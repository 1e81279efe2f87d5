package org.campaignbot.app.serve;

import jakarta.servlet.http.HttpServlet;
import org.apache.catalina.Context;
import org.apache.catalina.core.StandardHost;
import org.campaignbot.app.config.HttpSettings;
import org.campaignbot.app.config.ServerSettings;
import org.campaignbot.app.config.TrustedProxies;
import org.campaignbot.app.watch.OpsPages;
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
}
