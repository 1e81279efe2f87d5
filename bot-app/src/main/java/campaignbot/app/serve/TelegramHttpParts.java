package campaignbot.app.serve;

import campaignbot.telegram.TelegramSettings;
import jakarta.servlet.http.HttpServlet;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The webhook's path, where Telegram delivers. */
@Configuration(proxyBeanMethods = false)
class TelegramHttpParts {

    @Bean
    ServletRegistrationBean<HttpServlet> telegramWebhook(WayIn wayIn, TelegramSettings settings) {
        ServletRegistrationBean<HttpServlet> webhook =
                new ServletRegistrationBean<>(new WebhookServlet(wayIn.webhook()));
        String path = settings.webhookPath();
        webhook.setEnabled(path != null);
        if (path != null) {
            webhook.addUrlMappings(path);
        }
        webhook.setAsyncSupported(true);
        return webhook;
    }
}
