package org.campaignbot.app.serve;

import jakarta.servlet.http.HttpServlet;
import org.campaignbot.telegram.TelegramSettings;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The webhook's path, where Telegram delivers. */
@Configuration(proxyBeanMethods = false)
class TelegramHttpConfiguration {

    /** One of its own, so that what comes for Slack leaves Telegram's deliveries alone. */
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
}
