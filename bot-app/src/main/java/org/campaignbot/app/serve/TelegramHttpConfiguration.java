package org.campaignbot.app.serve;

import jakarta.servlet.http.HttpServlet;
import org.campaignbot.telegram.TelegramSettings;
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
}
