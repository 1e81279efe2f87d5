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

/** The port of HTTP, with a sign of life. It is served only where it is needed or asked for. */
@Configuration(proxyBeanMethods = false)
class HttpConfiguration {

    /** More than Telegram delivers at once; most of them wait for one commit together. */
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

    /** Requests under way have two seconds when the server stops; a body that is still coming then is delivered again. */
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
        // One that waits to be used again would hold the last request, with what somebody typed.
        protocol.setProcessorCache(0);
        // A connection that ends after a hundred deliveries may end in the middle of one.
        protocol.setMaxKeepAliveRequests(-1);
        // What is left of a body that was refused is not waited for.
        protocol.setMaxSwallowSize(0);
    }

    /** An error is told by its status alone. */
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
                new OpsServlet(pages, settings.ops()), ServerSettings.OWN_PATHS.toArray(String[]::new));
    }
}
