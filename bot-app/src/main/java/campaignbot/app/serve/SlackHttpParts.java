package campaignbot.app.serve;

import campaignbot.slack.SlackHttp;
import jakarta.servlet.http.HttpServlet;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The paths that Slack delivers to, and those of people who install the bot. */
@Configuration(proxyBeanMethods = false)
class SlackHttpParts {

    @Bean
    ServletRegistrationBean<HttpServlet> slack(SlackEntrance entrance) {
        SlackHttp http = entrance.http();
        ServletRegistrationBean<HttpServlet> slack = new ServletRegistrationBean<>(new SlackServlet(http), "/slack/*");
        slack.setAsyncSupported(true);
        return slack;
    }
}
