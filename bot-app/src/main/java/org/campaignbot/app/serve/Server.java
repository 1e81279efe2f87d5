package org.campaignbot.app.serve;

import java.util.ArrayList;
import java.util.List;
import org.campaignbot.app.config.Content;
import org.campaignbot.app.config.ServerSettings;
import org.campaignbot.app.config.StartRefused;
import org.campaignbot.slack.settings.SlackSettings;
import org.campaignbot.storage.failure.UnusableDatabase;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationContextException;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A server that runs until it is closed.
 *
 * <p>On close, it first stops receiving, finishes the turns in progress and sends what is queued, for a few seconds at most; then
 * it closes the database. The next start continues with what is left.
 */
final class Server implements AutoCloseable {

    private final ConfigurableApplicationContext parts;
    private final ContentLoading contentLoading;

    private Server(ConfigurableApplicationContext parts, ContentLoading contentLoading) {
        this.parts = parts;
        this.contentLoading = contentLoading;
    }

    /** Ends the process if the server may not continue. */
    interface Stop {
        void now();
    }

    /** Connects the parts; nothing arrives yet. */
    static Server of(ServerSettings settings, Console console, Stop stop) throws Exception {
        ContentLoading contentLoading = ContentLoading.begin(settings);
        List<Class<?>> all = new ArrayList<>(List.of(
                StorageConfiguration.class,
                MonitoringConfiguration.class,
                ContentConfiguration.class,
                ConversationConfiguration.class,
                SendingConfiguration.class,
                AlertConfiguration.class,
                AlertServiceConfiguration.class));
        if (settings.telegram() != null) {
            all.add(TelegramConfiguration.class);
        }
        if (settings.slack() != null) {
            all.add(SlackConfiguration.class);
        }
        if (settings.crm().isOn()) {
            all.add(CrmConfiguration.class);
        }
        if (settings.listens()) {
            all.add(HttpConfiguration.class);
            if (settings.telegram() != null) {
                all.add(TelegramHttpConfiguration.class);
            }
            if (settings.slack() != null && settings.slack().mode() == SlackSettings.Mode.HTTP) {
                all.add(SlackHttpConfiguration.class);
            }
            if (settings.web().isOn()) {
                all.add(WebConfiguration.class);
            }
            if (settings.web().console() != null) {
                all.add(ConsoleConfiguration.class);
            }
        }
        SpringApplication application = new SpringApplication(all.toArray(Class<?>[]::new));
        application.setWebApplicationType(settings.listens() ? WebApplicationType.SERVLET : WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        application.addInitializers(context -> {
            context.getBeanFactory().registerSingleton("settings", settings);
            context.getBeanFactory().registerSingleton("clock", settings.clock());
            context.getBeanFactory().registerSingleton("console", console);
            context.getBeanFactory().registerSingleton("reading", contentLoading);
            context.getBeanFactory().registerSingleton("stop", stop);
        });
        try {
            return new Server(application.run(), contentLoading);
        } catch (RuntimeException failure) {
            throw reason(failure, settings);
        }
    }

    /** The cause that prevented a part's creation, without the framework's wrapping. */
    private static Exception reason(RuntimeException failure, ServerSettings settings) {
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof PortInUseException) && !isInWords(cause)) {
            cause = cause.getCause();
        }
        if (cause instanceof PortInUseException) {
            return new StartRefused(
                    "Port " + settings.http().portOrDefault() + " is taken by another program. Stop that, or give"
                            + " this bot another port by " + ServerSettings.PORT + ".");
        }
        return cause instanceof Exception exception ? exception : failure;
    }

    private static boolean isInWords(Throwable cause) {
        return cause instanceof StartRefused
                || cause instanceof UnusableDatabase
                || cause instanceof Content.BrokenContent;
    }

    /**
     * Opens the parts, phase by phase, until it receives on every platform; then waits for the rest of the content.
     *
     * @throws Content.BrokenContent if that has problems
     */
    void open() throws Exception {
        try {
            parts.start();
        } catch (ApplicationContextException failure) {
            throw failure.getCause() instanceof Exception cause ? cause : failure;
        }
        contentLoading.await();
    }

    @Override
    public void close() {
        parts.close();
    }
}
