package org.campaignbot.app.serve;

import jakarta.servlet.http.HttpServlet;
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
}
