package org.campaignbot.app.config;

import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.campaignbot.alert.sending.CanaryRules;
import org.campaignbot.app.config.ServerSettings.Reading;
import org.campaignbot.conversation.Engine;
import org.campaignbot.flow.Nearest;
import org.campaignbot.slack.settings.SlackSettings;
import org.campaignbot.slack.settings.SlackSettingsReader;
import org.campaignbot.telegram.TelegramSettings;
import org.campaignbot.telegram.TelegramSettingsReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads a server's settings from an environment.
 *
 * <p>A misspelled setting would have no effect without anyone noticing, so it is a problem, like one that contradicts another. All
 * names with our prefixes count as ours; of other names, only those a typo away from one of ours.
 */
public final class EnvironmentReader {

    /** Turns per person per minute. */
    public static final String PERSON_RATE = "PERSON_RATE_PER_MINUTE";

    /** The percentage of an alert's recipients in the canary. */
    public static final String CANARY_PERCENT = "ALERT_CANARY_PERCENT";

    /** The minimum number of minutes between the canary and everyone else. */
    public static final String CANARY_MINUTES = "ALERT_CANARY_MINUTES";

    /** The HTTP port. */
    public static final String PORT = "SERVER_PORT";

    /** The address that the HTTP port binds to. */
    public static final String ADDRESS = "SERVER_ADDRESS";

    /** The proxies that are trusted to report a client's address. */
    public static final String PROXIES = "TRUSTED_PROXIES";

    /** What is printed when no platform is set up. */
    public static final String NO_TOKEN = TelegramSettingsReader.TOKEN
            + " is not set. Make a bot with @BotFather on Telegram, and"
            + " start with the token that it gives: " + TelegramSettingsReader.TOKEN
            + "=... ./bot serve. For Slack set "
            + SlackSettingsReader.BOT_TOKEN + " and " + SlackSettingsReader.APP_TOKEN
            + "; README.md tells where they are.";

    private static final Set<String> TELEGRAM = Set.of(
            TelegramSettingsReader.TOKEN,
            TelegramSettingsReader.API_URL,
            TelegramSettingsReader.MODE,
            TelegramSettingsReader.WEBHOOK_URL,
            TelegramSettingsReader.WEBHOOK_SECRET,
            TelegramSettingsReader.RATE,
            TelegramSettingsReader.ALERT_RATE,
            TelegramSettingsReader.CHAT_RATE,
            TelegramSettingsReader.GROUP_RATE);

    private static final Set<String> SLACK = Set.of(
            SlackSettingsReader.BOT_TOKEN,
            SlackSettingsReader.APP_TOKEN,
            SlackSettingsReader.SIGNING_SECRET,
            SlackSettingsReader.API_URL,
            SlackSettingsReader.COMMAND,
            SlackSettingsReader.CLIENT_ID,
            SlackSettingsReader.CLIENT_SECRET,
            SlackSettingsReader.REDIRECT_URL,
            SlackSettingsReader.CHANNEL_RATE,
            SlackSettingsReader.ALERT_RATE);

    private static final Set<String> OTHERS = Set.of(
            PERSON_RATE,
            CANARY_PERCENT,
            CANARY_MINUTES,
            PORT,
            OpsSettings.TOKEN,
            OpsSettings.ADDRESS,
            OpsSettings.LOG_FORMAT,
            ADDRESS,
            PROXIES,
            StorageSettings.DATABASE_URL,
            StorageSettings.KEY,
            StorageSettings.PREVIOUS_KEY,
            DataFolder.VARIABLE,
            Clocks.VARIABLE,
            Content.CAMPAIGN_VARIABLE,
            Content.FOLDER_VARIABLE);

    private static final Pattern OURS = Pattern.compile("(TELEGRAM|SLACK|BOT)_.*");

    /** The minimum length at which a name with two wrong letters still counts as the same name. */
    private static final int LONG = 12;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");
    private static final int MOST_PORTS = 65_535;
    private static final int ALL_PERCENT = 100;
    private static final int MINUTES_A_DAY = 1_440;

    private final Map<String, String> environment;
    private final List<String> problems = new ArrayList<>();

    private EnvironmentReader(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Reads an environment; blank values count as not set. */
    public static Reading read(Map<String, String> environment) {
        Map<String, String> set = new HashMap<>(environment);
        set.values().removeIf(String::isBlank);
        SecretFiles files = SecretFiles.read(set);
        EnvironmentReader reader = new EnvironmentReader(files.environment());
        if (!files.problems().isEmpty()) {
            // Don't report the follow-on problems of a missing secret.
            reader.judgeNames();
            reader.problems.addAll(files.problems());
            return new Reading.Unusable(reader.problems);
        }
        ServerSettings settings = reader.read();
        return settings == null || !reader.problems.isEmpty()
                ? new Reading.Unusable(reader.problems)
                : new Reading.Usable(settings);
    }

    /**
     * Reads an environment for a command that needs a platform and can't run without valid settings.
     *
     * @throws SettingProblem if anything is wrong; it lists all of it
     */
    public static ServerSettings need(Map<String, String> environment) throws SettingProblem {
        Reading reading = read(environment);
        if (reading instanceof Reading.Unusable unusable) {
            throw new SettingProblem(
                    "The bot did not start, because of its settings:\n- " + String.join("\n- ", unusable.problems()));
        }
        ServerSettings settings = ((Reading.Usable) reading).settings();
        if (settings.telegram() == null && settings.slack() == null) {
            throw new SettingProblem(NO_TOKEN);
        }
        return settings;
    }

    private void judgeNames() {
        new TreeMap<>(environment).keySet().forEach(this::judgeName);
    }

    private @Nullable ServerSettings read() {
        judgeNames();
        TelegramSettings telegram = telegram();
        SlackSettings slack = slack();
        int turns = number(PERSON_RATE, Engine.TURNS_A_MINUTE);
        CanaryRules canary = canary();
        HttpSettings http = http();
        StorageSettings storage = orProblem(() -> StorageSettings.of(environment));
        OpsSettings ops = orProblem(() -> OpsSettings.of(
                environment.get(OpsSettings.TOKEN),
                environment.get(OpsSettings.ADDRESS),
                environment.get(OpsSettings.LOG_FORMAT)));
        Content content = orProblem(() -> Content.of(environment, null));
        InstantSource clock = orProblem(() -> Clocks.of(null, environment.get(Clocks.VARIABLE)));
        return storage == null || ops == null || content == null || clock == null
                ? null
                : new ServerSettings(telegram, slack, turns, canary, http, storage, ops, content, clock);
    }

    private void judgeName(String name) {
        if (TELEGRAM.contains(name) || SLACK.contains(name) || OTHERS.contains(name)) {
            return;
        }
        boolean ours = OURS.matcher(name).matches();
        Set<String> known = new java.util.TreeSet<>(TELEGRAM);
        known.addAll(SLACK);
        known.addAll(OTHERS);
        known.addAll(SecretFiles.NAMES);
        Optional<String> meant = ours ? Nearest.to(name, known) : Nearest.to(name, known, name.length() < LONG ? 1 : 2);
        if (meant.isPresent()) {
            problems.add(name + " isn't a setting of this bot: did you mean " + meant.get() + "?");
        } else if (ours) {
            problems.add(name
                    + " isn't a setting of this bot. Take it out of its environment; README.md lists those it has.");
        }
    }

    private @Nullable TelegramSettings telegram() {
        Map<String, String> texts = new HashMap<>(environment);
        texts.keySet().retainAll(TELEGRAM);
        TelegramSettingsReader.Reading reading = TelegramSettingsReader.read(texts);
        if (reading instanceof TelegramSettingsReader.Reading.Unusable unusable) {
            unusable.problems().forEach(problem -> problems.add(problem.toString()));
            return null;
        }
        TelegramSettings settings =
                reading instanceof TelegramSettingsReader.Reading.Usable usable ? usable.settings() : null;
        String path = settings == null ? null : settings.webhookPath();
        if (path != null && ServerSettings.OWN_PATHS.contains(path)) {
            problems.add(TelegramSettingsReader.WEBHOOK_URL + " ends in " + path
                    + ", where the bot tells how it is. Choose another path, such as /telegram.");
        }
        return settings;
    }

    private @Nullable SlackSettings slack() {
        Map<String, String> texts = new HashMap<>(environment);
        texts.keySet().retainAll(SLACK);
        SlackSettingsReader.Reading reading = SlackSettingsReader.read(texts);
        if (reading instanceof SlackSettingsReader.Reading.Unusable unusable) {
            unusable.problems().forEach(problem -> problems.add(problem.toString()));
            return null;
        }
        return reading instanceof SlackSettingsReader.Reading.Usable usable ? usable.settings() : null;
    }

    private CanaryRules canary() {
        int percent = number(CANARY_PERCENT, CanaryRules.DEFAULT.percent());
        int minutes = number(CANARY_MINUTES, (int) CanaryRules.DEFAULT.lead().toMinutes());
        if (percent > ALL_PERCENT) {
            problems.add(
                    CANARY_PERCENT + " is more than 100. Give a number from 0 (no canary) to 100, or leave it out.");
        }
        if (minutes > MINUTES_A_DAY) {
            problems.add(CANARY_MINUTES + " is more than a day. Give a number from 0 to 1440, or leave it out.");
        }
        return new CanaryRules(Math.min(percent, ALL_PERCENT), Duration.ofMinutes(minutes));
    }

    private HttpSettings http() {
        Integer port = environment.containsKey(PORT) ? port() : null;
        String address = environment.getOrDefault(ADDRESS, "127.0.0.1").strip();
        Optional<InetAddress> bound = TrustedProxies.address(address);
        if (bound.isEmpty()) {
            problems.add(
                    ADDRESS + " isn't an address. Give an IP address of this machine, such as 0.0.0.0 for all it has,"
                            + " or leave it out: then only this machine reaches the port.");
        }
        String named = environment.get(PROXIES);
        Optional<TrustedProxies> proxies =
                named == null ? Optional.of(TrustedProxies.THIS_MACHINE) : TrustedProxies.of(named);
        if (proxies.isEmpty()) {
            problems.add(
                    PROXIES + " isn't a list of addresses. Give IP addresses or CIDR blocks between commas, such as"
                            + " 127.0.0.1,10.0.0.0/8, or leave it out: then a proxy on this machine is trusted.");
        }
        return new HttpSettings(
                bound.orElse(HttpSettings.DEFAULT.address()), port, proxies.orElse(TrustedProxies.THIS_MACHINE));
    }

    private int port() {
        int port = number(PORT, 1);
        if (port < 1 || port > MOST_PORTS) {
            problems.add(PORT + " isn't a port. Give a number from 1 to " + MOST_PORTS + ", or leave it out.");
        }
        return port;
    }

    private int number(String name, int normal) {
        String text = environment.getOrDefault(name, Integer.toString(normal)).strip();
        if (!NUMBER.matcher(text).matches()) {
            // Never quote the value: it may be a secret that was pasted into the wrong setting.
            problems.add(name + " isn't a number. Give a whole number, or leave it out.");
            return normal;
        }
        return Integer.parseInt(text);
    }

    /** Reads a group of settings, or rejects one of them. */
    private interface Part<T> {
        T read() throws SettingProblem;
    }

    private <T> @Nullable T orProblem(Part<T> part) {
        try {
            return part.read();
        } catch (SettingProblem problem) {
            problems.add(String.valueOf(problem.getMessage()));
            return null;
        }
    }
}
