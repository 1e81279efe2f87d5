package org.campaignbot.app.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.campaignbot.app.config.Content;
import org.campaignbot.app.config.ServerSettings;
import org.campaignbot.app.config.StartRefused;
import org.campaignbot.slack.settings.SlackSettings;
import org.campaignbot.storage.failure.UnusableDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.ApplicationContextException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.AnnotationConfigRegistry;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

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

    /** In place of Spring's messages, which begin with a list of all languages that the JDK knows; none are asked for. */
    private record NoMessages() implements MessageSource {

        @Override
        public @Nullable String getMessage(
                String code, Object @Nullable [] arguments, @Nullable String otherwise, @Nullable Locale locale) {
            return otherwise;
        }

        @Override
        public String getMessage(String code, Object @Nullable [] arguments, @Nullable Locale locale) {
            throw new NoSuchMessageException(code);
        }

        @Override
        public String getMessage(MessageSourceResolvable resolvable, @Nullable Locale locale) {
            throw new NoSuchMessageException(String.valueOf(resolvable.getDefaultMessage()));
        }
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
        // Spring Boot's own start would look for settings in files, which this bot has none of, and take a tenth
        // longer.
        AnnotationConfigRegistry registry = settings.listens()
                ? new AnnotationConfigServletWebServerApplicationContext()
                : new AnnotationConfigApplicationContext();
        GenericApplicationContext context = (GenericApplicationContext) registry;
        context.setAllowBeanDefinitionOverriding(false);
        context.setAllowCircularReferences(false);
        ConfigurableListableBeanFactory beans = context.getBeanFactory();
        beans.registerSingleton("settings", settings);
        beans.registerSingleton("clock", settings.clock());
        beans.registerSingleton("console", console);
        beans.registerSingleton("reading", contentLoading);
        beans.registerSingleton("stop", stop);
        beans.registerSingleton(AbstractApplicationContext.MESSAGE_SOURCE_BEAN_NAME, new NoMessages());
        registry.register(all.toArray(Class<?>[]::new));
        try {
            context.refresh();
            return new Server(context, contentLoading);
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

    /** Opens the parts, phase by phase, until it receives on every platform. */
    void open() throws Exception {
        try {
            parts.start();
        } catch (ApplicationContextException failure) {
            throw failure.getCause() instanceof Exception cause ? cause : failure;
        }
    }

    /**
     * Reads what is left of the content, unless somebody who needed it has.
     *
     * @throws Content.BrokenContent if it has problems
     */
    void readTheRest() throws Exception {
        contentLoading.await();
    }

    @Override
    public void close() {
        parts.close();
    }
}
