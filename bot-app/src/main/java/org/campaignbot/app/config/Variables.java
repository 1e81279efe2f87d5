package org.campaignbot.app.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.campaignbot.flow.Nearest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * The environment variables of a process, bound to records, and everything that is wrong with them. Blank values count as not set.
 *
 * <p>A misspelled setting would have no effect without anyone noticing, so it is a problem, like one that contradicts another. All
 * names with our prefixes count as ours; of other names, only those a typo away from one of ours.
 */
final class Variables {

    private static final List<Class<? extends Record>> GROUPS = List.of(
            TelegramProperties.class,
            SlackProperties.class,
            InstallationProperties.class,
            ServerProperties.class,
            DirectorySettings.class,
            CrmSettings.class);

    private static final Pattern OURS = Pattern.compile("(TELEGRAM|SLACK|BOT)_.*");

    /** The minimum length at which a name with two wrong letters still counts as the same name. */
    private static final int LONG = 12;

    private static final Set<String> NAMES = names(false);

    /** The names of all secrets. */
    static final Set<String> SECRETS = names(true);

    private final SecretFiles files;
    private final List<String> problems = new ArrayList<>();
    private @Nullable Binder binder;

    private Variables(SecretFiles files) {
        this.files = files;
    }

    /** The variables of an environment, with those secrets that are in files. */
    static Variables of(Map<String, String> environment) {
        Map<String, String> set = new HashMap<>();
        environment.forEach((name, value) -> {
            if (!value.isBlank()) {
                set.put(name, value.strip());
            }
        });
        return new Variables(SecretFiles.read(set));
    }

    private static Set<String> names(boolean onlySecrets) {
        return GROUPS.stream()
                .flatMap(group -> Stream.of(group.getRecordComponents())
                        .filter(each -> !onlySecrets || each.isAnnotationPresent(Secret.class))
                        .map(each -> name((prefix(group) + "_" + each.getName())
                                .replaceAll("(?=[A-Z])", "_")
                                .replaceFirst("^_", ""))))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String prefix(Class<?> group) {
        ConfigurationProperties bound = group.getAnnotation(ConfigurationProperties.class);
        return bound == null ? "" : bound.value();
    }

    /** The variable of a property, as README.md lists it. */
    private static String name(String property) {
        return property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** What is wrong with the files that hold secrets. */
    List<String> fileProblems() {
        return files.problems();
    }

    /** What was found to be wrong with the variables so far; never any of their values. */
    List<String> problems() {
        return problems;
    }

    /** Adds a problem. */
    void refuse(String problem) {
        problems.add(problem);
    }

    /** Adds a problem for each variable that is none of ours, but was meant to be. */
    void refuseUnknown() {
        Set<String> known = new TreeSet<>(NAMES);
        SECRETS.forEach(secret -> known.add(SecretFiles.named(secret)));
        new TreeSet<>(files.environment().keySet())
                .stream().filter(name -> !NAMES.contains(name)).forEach(name -> refuseUnknown(name, known));
    }

    private void refuseUnknown(String name, Set<String> known) {
        boolean ours = OURS.matcher(name).matches();
        Optional<String> meant = ours ? Nearest.to(name, known) : Nearest.to(name, known, name.length() < LONG ? 1 : 2);
        if (meant.isPresent()) {
            problems.add(name + " isn't a setting of this bot: did you mean " + meant.get() + "?");
        } else if (ours) {
            problems.add(name
                    + " isn't a setting of this bot. Take it out of its environment; README.md lists those it has.");
        }
    }

    /** Binds a group of variables; null if none of them is set, or if they can't be used, which adds problems. */
    <T extends Record> @Nullable T bind(Class<T> group) {
        return binder().bind(prefix(group), Bindable.of(group), new Collecting())
                .orElse(null);
    }

    /** Binds a group of variables that has defaults; null if they can't be used, which adds problems. */
    <T extends Record> @Nullable T bindOrCreate(Class<T> group) {
        int before = problems.size();
        T bound = binder().bindOrCreate(prefix(group), Bindable.of(group), new Collecting());
        return problems.size() == before ? bound : null;
    }

    /** Where this installation's content and data are. Commands need no more, and start 7 % sooner without Spring's binder. */
    InstallationProperties installation() {
        Map<String, String> texts = files.environment();
        return new InstallationProperties(
                texts.get(StorageSettings.DATABASE_URL),
                texts.get(StorageSettings.KEY),
                texts.get(StorageSettings.PREVIOUS_KEY),
                texts.get(StorageSettings.DATA),
                texts.get(Content.FOLDER_VARIABLE),
                texts.get(Content.CAMPAIGN_VARIABLE),
                texts.get(Clocks.VARIABLE));
    }

    private Binder binder() {
        Binder made = binder == null ? makeBinder() : binder;
        binder = made;
        return made;
    }

    private Binder makeBinder() {
        Map<String, Object> texts = new HashMap<>(files.environment());
        // Spring would also bind other spellings, such as slack_bottoken.
        texts.keySet().retainAll(NAMES);
        return new Binder(ConfigurationPropertySources.from(new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, texts)));
    }

    /** Goes on after a problem, so that all are reported together. An error's own message can quote a secret and isn't used. */
    private final class Collecting implements BindHandler {

        @Override
        public @Nullable Object onFailure(
                ConfigurationPropertyName name, Bindable<?> target, BindContext context, Exception error) {
            for (Throwable cause = error; cause != null; cause = cause.getCause()) {
                if (cause instanceof Checks.Failed failed) {
                    problems.addAll(failed.problems());
                    return null;
                }
            }
            problems.add(name(name.toString()) + " " + finding(target.getType().resolve(Object.class)));
            return null;
        }

        private static String finding(Class<?> type) {
            return type.isEnum()
                    ? "is neither "
                            + Stream.of(type.getEnumConstants())
                                    .map(each -> each.toString().toLowerCase(Locale.ROOT))
                                    .collect(Collectors.joining(" nor "))
                            + ". Give one of them, or leave it out."
                    : "isn't a number. Give a whole number, or leave it out.";
        }
    }
}
